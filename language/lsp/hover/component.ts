import { AstUtils } from 'langium';
import { description, structureOf } from '../../../simulator/index.ts';
import { type DimensionName, formatAs, formatNumber } from '../../../simulator/units/index.ts';
import { elaborateAlone } from '../../elaborate/component.ts';
import type { Elaborations } from '../../elaborate/elaborations.ts';
import type * as ast from '../../generated/ast.ts';
import { originOf } from '../../syntax/origin.ts';
import { kindOf } from '../../types/schema.ts';
import { code, documentationText, paragraphs, table } from '../describe.ts';
import { chipsOf } from './chips.ts';

/** A component: what it is, what one of it costs, and where the numbers come from. */
export function componentText(component: ast.Component): string {
  return paragraphs(
    headOf(component),
    documentationText(component),
    costTable(costOf(component)),
    kindDoc(component),
  );
}

/** A component where it is placed: what one costs there, and what all of it do on the whole chip. */
export function partText(part: ast.Part, component: ast.Component, elaborations: Elaborations): string {
  const origin = originOf(part);
  for (const chip of chipsOf(AstUtils.getDocument(part), elaborations)) {
    const placed = structureOf(chip).components.filter(each => each.component.origin === origin);
    const [first] = placed;
    if (!first) continue;
    const instances = placed.reduce((sum, each) => sum + each.instances, 0);
    const all = { count: instances, title: `${formatNumber(instances, 4)} on ${chip.name}` };
    return paragraphs(
      headOf(component),
      documentationText(component),
      costTable(first.cost, all),
      kindDoc(component),
    );
  }
  return componentText(component);
}

export function kindText(kind: string): string {
  const known = description.components.get(kind);
  return known ? paragraphs(`\`${known.kind}\``, known.doc) : '';
}

const headOf = (component: ast.Component): string =>
  code(`component ${component.name} : ${kindOf(component) ?? '?'}`);

const kindDoc = (component: ast.Component): string =>
  description.components.get(kindOf(component) ?? '')?.doc ?? '';

type Cost = ReturnType<typeof structureOf>['components'][number]['cost'];

/** The cost of a component by itself. That of cells depends on the array around them, so it is left to the chip. */
function costOf(component: ast.Component): Cost | undefined {
  const elaborated = elaborateAlone(component);
  const kind = elaborated && description.components.get(elaborated.component.kind);
  if (!kind || kind.category === 'array') return undefined;
  return kind.cost(elaborated.component.parameters, { array: noArray });
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

function costTable(cost: Cost | undefined, all?: { readonly count: number; readonly title: string }): string {
  if (!cost) return '';
  const row = (label: string, value: number, dimension: DimensionName, adds: boolean) =>
    Number.isFinite(value) && value > 0
      ? [
          [
            label,
            formatAs(value, dimension),
            ...(all ? [adds ? formatAs(value * all.count, dimension) : ''] : []),
          ],
        ]
      : [];
  return table(
    ['', 'one', ...(all ? [all.title] : [])],
    [
      ...row('peak power', cost.peakPowerW, 'power', true),
      ...row('static power', cost.staticPowerW, 'power', true),
      ...row('area', cost.areaM2, 'area', true),
      ...row('energy of an action', cost.energyJ, 'energy', false),
      ...row('actions per second', cost.rateHz, 'frequency', true),
    ],
  );
}
