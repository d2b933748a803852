import type { AstNode } from 'langium';
import { blockCount } from '../../simulator/index.ts';
import { type DimensionName, formatAs, formatNumber, type Parameter } from '../../simulator/units/index.ts';
import type { Given } from '../elaborate/described.ts';
import * as ast from '../generated/ast.ts';
import type { Check, Report } from './check.ts';
import { fromElaboration } from './from-elaboration.ts';

export const outOfRange: Check = {
  code: 'out-of-range',
  severity: 'error',
  doc: 'A value lies in the range of its parameter: above zero for energies and areas, whole for counts and bits.',
  ...fromElaboration('out-of-range'),
  chip: (elaboration, declaration, report) => {
    fromElaboration('out-of-range').chip(elaboration, declaration, report);
    if (!elaboration.complete) return;
    const arrays = elaboration.chip ? blockCount(elaboration.chip.root, 'crossbar') : 1;
    if (!Number.isInteger(Math.round(arrays * 1e6) / 1e6) || arrays < 1)
      report({
        message: `${declaration.name} comes to ${formatNumber(arrays)} crossbars; their number must be whole`,
        at: declaration,
        property: 'name',
      });
  },
  described: ({ node, parameters, given }, report) => {
    for (const [name, value] of given) {
      const parameter = parameters[name];
      if (!parameter) continue;
      if ('dimension' in parameter.type) single(name, value, node, parameter.type, report);
      else if ('sizes' in parameter.type) sizes(name, value, node, parameter.type, report);
    }
  },
};

type Range = Extract<Parameter['type'], { dimension: DimensionName }>;
type Sizes = Extract<Parameter['type'], { sizes: readonly number[] }>;

function single(name: string, { property, value }: Given, node: AstNode, range: Range, report: Report): void {
  // What is no number is another rule's.
  if (typeof value !== 'number' || !Number.isFinite(value)) return;
  const expected = violated(value, range);
  if (!expected) return;
  report({
    message: `\`${name}\` must be ${expected}, this is ${formatAs(value, range.dimension)}`,
    ...place(property, node),
  });
}

function violated(value: number, { dimension, min, max, above, integer }: Range): string | undefined {
  const show = (bound: number) => (bound === 0 ? '0' : formatAs(bound, dimension));
  if (above !== undefined && value <= above) return `above ${show(above)}`;
  if (min !== undefined && value < min) return `at least ${show(min)}`;
  if (max !== undefined && value > max) return `at most ${show(max)}`;
  return integer && !Number.isInteger(value) ? 'a whole number' : undefined;
}

function sizes(
  name: string,
  { property, value }: Given,
  node: AstNode,
  { sizes: allowed, zero }: Sizes,
  report: Report,
): void {
  if (!Array.isArray(value)) return;
  const list = value as readonly number[];
  if (!list.every(Number.isFinite)) return;
  const least = zero ? 0 : 1;
  if (!allowed.includes(list.length))
    report({
      message: `\`${name}\` takes ${allowed.join(' or ')} ${allowed.length === 1 && allowed[0] === 1 ? 'number' : 'numbers'} joined by ×, not ${list.length}`,
      ...place(property, node),
    });
  else if (!list.every(size => Number.isInteger(size) && size >= least))
    report({
      message: `\`${name}\` takes whole numbers of at least ${least}, not ${list.join(' × ')}`,
      ...place(property, node),
    });
}

/**
 * The value of a property, or the whole step for the number after `maxpool`; where that stands in another file, what uses it
 * here.
 */
const place = (property: Given['property'], node: AstNode) =>
  ast.isProperty(property) ? { at: [property, node], property: 'value' } : { at: property };
