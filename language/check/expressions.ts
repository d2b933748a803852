import type { AstNode } from 'langium';
import type * as ast from '../generated/ast.ts';
import { infer, type ReportTypeError } from '../types/infer.ts';
import type { NodeChecks } from './check.ts';

export type TypeErrorCode = Parameters<ReportTypeError>[0];

/** Where a type error stands: whatever `infer` passes on. */
export interface TypeErrorAt {
  /** A sentence, or the offending word where the rule itself writes the sentence. */
  readonly message: string;
  readonly node: AstNode;
  readonly property: string | undefined;
}

/** Visits every whole expression and hands the type errors of one code to a rule. */
export function typeErrors(code: TypeErrorCode, tell: (error: TypeErrorAt, report: ReportOf) => void): NodeChecks {
  const visit = (expression: ast.Expression | undefined, report: ReportOf) => {
    infer(expression, (found, message, node, property) => {
      if (found === code) tell({ message, node, property }, report);
    });
  };
  return {
    Property: (node, report) => visit(node.value, report),
    Parameter: (node, report) => visit(node.value, report),
    Argument: (node, report) => visit(node.value, report),
    Constant: (node, report) => visit(node.value, report),
    Setting: (node, report) => visit(node.value, report),
    Input: (node, report) => visit(node.shape, report),
    Count: (node, report) => node.factors.forEach(factor => visit(factor, report)),
    Claim: (node, report) => [node.left, node.right].forEach(each => visit(each, report)),
    Expectation: (node, report) => [node.left, node.right, node.tolerance].forEach(each => visit(each, report)),
  };
}

export type ReportOf = Parameters<NonNullable<NodeChecks['Property']>>[1];
