import { type AstNode, AstUtils, type Reference } from 'langium';
import { levels } from '../../simulator/index.ts';
import * as ast from '../generated/ast.ts';
import { importedDocuments } from '../scope/imports.ts';
import { wordsExpected } from '../types/expected-words.ts';
import { nearest } from '../syntax/spelling.ts';
import { isBrokenWith } from './broken-imports.ts';
import type { Check, Context } from './check.ts';
import { didYouMean, replaceFix } from './nearest.ts';

/**
 * A name that stands for nothing. Says the nearest name that does, and where a library file or another file of the
 * workspace has it, offers to import it.
 */
export const unknownName: Check = {
  code: 'unknown-name',
  severity: 'error',
  doc: 'Every name must be defined in the file, inherited, or imported.',
  nodes: {
    ImportedName: imported,
    Part: (node, report, context) => each(node, node.what, 'what', report, context),
    Component: (node, report, context) => each(node, node.base, 'base', report, context),
    Block: (node, report, context) => each(node, node.base, 'base', report, context),
    ChipUse: (node, report, context) => each(node, node.chip, 'chip', report, context),
    Normalise: (node, report, context) => each(node, node.chip, 'chip', report, context),
    Evaluation: (node, report, context) =>
      node.workloads.forEach((workload, index) => each(node, workload, 'workloads', report, context, index)),
    Layer: (node, report, context) =>
      node.inputs.forEach((input, index) => each(node, input, 'inputs', report, context, index)),
    NameReference: (node, report, context) => {
      // Words such as `differential` look like names; `unknown-word` judges them.
      if (!node.target.error || wordsExpected(node) === undefined)
        each(node, node.target, 'target', report, context);
      each(node, node.workload, 'workload', report, context);
    },
  },
};

/** A name that the file of an import does not have; where there is no such file, that is said instead. */
function imported(node: ast.ImportedName, report: Reporter, context: Context): void {
  const { target, $container } = node;
  // A syntax error took the path away.
  if (!target.error || target.$refText === '' || !$container.path) return;
  const { uri } = AstUtils.getDocument(node);
  if (importedDocuments(context.documents, uri, $container.path).length === 0) return;
  const suggestion = nearest(target.$refText, context.scopeOf(node, 'target'));
  const hint = `; "${$container.path}" defines no such name, or keeps it private`;
  report({
    message: `unknown name \`${target.$refText}\`${didYouMean(suggestion) || hint}`,
    at: node,
    property: 'target',
    ...replaceFix(node, 'target', suggestion),
  });
}

/** A part with braces may also be a block written on the spot, whose level was misspelt. */
const levelsFor = (node: AstNode): readonly string[] =>
  ast.isPart(node) && node.body ? levels.slice(1) : [];

type Reporter = Parameters<NonNullable<NonNullable<Check['nodes']>['Part']>>[1];

function each(
  node: AstNode,
  reference: Reference | undefined,
  property: string,
  report: Reporter,
  context: Context,
  index?: number,
): void {
  if (!reference?.error || reference.$refText === '') return;
  const name = reference.$refText;
  const importable = context.exporterOf(name, AstUtils.getDocument(node).uri);
  const suggestion = nearest(name, [...context.scopeOf(node, property), ...levelsFor(node)]);
  const isKnown = importable !== undefined || suggestion !== undefined;
  if (isBrokenWith(name, isKnown, AstUtils.getDocument(node), context.documents)) return;
  const hint = name.includes('-') ? hints.subtract : property === 'inputs' ? hints.layer : hints.other;
  report({
    message: `unknown name \`${name}\`${importable ? `; it is in "${importable}"` : didYouMean(suggestion) || hint}`,
    at: node,
    property,
    cause: name,
    ...(index === undefined ? {} : { index }),
    ...(importable
      ? {
          fix: {
            title: `Import "${importable}"`,
            edits: [{ offset: 0, length: 0, text: `import "${importable}"\n` }],
          },
        }
      : index === undefined
        ? replaceFix(node, property, suggestion)
        : {}),
  });
}

/** What may help where no name resembles it. */
const hints = {
  subtract: '; to subtract, put blanks around the minus',
  layer: '; expected a layer above this one',
  other: '; define it in this file, or import a file that does',
};
