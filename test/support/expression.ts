import * as ast from '../../language/generated/ast.ts';
import { evaluateExpression } from '../../language/elaborate/expression.ts';
import { emptyEnvironment, type Value } from '../../language/elaborate/value.ts';
import { formatQuantity } from '../../simulator/units/index.ts';
import { withFiles } from './pim.ts';

/** The value of the last constant of a text as it is shown, or undefined when it has none. */
export function valueOf(text: string): Promise<string | undefined> {
  return withFiles(text, ([document]) => {
    const constant = (document!.parseResult.value as ast.Document).declarations.findLast(ast.isConstant);
    const value = evaluateExpression(constant?.value, emptyEnvironment);
    return value && shown(value);
  });
}

function shown(value: Value): string | undefined {
  if (value.kind === 'list') return `[${value.items.map(shown).join(', ')}]`;
  return value.kind === 'quantity' ? formatQuantity(value.quantity) : undefined;
}
