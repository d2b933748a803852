import { AstUtils } from 'langium';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { type Metric, metrics } from '../../../simulator/index.ts';
import { type Dimension, dimensions, sameDimension } from '../../../simulator/units/index.ts';
import * as ast from '../../generated/ast.ts';
import { exampleOfMetric } from '../../types/example.ts';
import { expectedType } from '../../types/expected.ts';
import { infer } from '../../types/infer.ts';
import type { Type } from '../../types/type.ts';
import { metricText } from '../describe.ts';
import { type Draft, Placeholders } from './draft.ts';
import { anyValues } from './expressions.ts';
import type { Side } from './place/place.ts';
import { chipDrafts } from './targets.ts';
import { nodeAt, nodeBefore, type Site, typedName } from './site.ts';

/** What an `expect` or `claim` is made of: metrics of the chips it asks about, and a number to hold them against. */
export function questionDrafts(site: Site, owner: number, statement: string, side: Side): Draft[] {
  // What is chosen of a chip may stand there already.
  if (site.after.startsWith('.')) return chipDrafts(site, owner);
  if (side === 'left')
    return metricsOf(site, owner, undefined, site.after.trim() === '' ? statement : undefined);
  const expected = expectedHere(site, side);
  const example = side === 'right' && expected ? exampleDrafts(expected.dimension) : [];
  // A claim is a published number: metrics stand on its left.
  const isNumber = statement === 'claim' && side === 'right';
  const compared = isNumber ? [] : metricsOf(site, owner, expected?.dimension, undefined);
  return [...example, ...compared, ...anyValues(site, owner)];
}

/** The type that follows from the other side, or from the calculation that is being written. */
function expectedHere(site: Site, side: Side): Extract<Type, { kind: 'quantity' }> | undefined {
  const typed = typedName(site);
  const statement = AstUtils.getContainerOfType(nodeBefore(site), isComparing);
  const found = typed
    ? expectedType(typed)
    : side === 'right' && statement
      ? infer(statement.left)
      : undefined;
  return found?.kind === 'quantity' ? found : undefined;
}

const isComparing = (node: unknown): node is ast.Expectation | ast.Claim =>
  ast.isExpectation(node) || ast.isClaim(node);

const exampleDrafts = (dimension: Dimension): Draft[] => {
  const label = exampleOfMetric(dimension);
  return label === undefined
    ? []
    : [{ label, kind: CompletionItemKind.Value, detail: 'for example', rank: 1 }];
};

/** `ISAAC.area` for every metric of the chips; at the beginning of a statement with the rest of it. */
function metricsOf(
  site: Site,
  owner: number,
  dimension: Dimension | undefined,
  statement: string | undefined,
): Draft[] {
  const evaluation = AstUtils.getContainerOfType(nodeAt(owner, site), ast.isEvaluation);
  const chips = new Set(evaluation?.chips.flatMap(({ chip }) => (chip?.ref ? [chip.$refText] : [])));
  const fitting = Object.entries(metrics).filter(
    ([, metric]) => !dimension || sameDimension(dimensions[metric.dimension], dimension),
  );
  return [...chips].flatMap(chip =>
    fitting.map(([name, metric]) => metricDraft(chip, name, metric, statement)),
  );
}

function metricDraft(chip: string, name: string, metric: Metric, statement: string | undefined): Draft {
  const label = `${chip}.${name}`;
  const bound = new Placeholders().at(exampleOfMetric(dimensions[metric.dimension]) ?? '1');
  const operator = statement === 'claim' ? '=' : metric.better === 'higher' ? '>' : '<';
  return {
    label,
    kind: CompletionItemKind.Property,
    detail: metric.label,
    doc: metricText(name),
    ...(statement ? { text: `${label} ${operator} ${bound}`, snippet: true } : {}),
    rank: 3,
  };
}
