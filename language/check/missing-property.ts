import { type AstNode, AstUtils, GrammarUtils } from 'langium';
import type { Parameter } from '../../simulator/units/index.ts';
import { elaborateAlone } from '../elaborate/component.ts';
import { exampleOf } from '../types/example.ts';
import * as ast from '../generated/ast.ts';
import type { Check, Fix } from './check.ts';
import { fromElaboration } from './from-elaboration.ts';

export const missingProperty: Check = {
  code: 'missing-property',
  severity: 'error',
  doc: 'What evaluation cannot do without and nothing stands in for must be stated.',
  ...fromElaboration('missing-property'),
  described: ({ subject, node, parameters, given }, report) => {
    for (const [name, parameter] of Object.entries(parameters)) {
      if (!parameter.required || given.has(name) || lackedByItself(node, name)) continue;
      const example = `${name} ${exampleOf(name, parameter)}`;
      report({
        message: `${subject} needs \`${name}\`: ${sentence(parameter)} For example \`${example}\``,
        at: node,
        ...(namedBy(node) ? { property: namedBy(node)! } : {}),
        ...insertFix(node, name, example),
      });
    }
  },
};

/** Whether a part is made of a component of this file that lacks the same: then the component is told. */
function lackedByItself(node: AstNode, name: string): boolean {
  const component = ast.isPart(node) ? node.what?.ref : undefined;
  if (!ast.isComponent(component) || AstUtils.getDocument(component) !== AstUtils.getDocument(node))
    return false;
  return elaborateAlone(component)?.described.given.has(name) === false;
}

const sentence = ({ doc }: Parameter) => doc.charAt(0).toLowerCase() + doc.slice(1);

/** Narrows the squiggle from a whole block to the word that names it. */
function namedBy(node: AstNode): string | undefined {
  if (ast.isComponent(node) || ast.isBlock(node) || ast.isProperty(node)) return 'name';
  if (ast.isPart(node)) return node.what ? 'what' : undefined;
  if (ast.isInlineBlock(node)) return 'level';
  return ast.isLayer(node) || ast.isStep(node) ? 'kind' : undefined;
}

/** Adds the property as the first of the block, or gives the node a block when it has none. */
function insertFix(node: AstNode, name: string, text: string): { fix?: Fix } {
  const title = `Add \`${name}\``;
  const body = 'body' in node ? (node.body as AstNode | undefined)?.$cstNode : undefined;
  const open = GrammarUtils.findNodeForKeyword(body, '{');
  if (open) {
    const line =
      ast.isLayer(node) || ast.isStep(node) || ast.isProperty(node)
        ? ` ${text},`
        : `\n${indentOf(node)}  ${text}`;
    return { fix: { title, edits: [{ offset: open.end, length: 0, text: line }] } };
  }
  const head = node.$cstNode;
  return head && takesBlock(node)
    ? { fix: { title, edits: [{ offset: head.end, length: 0, text: ` { ${text} }` }] } }
    : {};
}

const takesBlock = (node: AstNode): boolean =>
  ast.isComponent(node) || ast.isPart(node) || ast.isProperty(node) || ast.isLayer(node) || ast.isStep(node);

function indentOf(node: AstNode): string {
  return ' '.repeat(node.$cstNode?.range.start.character ?? 0);
}
