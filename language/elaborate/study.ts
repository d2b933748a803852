import type { LangiumDocument } from 'langium';
import {
  description,
  type Formula,
  type Lookup,
  metrics,
  type MetricName,
  mergeSources,
  type PlaceOptions,
  type Question,
  type Study,
  type StudyChip,
} from '../../simulator/index.ts';
import { count, dimensions, type Quantity } from '../../simulator/units/index.ts';
import * as ast from '../generated/ast.ts';
import { documentationOf } from '../syntax/documentation.ts';
import { originOf } from '../syntax/origin.ts';
import { applyFunction, functions } from '../types/functions.ts';
import type { Given } from './described.ts';
import { type Elaboration, elaborate } from './elaborate.ts';
import { combine, evaluateQuantity } from './expression.ts';
import type { MergedProperty } from './inherit.ts';
import { Notes } from './notes.ts';
import { readProperties } from './read.ts';
import { emptyEnvironment } from './value.ts';
import { type ElaboratedWorkload, elaborateWorkload } from './workload.ts';

/** How chips and workloads are elaborated: a cache can stand in. */
export interface Elaborators {
  readonly chip: (block: ast.Block, given: readonly ast.Argument[]) => Elaboration;
  readonly workload: (workload: ast.Workload) => ElaboratedWorkload;
}

const uncached: Elaborators = { chip: elaborate, workload: elaborateWorkload };

/** The study an `evaluate` asks for, or undefined when one of its chips or workloads is incomplete. */
export function elaborateStudy(
  evaluation: ast.Evaluation,
  elaborators: Elaborators = uncached,
): Study | undefined {
  const uses = evaluation.chips.map(use => {
    const elaborated = use.chip?.ref && elaborators.chip(use.chip?.ref, use.arguments);
    return { name: chipName(use), origin: use.chip?.ref ? originOf(use.chip?.ref) : '', elaborated };
  });
  const workloads = evaluation.workloads.map(
    reference => reference.ref && elaborators.workload(reference.ref),
  );
  const notes = new Notes();
  notes.take(evaluation, 'evaluation');
  const chips = uses.flatMap(({ name, origin, elaborated }): StudyChip[] =>
    elaborated?.chip
      ? [{ name, origin, chip: elaborated.chip, assumptions: elaborated.notes.assumptions }]
      : [],
  );
  const complete = workloads.flatMap(each => (each?.workload ? [each.workload] : []));
  if (chips.length < uses.length || complete.length < workloads.length || chips.length === 0)
    return undefined;
  return {
    chips,
    workloads: complete,
    ...settingsOf(evaluation),
    origin: originOf(evaluation),
    questions: evaluation.statements.flatMap(statement => questionOf(statement)),
    assumptions: notes.assumptions,
    sources: mergeSources([
      ...uses.flatMap(({ elaborated }) => elaborated?.notes.sources ?? []),
      ...workloads.flatMap(each => each?.notes.sources ?? []),
    ]),
  };
}

/** A study of chips and workloads without an `evaluate` around them. */
export function plainStudy(
  chips: readonly ast.Block[],
  workloads: readonly ast.Workload[],
  elaborators: Elaborators = uncached,
): Study | undefined {
  const elaborated = chips.map(block => ({ block, ...elaborators.chip(block, []) }));
  const asked = workloads.map(each => elaborators.workload(each));
  const ready = elaborated.flatMap(({ block, chip, notes }) =>
    chip ? [{ name: block.name, origin: originOf(block), chip, assumptions: notes.assumptions }] : [],
  );
  const complete = asked.flatMap(({ workload }) => (workload ? [workload] : []));
  if (ready.length < chips.length || complete.length < workloads.length) return undefined;
  return {
    chips: ready,
    workloads: complete,
    average: 'geometric',
    placing: {},
    settings: settingValues(new Map()),
    origin: '',
    questions: [],
    assumptions: [],
    sources: mergeSources([
      ...elaborated.flatMap(each => each.notes.sources),
      ...asked.flatMap(each => each.notes.sources),
    ]),
  };
}

/** Every `evaluate` of a file. */
export function evaluationsOf(document: LangiumDocument): ast.Evaluation[] {
  return (document.parseResult.value as ast.Document).declarations.filter(ast.isEvaluation);
}

/** A chip's name, with its arguments where it was given some: `NeuralPIM(dacBits = 2 bit)`. */
export function chipName(use: ast.ChipUse): string {
  // A syntax error can leave a use without its chip, against what the generated type says.
  return use.$cstNode?.text.replace(/\s+/g, ' ') ?? use.chip?.$refText ?? '';
}

/** What is set in an `evaluate`, read as the type of each setting. */
export function settingsIn(
  evaluation: ast.Evaluation,
  environment = emptyEnvironment,
): ReadonlyMap<string, Given> {
  const stated = evaluation.statements.filter(ast.isProperty).map((property): [string, MergedProperty] => [
    property.name,
    {
      property,
      nested: [],
      ...(property.value ? { value: { expression: property.value, environment } } : {}),
    },
  ]);
  return readProperties(description.settings, new Map(stated));
}

