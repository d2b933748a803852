import { type AstNode, AstUtils, type LangiumDocument } from 'langium';
import type { Described } from '../elaborate/described.ts';
import { description } from '../../simulator/index.ts';
import { elaborateAlone } from '../elaborate/component.ts';
import { chipName, placingOf, settingsIn } from '../elaborate/study.ts';
import * as ast from '../generated/ast.ts';
import { visit } from '../syntax/visit.ts';
import { infer, type TypeError } from '../types/infer.ts';
import { accumulationsExceedRate } from './accumulations-exceed-rate.ts';
import { allowOfError } from './allow-of-error.ts';
import { allowOfNothing } from './allow-of-nothing.ts';
import { allowOfUnknownCheck } from './allow-of-unknown-check.ts';
import { allowWithoutReason } from './allow-without-reason.ts';
import { bandwidthExceeded } from './bandwidth-exceeded.ts';
import { bufferArrayBelowMap } from './buffer-array-below-map.ts';
import { bufferBelowWindow } from './buffer-below-window.ts';
import { bufferCellBelowColumnSum } from './buffer-cell-below-column-sum.ts';
import { oncePerCause } from './causes.ts';
import { cellBitsAboveWeightBits } from './cell-bits-above-weight-bits.ts';
import { cellsMostlyEmpty } from './cells-mostly-empty.ts';
import type { Check, Context, Evaluated, Finding, Fix, Severity } from './check.ts';
import { chipsIn } from './chips-in.ts';
import { conversionsExceedRate } from './conversions-exceed-rate.ts';
import { converterAboveColumnSum } from './converter-above-column-sum.ts';
import { converterBelowColumnSum } from './converter-below-column-sum.ts';
import { cyclicDefinition } from './cyclic-definition.ts';
import { cyclicImport } from './cyclic-import.ts';
import { dacAboveInputBits } from './dac-above-input-bits.ts';
import { dimensionMismatch } from './dimension-mismatch.ts';
import { duplicateImport } from './duplicate-import.ts';
import { duplicateName } from './duplicate-name.ts';
import { duplicateProperty } from './duplicate-property.ts';
import { endlessRange } from './endless-range.ts';
import { expressionsIn } from './expressions.ts';
import { incompleteEvaluation } from './incomplete-evaluation.ts';
import { incompleteLaw } from './incomplete-law.ts';
import { inputBitsNotMultipleOfDacBits } from './input-bits-not-multiple-of-dac-bits.ts';
import { layerShape } from './layer-shape.ts';
import { levelOrder } from './level-order.ts';
import { missingComponent } from './missing-component.ts';
import { missingProperty } from './missing-property.ts';
import { missingValue } from './missing-value.ts';
import { networkExceedsChip } from './network-exceeds-chip.ts';
import { noValue } from './no-value.ts';
import { notANumber } from './not-a-number.ts';
import { onResistanceNotBelowOff } from './on-resistance-not-below-off.ts';
import { outOfRange } from './out-of-range.ts';
import { powerDensityAboveLimit } from './power-density-above-limit.ts';
import { powerWithoutRate } from './power-without-rate.ts';
import { sampleHoldsBelowSamples } from './sample-holds-below-samples.ts';
import { severalCrossbars } from './several-crossbars.ts';
import { severalDrivers } from './several-drivers.ts';
import { shadowedName } from './shadowed-name.ts';
import { tableValueWins } from './table-value-wins.ts';
import { transferBelowWrite } from './transfer-below-write.ts';
import { unknownArgument } from './unknown-argument.ts';
import { unknownFunction } from './unknown-function.ts';
import { unknownImport } from './unknown-import.ts';
import { unknownKind } from './unknown-kind.ts';
import { unknownMember } from './unknown-member.ts';
import { unknownName } from './unknown-name.ts';
import { unknownProperty } from './unknown-property.ts';
import { unknownUnit } from './unknown-unit.ts';
import { unknownWord } from './unknown-word.ts';
import { unusedImport } from './unused-import.ts';
import { unusedParameter } from './unused-parameter.ts';
import { weightSlicesExceedColumns } from './weight-slices-exceed-columns.ts';

