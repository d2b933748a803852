import type { AstNode } from 'langium';
import * as ast from '../generated/ast.ts';
import { originOf } from '../syntax/origin.ts';
import { visit, visitReferences } from '../syntax/visit.ts';
import { isExponent } from './whole.ts';

/** A number that is written out somewhere, and what it says something about. */
export interface WrittenNumber {
  readonly literal: ast.NumberLiteral;
  /** `NNADC.power`, `count of NNADC in Tile`, `airCooling`. */
  readonly name: string;
  /** As written: `6 mW`. */
  readonly text: string;
  readonly origin: string;
}

/**
 * Every number in the text of a chip and of what it is made of, in whichever file, in the order in which one comes upon them.
 * Exponents are left out, and zeros, which no factor changes.
 */
export function numbersOf(declaration: ast.Block, given: readonly ast.Argument[] = []): WrittenNumber[] {
  const numbers: WrittenNumber[] = [];
  const open: AstNode[] = [...given, declaration];
  const met = new Set<AstNode>(open);
  const follow = (target: AstNode | undefined) => {
    if (!target || met.has(target) || !isDefinition(target) || isWithin(target, met)) return;
    met.add(target);
    open.push(target);
  };
  for (const node of open) {
    visit(node, each => {
      if (ast.isNumberLiteral(each) && each.value !== 0 && !isExponent(each)) numbers.push(written(each));
    });
    visitReferences(node, ({ reference }) => follow('ref' in reference ? reference.ref : undefined));
  }
  return numbers;
}

/** The numbers that are set in an `evaluate`, such as how many chips each design gets. */
export function settingNumbers({ statements }: ast.Evaluation): WrittenNumber[] {
  const numbers: WrittenNumber[] = [];
  for (const statement of statements.filter(ast.isProperty))
    visit(statement, each => {
      if (ast.isNumberLiteral(each) && each.value !== 0 && !isExponent(each)) numbers.push(written(each));
    });
  return numbers;
}

const written = (literal: ast.NumberLiteral): WrittenNumber => ({
  literal,
  name: nameOf(literal),
  // The parentheses around a lone number belong to its node.
  text: literal.$cstNode?.text.replace(/^\((.*)\)$/, '$1') ?? String(literal.value),
  origin: originOf(literal),
});

const isDefinition = (node: AstNode): boolean =>
  ast.isComponent(node) || ast.isBlock(node) || ast.isConstant(node);

function isWithin(node: AstNode, met: ReadonlySet<AstNode>): boolean {
  for (let above = node.$container; above; above = above.$container) if (met.has(above)) return true;
  return false;
}

/** What a number is about: its property, with the component, part or block that has it. */
function nameOf(literal: ast.NumberLiteral): string {
  const path: string[] = [];
  for (let node: AstNode | undefined = literal.$container; node; node = node.$container) {
    if (ast.isCount(node)) return countName(node.$container);
    if (ast.isConstant(node)) return node.name;
    if (ast.isProperty(node) || ast.isParameter(node)) path.unshift(node.name);
    if (ast.isArgument(node)) path.unshift(node.parameter?.$refText ?? 'argument');
    const owner = ownerName(node);
    if (owner !== undefined) return [owner, ...path].join('.');
  }
  return path.join('.');
}

function ownerName(node: AstNode): string | undefined {
  if (ast.isComponent(node) || ast.isBlock(node)) return node.name;
  if (ast.isInlineBlock(node)) return node.name ?? node.level;
  if (ast.isPart(node)) return partName(node);
  if (ast.isChipUse(node)) return node.chip?.$refText ?? '';
  return ast.isEvaluation(node) ? 'evaluate' : undefined;
}

function countName(part: ast.Part): string {
  let owner: AstNode | undefined = part.$container;
  while (owner && (ast.isBody(owner) || ast.isConditional(owner))) owner = owner.$container;
  return `count of ${partName(part)} in ${(owner && ownerName(owner)) ?? ''}`;
}

const partName = ({ what, inline }: ast.Part): string =>
  what?.$refText ?? inline?.name ?? inline?.level ?? '';