function settingsOf(
  evaluation: ast.Evaluation,
): Pick<Study, 'average' | 'placing' | 'equalAreaTo' | 'settings'> {
  const settings = settingsIn(evaluation);
  const normalise = evaluation.statements.findLast(ast.isNormalise);
  const reference = evaluation.chips.find(use => use.chip?.ref && use.chip.ref === normalise?.chip?.ref);
  return {
    average: settings.get('average')?.value === 'arithmetic' ? 'arithmetic' : 'geometric',
    placing: placingOf(evaluation),
    ...(reference ? { equalAreaTo: chipName(reference) } : {}),
    settings: {
      ...settingValues(settings),
      ...(reference ? { normalise: `area to ${chipName(reference)}` } : {}),
    },
  };
}

/** How an `evaluate` wants every network put on every chip; what it leaves open is left to the simulator. */
export function placingOf(evaluation: ast.Evaluation, environment = emptyEnvironment): PlaceOptions {
  const stated = [...settingsIn(evaluation, environment)].flatMap(([name, { value }]) =>
    value === undefined || name === 'average' ? [] : [[name, value]],
  );
  // The settings' own types allow nothing else.
  return Object.fromEntries(stated) as PlaceOptions;
}

/** Every setting that has a value, stated or by default. */
function settingValues(stated: ReadonlyMap<string, Given>): Record<string, string | number> {
  const values = Object.entries(description.settings).map(([name, parameter]) => [
    name,
    stated.get(name)?.value ?? parameter.default,
  ]);
  return Object.fromEntries(values.filter((entry): entry is [string, string | number] => isPlain(entry[1])));
}

const isPlain = (value: unknown): value is string | number =>
  typeof value === 'string' || typeof value === 'number';

function questionOf(statement: ast.Statement): Question[] {
  const text = statement.$cstNode?.text.replace(/\s+/g, ' ') ?? '';
  const origin = originOf(statement);
  if (ast.isClaim(statement)) {
    const documentation = documentationOf(statement);
    const source =
      documentation?.sources[0] ??
      documentation?.derived.map(each => `derived: ${each}`)[0] ??
      'no source given';
    const subject = subjectOf(statement.left);
    return [
      {
        kind: 'claim',
        text,
        origin,
        source,
        actual: formulaOf(statement.left),
        claimed: formulaOf(statement.right),
        ...(subject ? { subject } : {}),
      },
    ];
  }
  if (!ast.isExpectation(statement)) return [];
  const { operator } = statement;
  const tolerance = evaluateQuantity(statement.tolerance, emptyEnvironment)?.value ?? equalWithin;
  const holds = (actual: number, bound: number) => {
    switch (operator) {
      case '<':
        return actual < bound;
      case '<=':
        return actual <= bound;
      case '>':
        return actual > bound;
      case '>=':
        return actual >= bound;
      case '=':
        return Math.abs(actual - bound) <= tolerance * Math.abs(bound);
    }
  };
  return [
    {
      kind: 'expect',
      text,
      origin,
      actual: formulaOf(statement.left),
      bound: formulaOf(statement.right),
      holds,
    },
  ];
}

/** How close two numbers must be to count as equal when the text states no tolerance. */
const equalWithin = 1e-9;

/** An expression over metrics as a function of them. Only called on text without errors. */
function formulaOf(expression: ast.Expression): Formula {
  return lookup => calculate(expression, lookup);
}

function calculate(expression: ast.Expression, lookup: Lookup): Quantity {
  switch (expression.$type) {
    case 'Negation': {
      const operand = calculate(expression.operand, lookup);
      return { ...operand, value: -operand.value };
    }
    case 'Binary':
      return (
        combine(
          expression.operator,
          calculate(expression.left, lookup),
          calculate(expression.right, lookup),
        ) ?? count(Number.NaN)
      );
    case 'Call':
      return applyFunction(
        functions.get(expression.function)!,
        expression.arguments.map(each => calculate(each, lookup)),
      );
    case 'NameReference':
      if (ast.isBlock(expression.target.ref) && expression.member) return metricOf(expression, lookup);
      return evaluateQuantity(expression, emptyEnvironment) ?? count(Number.NaN);
    default:
      return evaluateQuantity(expression, emptyEnvironment) ?? count(Number.NaN);
  }
}

function metricOf(reference: ast.NameReference, lookup: Lookup): Quantity {
  const name = reference.member as MetricName;
  const value = lookup(useNamed(reference), name, reference.workload?.$refText);
  const { dimension, worth = 1 } = metrics[name];
  return { value: value * worth, dimension: dimensions[dimension] };
}

/** The name under which the surrounding `evaluate` lists the chip a formula speaks of. */
function useNamed(reference: ast.NameReference): string {
  let node: ast.NameReference | ast.Evaluation | { $container?: unknown } | undefined = reference;
  while (node && !ast.isEvaluation(node)) node = node.$container as typeof node;
  const use = node?.chips.find(each => each.chip?.ref === reference.target.ref);
  return use ? chipName(use) : reference.target.$refText;
}

/** `A.metric / B.metric` or `A.metric`, which a chart can show beside its bars. */
function subjectOf(expression: ast.Expression): Question['subject'] {
  if (ast.isNameReference(expression) && expression.member && ast.isBlock(expression.target.ref))
    return {
      metric: expression.member as MetricName,
      chip: useNamed(expression),
      ...(expression.workload ? { workload: expression.workload.$refText } : {}),
    };
  if (!ast.isBinary(expression) || expression.operator !== '/') return undefined;
  const [above, below] = [subjectOf(expression.left), subjectOf(expression.right)];
  if (!above || !below || above.against || below.against || above.metric !== below.metric) return undefined;
  return { ...above, against: below.chip };
}