/** Every rule of the language. */
export const checks: readonly Check[] = [
  accumulationsExceedRate,
  allowOfError,
  allowOfNothing,
  allowOfUnknownCheck,
  allowWithoutReason,
  bandwidthExceeded,
  bufferArrayBelowMap,
  bufferBelowWindow,
  bufferCellBelowColumnSum,
  cellBitsAboveWeightBits,
  cellsMostlyEmpty,
  conversionsExceedRate,
  converterAboveColumnSum,
  converterBelowColumnSum,
  cyclicDefinition,
  cyclicImport,
  dacAboveInputBits,
  dimensionMismatch,
  duplicateImport,
  duplicateName,
  duplicateProperty,
  endlessRange,
  incompleteEvaluation,
  incompleteLaw,
  inputBitsNotMultipleOfDacBits,
  layerShape,
  levelOrder,
  missingComponent,
  missingProperty,
  missingValue,
  networkExceedsChip,
  notANumber,
  noValue,
  onResistanceNotBelowOff,
  outOfRange,
  powerDensityAboveLimit,
  powerWithoutRate,
  sampleHoldsBelowSamples,
  severalCrossbars,
  severalDrivers,
  shadowedName,
  tableValueWins,
  transferBelowWrite,
  unknownArgument,
  unknownFunction,
  unknownImport,
  unknownKind,
  unknownMember,
  unknownName,
  unknownProperty,
  unknownUnit,
  unknownWord,
  unusedImport,
  unusedParameter,
  weightSlicesExceedColumns,
];

/** A finding with the rule that made it, at a place in the file checked. */
export interface Judged extends Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly unnecessary: boolean;
  readonly at: AstNode;
  readonly fix?: Fix;
}

/** Everything the rules find in one file, in the order of the text, each thing once. */
export function judge(document: LangiumDocument, context: Context): Judged[] {
  const { parserErrors, lexerErrors, value } = document.parseResult;
  const root = value as ast.Document;
  const found = new Map<string, Judged>();
  const reportFor = (check: Check, anchor?: AstNode) => (finding: Finding) => {
    const judged = settle(finding, check, document, anchor);
    if (judged && !found.has(keyOf(judged))) found.set(keyOf(judged), forVariant(judged, anchor));
  };
  const tell = (error: TypeError) => {
    const check = byCode.get(error.code);
    check?.typeError?.(error, reportFor(check));
  };
  visit(root, node => {
    for (const [check, look] of lookers.get(node.$type) ?? []) look(node, reportFor(check), context);
    for (const expression of expressionsIn(node)) infer(expression, tell);
  });
  for (const { described, anchor } of describedIn(root, context))
    for (const check of checks) check.described?.(described, reportFor(check, anchor));
  for (const { block, given, anchor } of chipsIn(root)) {
    const elaboration = context.elaborations.chip(block, given);
    for (const check of checks) check.chip?.(elaboration, block, reportFor(check, anchor), context);
  }
  for (const workload of root.declarations.filter(ast.isWorkload))
    for (const check of checks)
      check.workload?.(context.elaborations.workload(workload), workload, reportFor(check));
  const wrong = [...found.values()].some(({ severity }) => severity === 'error');
  if (!wrong && parserErrors.length + lexerErrors.length === 0)
    for (const evaluated of evaluatedIn(root, context))
      for (const check of checks) check.outcome?.(evaluated, reportFor(check));
  return oncePerCause(
    [...found.values()].sort((a, b) => (a.at.$cstNode?.offset ?? 0) - (b.at.$cstNode?.offset ?? 0)),
  );
}

const byCode: ReadonlyMap<string, Check> = new Map(checks.map(check => [check.code, check]));

type Look = (node: AstNode, report: (finding: Finding) => void, context: Context) => void;

