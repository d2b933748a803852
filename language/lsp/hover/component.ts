import { AstUtils } from 'langium';
import {
  type Component,
  type Cost,
  costOf,
  description,
  rulingOf,
  structureOf,
} from '../../../simulator/index.ts';
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
  const elaborated = elaborateAlone(component)?.component;
  return paragraphs(
    headOf(component),
    inheritedDocumentation(component),
    costTable(elaborated && costAlone(elaborated)),
    elaborated ? lawsText(elaborated) : '',
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
      inheritedDocumentation(component),
      costTable(first.cost, all),
      lawsText(first.component),
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

/** What a component says of itself, then what those it extends say: numbers and their sources may stand in any of them. */
function inheritedDocumentation(component: ast.Component): string {
  const texts: string[] = [];
  const seen = new Set<ast.Component>();
  for (let each: ast.Component | undefined = component; each && !seen.has(each); each = each.base?.ref) {
    seen.add(each);
    texts.push(documentationText(each));
  }
  return paragraphs(...texts);
}

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
function costAlone({ kind, parameters, nodeM }: Component): Cost | undefined {
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
