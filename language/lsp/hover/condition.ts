import { holds } from '../../elaborate/condition.ts';
import { defaultsAround } from '../../elaborate/defaults-around.ts';
import { evaluateExpression } from '../../elaborate/expression.ts';
import type * as ast from '../../generated/ast.ts';
import { paragraphs } from '../describe.ts';
import { derived } from '../derivation.ts';
import { keywordDocs } from '../words.ts';
import { derivationText } from './expression.ts';

/** Whether a condition holds with the parameters on their defaults, with what values, and what follows. */
export function conditionText(condition: ast.Condition, keyword: string): string {
  const environment = defaultsAround(condition);
  const held = holds(condition, each => evaluateExpression(each, environment));
  const { steps, names } = derived(condition, environment);
  const [written = '', numbers = written] = steps;
  const values = numbers === written ? '' : `: \`${numbers}\``;
  const verdict =
    held === undefined
      ? 'Whether it holds is not known with the defaults.'
      : `${held ? 'Holds' : 'Does not hold'} with the defaults${values}.`;
  return paragraphs(
    derivationText('if', { steps: [written], names }),
    keyword === 'else' && held !== undefined
      ? `${verdict} So the braces after \`else\` ${held ? 'do not count' : 'count'}.`
      : verdict,
    keywordDocs.get(keyword) ?? '',
  );
}