const lookers: ReadonlyMap<string, readonly (readonly [Check, Look])[]> = (() => {
  const table = new Map<string, (readonly [Check, Look])[]>();
  for (const check of checks)
    for (const [type, look] of Object.entries(check.nodes ?? {}))
      table.set(type, [...(table.get(type) ?? []), [check, look as Look]]);
  return table;
})();

/** Everything described in the file, whether a chip uses it or not. */
function describedIn(
  root: ast.Document,
  { elaborations }: Context,
): { described: Described; anchor?: AstNode }[] {
  const chips = chipsIn(root).flatMap(({ block, given, anchor }) =>
    elaborations
      .chip(block, given)
      .described.map(described => (anchor ? { described, anchor } : { described })),
  );
  const workloads = root.declarations
    .filter(ast.isWorkload)
    .flatMap(workload => elaborations.workload(workload).described.map(described => ({ described })));
  const components = root.declarations.filter(ast.isComponent).flatMap(component => {
    const described = elaborateAlone(component)?.described;
    return described ? [{ described }] : [];
  });
  const settings = root.declarations.filter(ast.isEvaluation).map(evaluation => ({
    described: {
      subject: 'evaluate',
      node: evaluation,
      parameters: description.settings,
      given: settingsIn(evaluation),
    },
  }));
  return [...chips, ...workloads, ...components, ...settings];
}

/** Moves a finding into the file being checked; one that has no place there is another file's. */
function settle(
  finding: Finding,
  check: Check,
  document: LangiumDocument,
  anchor: AstNode | undefined,
): Judged | undefined {
  const { property, index, fix, ...rest } = finding;
  const places = 'length' in finding.at ? finding.at : [finding.at];
  const at = places.find(node => AstUtils.getDocument(node) === document && node.$cstNode) ?? anchor;
  if (!at) return undefined;
  // What the parser made up after a syntax error has no name to speak of.
  if ([ast.isComponent, ast.isBlock, ast.isWorkload, ast.isLayer].some(is => is(at) && !at.name))
    return undefined;
  const exact = at === places[0];
  const fitting = typeof fix === 'function' ? fix(at) : fix;
  return {
    ...rest,
    at,
    ...(fitting ? { fix: fitting } : {}),
    // A property narrows only the node it was meant for.
    ...(exact && property !== undefined ? { property } : {}),
    ...(exact && index !== undefined ? { index } : {}),
    ...(!exact && ast.isBlock(at) ? { property: 'name' } : {}),
    code: check.code,
    unnecessary: check.unnecessary ?? false,
    severity: finding.severity ?? check.severity,
  };
}

/** What the `evaluate`s of a file come to. A chip or network that could not be made out has been complained about. */
function* evaluatedIn(root: ast.Document, { elaborations }: Context): Generator<Evaluated> {
  for (const evaluation of root.declarations.filter(ast.isEvaluation)) {
    const placing = placingOf(evaluation);
    const workloads = evaluation.workloads.map(({ ref }) => ref && elaborations.workload(ref).workload);
    for (const use of evaluation.chips) {
      const chip = use.chip?.ref && elaborations.chip(use.chip.ref, use.arguments).chip;
      if (!chip || !workloads.every(workload => workload !== undefined)) continue;
      const networks = workloads.map(workload => ({
        workload,
        outcome: elaborations.outcomes.of(chip, workload, placing),
      }));
      yield { evaluation, name: chipName(use), chip, networks };
    }
  }
}

/** Says of which chip it is true, where that is one with other arguments than the text at the place has. */
function forVariant(judged: Judged, anchor: AstNode | undefined): Judged {
  if (!ast.isChipUse(anchor) || judged.at === anchor) return judged;
  return { ...judged, message: `${chipName(anchor)}: ${judged.message}` };
}

function keyOf({ code, at, property, index, message }: Judged): string {
  return [code, at.$cstNode?.offset, at.$cstNode?.length, property, index, message].join('\n');
}
