import { type Component, type Cost, costOf, description, rulingOf } from '../../../simulator/index.ts';
import { type DimensionName, formatAs, formatNumber } from '../../../simulator/units/index.ts';
import { elaborateAlone } from '../../elaborate/component.ts';
import type { Elaborations } from '../../elaborate/elaborations.ts';
import { ancestry } from '../../elaborate/inherit.ts';
import type * as ast from '../../generated/ast.ts';
import { kindOf } from '../../types/schema.ts';
import { actionWord } from '../action-energy.ts';
import { headText, paragraphs, sourcesText, summaryText, table } from '../describe.ts';
import { needsOfConverter, needsText } from '../needed-bits.ts';
import { instancesOf, occurrencesOf } from '../occurrences.ts';

/** A component: what it is, what one of it costs, and where the numbers come from. */
export function componentText(component: ast.Component): string {
  const elaborated = elaborateAlone(component)?.component;
  return paragraphs(
    ...headAndSummary(component),
    elaborated ? costTable(elaborated.kind, costAlone(elaborated)) : '',
    elaborated ? lawsText(elaborated) : '',
    ...sourcesAndKind(component),
  );
}

/** A component where it is placed: what one costs there, what all of it do on the whole chip, and what is asked of it. */
export function partText(part: ast.Part, component: ast.Component, elaborations: Elaborations): string {
  const placed = occurrencesOf(part, elaborations);
  const [first] = placed;
  if (!first?.cost || 'parts' in first.what) return componentText(component);
  return paragraphs(
    ...headAndSummary(component),
    costTable(first.what.kind, first.cost, { count: instancesOf(placed), chip: first.chip.name }),
    needsText(needsOfConverter(component, part, elaborations).filter(({ chip }) => chip === first.chip)),
    lawsText(first.what),
    ...sourcesAndKind(component),
  );
}

export function kindText(kind: string): string {
  const known = description.components.get(kind);
  return known ? `\`${known.kind}\`: ${known.doc}` : '';
}

const headAndSummary = (component: ast.Component): string[] => [
  headText(component),
  ...ancestry(component).map(summaryText),
];

/** Sources of a component and of those it extends: numbers may stand in any of them. Then what its kind is. */
const sourcesAndKind = (component: ast.Component): string[] => [
  ...ancestry(component).map(sourcesText),
  kindText(kindOf(component) ?? ''),
];

/** The equations that gave numbers, and what a number of the table put out of force. */
function lawsText({ kind, parameters }: Component): string {
  const known = description.components.get(kind);
  if (!known) return '';
  const { inForce, overruled, incomplete } = rulingOf(known, parameters);
  return paragraphs(
    // What holds for every component of the kind is said by its documentation.
    ...inForce
      .filter(({ needs, coefficients }) => needs.length + coefficients.length > 0)
      .map(({ doc }) => `*Law:* ${doc}.`),
    ...incomplete.map(
      ({ law, missing }) =>
        `*Law, once ${missing.map(each => `\`${each}\``).join(', ')} is stated:* ${law.doc}.`,
    ),
    ...overruled.map(
      ({ winner, over }) => `*Table:* \`${winner}\` wins over ${over.map(each => `\`${each}\``).join(', ')}.`,
    ),
  );
}

/** The cost of a component by itself. That of cells depends on the array around them, so it is left to the chip. */
export function costAlone({ kind, parameters, nodeM }: Component): Cost | undefined {
  const known = description.components.get(kind);
  if (!known || known.category === 'array') return undefined;
  return costOf(known, parameters, { array: noArray, nodeM });
}

/** No kind outside the category `array` asks for the array around it. */
const noArray = {
  rows: 1,
  columns: 1,
  cellBits: 1,
  dacBits: 1,
  weights: 'offset',
  flipped: false,
  cycleS: 1,
} as const;

/** What one costs and, where there are more of it, what all on a chip do. */
function costTable(
  kind: string,
  cost: Cost | undefined,
  { count, chip }: { readonly count: number; readonly chip: string } = { count: 1, chip: '' },
): string {
  const known = description.components.get(kind);
  if (!cost || !known) return '';
  const word = actionWord(known);
  const row = (label: string, value: number, dimension: DimensionName, adds = true) => {
    const all = adds ? formatAs(value * count, dimension) : '';
    return Number.isFinite(value) && value > 0
      ? [[label, formatAs(value, dimension), ...(count === 1 ? [] : [all])]]
      : [];
  };
  return table(
    ['', 'one', ...(count === 1 ? [] : [`${formatNumber(count, 4)} on ${chip}`])],
    [
      ...row('peak power', cost.peakPowerW, 'power'),
      ...row('static power', cost.staticPowerW, 'power'),
      ...row('area', cost.areaM2, 'area'),
      ...row(`energy per ${word}`, cost.energyJ, 'energy', false),
      ...(word === 'byte'
        ? row('rate', cost.rateHz * bitsPerByte, 'bandwidth')
        : row('rate', cost.rateHz, 'frequency')),
    ],
  );
}

/** What is counted in bytes is shown in bytes per second, whose base unit is a bit. */
const bitsPerByte = 8;
