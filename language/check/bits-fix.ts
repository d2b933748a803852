import { type AstNode, GrammarUtils } from 'langium';
import * as ast from '../generated/ast.ts';
import { visit } from '../syntax/visit.ts';
import type { Fix } from './check.ts';

/**
 * Gives a component other bits: in the property that states them, else in braces where it is used. Nothing is offered
 * where the number depends on a name, which may stand for others too.
 */
export function bitsFix(at: AstNode, parameter: string, bits: number): Fix | undefined {
  const edit =
    ast.isProperty(at) && at.name === parameter
      ? replaceValue(at, `${bits} bit`)
      : ast.isPart(at) || ast.isProperty(at)
        ? stateInBraces(at, `${parameter} ${bits} bit`)
        : undefined;
  return edit && { title: `Use ${bits} ${bits === 1 ? 'bit' : 'bits'}`, edits: [edit] };
}

type Edit = Fix['edits'][number];

function replaceValue({ $cstNode, value }: ast.Property, text: string): Edit | undefined {
  const cst = GrammarUtils.findNodeForProperty($cstNode, 'value');
  return cst && !namesSomething(value) ? { offset: cst.offset, length: cst.length, text } : undefined;
}

function namesSomething(value: ast.Expression | undefined): boolean {
  let found = false;
  if (value)
    visit(value, node => {
      found ||= ast.isNameReference(node);
    });
  return found;
}

/** As the first thing in the braces, or in new ones. */
function stateInBraces({ $cstNode, body }: ast.Part | ast.Property, text: string): Edit | undefined {
  const open = GrammarUtils.findNodeForKeyword(body?.$cstNode, '{');
  if (open) return { offset: open.end, length: 0, text: ` ${text},` };
  return $cstNode && { offset: $cstNode.end, length: 0, text: ` { ${text} }` };
}
