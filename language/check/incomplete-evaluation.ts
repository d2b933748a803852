import { AstUtils, type AstNode, type CstNode } from 'langium';
import type { Elaboration } from '../elaborate/elaborate.ts';
import { evaluateQuantity } from '../elaborate/expression.ts';
import { chipName } from '../elaborate/study.ts';
import { emptyEnvironment } from '../elaborate/value.ts';
import { infer } from '../types/infer.ts';
import { weightCount } from '../../simulator/index.ts';
import * as ast from '../generated/ast.ts';
import type { Check, Context, Fix, Report } from './check.ts';

/** An `evaluate` that cannot run for a reason that stands in another file, or in how it asks. */
export const incompleteEvaluation: Check = {
  code: 'incomplete-evaluation',
  severity: 'error',
  doc: 'What an `evaluate` names can be evaluated, and its questions speak of what it names.',
  nodes: {
    Evaluation: (node, report, context) => {
      node.chips.forEach(use => chip(use, report, context));
      node.workloads.forEach((reference, index) => {
        const message = reference.ref && workloadProblem(reference.ref, node, context);
        if (message) report({ message, at: node, property: 'workloads', index });
      });
    },
    NameReference: (node, report) => question(node, report),
    Claim: (node, report) => {
      const claimed = evaluateQuantity(node.right, emptyEnvironment)?.value;
      if (
        node.right &&
        (claimed === undefined || !Number.isFinite(claimed) || claimed === 0) &&
        infer(node.right).kind === 'quantity'
      )
        report({
          message: 'a claim states a published number, such as `= 5.36`; metrics stand on its left',
          at: node.right,
        });
    },
    Normalise: (node, report) => {
      const target = node.chip?.ref;
      if (target && !node.$container.chips.some(use => use.chip?.ref === target))
        report({
          message: `${target.name} is not among the chips evaluated here; name it before \`on\``,
          at: node,
          property: 'chip',
          ...evaluated(target.name, node.$container.chips.at(-1)?.$cstNode),
        });
    },
  },
};

function chip(use: ast.ChipUse, report: Report, context: Context): void {
  const target = use.chip?.ref;
  if (!target) return;
  if (target.level !== 'chip')
    return report({
      message: `${target.name} is a ${target.level}; only a chip can be evaluated`,
      at: use,
      property: 'chip',
    });
  const elsewhere = !isHere(target, use) && context.errorIn(target);
  const own = isHere(target, use) && use.arguments.length === 0;
  if (elsewhere)
    report({ message: `${target.name} cannot be evaluated: ${elsewhere}`, at: use, property: 'chip' });
  else if (!own) {
    const elaboration = context.elaborations.chip(target, use.arguments);
    if (!elaboration.chip)
      report({
        message: `${chipName(use)} cannot be evaluated: ${whatLacks(elaboration)}`,
        at: use,
        property: 'chip',
      });
  }
}

/** Why a chip could not be made out: what elaboration says, else the first value that is needed and not there. */
function whatLacks({ problems, described }: Elaboration): string {
  if (problems[0]) return problems[0].message;
  for (const { subject, parameters, given } of described)
    for (const [name, { required }] of Object.entries(parameters))
      if (required && given.get(name)?.value === undefined && given.get(name)?.property.body === undefined)
        return `\`${name}\` of ${subject} has no value`;
  return 'a value it needs is of the wrong kind';
}

/** Names one more of what an `evaluate` lists. */
function evaluated(name: string, last: CstNode | undefined): { fix?: Fix } {
  if (!last) return {};
  const edits = [{ offset: last.end, length: 0, text: `, ${name}` }];
  return { fix: { title: `Evaluate \`${name}\` here too`, edits } };
}

function workloadProblem(workload: ast.Workload, node: AstNode, context: Context): string | undefined {
  const error = isHere(workload, node) ? undefined : context.errorIn(workload);
  if (error) return `${workload.name} cannot be evaluated: ${error}`;
  const elaborated = context.elaborations.workload(workload).workload;
  return elaborated && weightCount(elaborated) === 0
    ? `${workload.name} has no layer with weights, so there is nothing to place on a chip; add a \`conv\`, \`dense\` or \`lstm\``
    : undefined;
}

/** A metric in a question: of a chip and on a workload that are evaluated here. */
function question(node: ast.NameReference, report: Report): void {
  const target = node.target.ref;
  if (!ast.isBlock(target) || !node.member) return;
  const evaluation = AstUtils.getContainerOfType(node, ast.isEvaluation);
  if (!evaluation)
    return report({
      message: 'a metric is only known inside an `evaluate`, in `claim` and `expect`',
      at: node,
    });
  if (!evaluation.chips.some(use => use.chip?.ref === target))
    report({
      message: `${target.name} is not among the chips evaluated here; name it before \`on\``,
      at: node,
      property: 'target',
      ...evaluated(target.name, evaluation.chips.at(-1)?.$cstNode),
    });
  const workload = node.workload?.ref;
  if (workload && !evaluation.workloads.some(each => each.ref === workload))
    report({
      message: `${workload.name} is not among the workloads evaluated here; name it after \`on\``,
      at: node,
      property: 'workload',
      ...evaluated(workload.name, evaluation.workloads.at(-1)?.$refNode),
    });
}

function isHere(node: AstNode, other: AstNode): boolean {
  return AstUtils.getDocument(node) === AstUtils.getDocument(other);
}
