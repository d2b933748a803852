/** The door to units and quantities: what is measured, how it is written, and how it is shown. */
export {
  articles,
  type Dimension,
  type DimensionName,
  describeDimension,
  dimensionName,
  dimensions,
  raiseDimension,
  sameDimension,
} from './dimensions.ts';
export { formatAs, formatNumber, formatQuantity, formatRange, scaleFor } from './format.ts';
export { listed } from './listed.ts';
export { type Parameter, type Parameters, type ParameterType, positive, whole, word } from './parameter.ts';
export {
  add,
  count,
  divide,
  inUnit,
  measured,
  measures,
  multiply,
  type Quantity,
  quantity,
  raise,
  subtract,
} from './quantity.ts';
export { findUnit, type Unit, units } from './units.ts';
