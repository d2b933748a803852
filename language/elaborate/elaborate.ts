import type { AstNode } from 'langium';
import {
  type ArrayGeometry,
  type Block,
  type Chip,
  type Component,
  description,
  type Level,
  levels,
  type Part,
  placedComponents,
} from '../../simulator/index.ts';
import { formatNumber, type Parameters } from '../../simulator/units/index.ts';
import * as ast from '../generated/ast.ts';
import { originOf } from '../syntax/origin.ts';
import { argumentsOf, parameterOfArgument } from '../syntax/arguments.ts';
import { infer } from '../types/infer.ts';
import { kindOf } from '../types/schema.ts';
import { type ComponentUse, elaborateComponent } from './component.ts';
import type { Described, Given } from './described.ts';
import { evaluateQuantity } from './expression.ts';
import {
  type DefinedBlock,
  type BoundBody,
  boundBodiesOf,
  type Merged,
  type MergedPart,
  type MergedProperty,
  merge,
  outsideDomains,
} from './inherit.ts';
import { Notes } from './notes.ts';
import type { Problem } from './problem.ts';
import { readProperties } from './read.ts';
import { domainText, valueText, whyNoValue } from './value-text.ts';
import { emptyEnvironment, type Environment } from './value.ts';

export interface Elaboration {
  readonly name: string;
  /** Absent when something is missing that nothing can stand in for; `described` and `problems` say what. */
  readonly chip?: Chip;
  /** Everything that was described, for the checks on values. */
  readonly described: readonly Described[];
  /** Whether every part could be made out: where not, saying what else is missing would only repeat it. */
  readonly complete: boolean;
  /** Which node of the text each component of the chip came from, by origin. */
  readonly nodes: ReadonlyMap<string, AstNode>;
  readonly problems: readonly Problem[];
  /** What the text says about where its numbers come from. */
  readonly notes: Pick<Notes, 'assumptions' | 'sources'>;
}

/**
 * The chip a text describes: parameters bound, inheritance flattened, units gone. Never throws; what is wrong with single
 * values is left to the checks, which read `described`. `around` may try other numbers than the text has.
 */
export function elaborate(
  declaration: ast.Block,
  given: readonly ast.Argument[] = [],
  around = emptyEnvironment,
): Elaboration {
  return new Elaborator(declaration, given, around).run();
}

/** Fixed to one chip; lives as long as one call of `elaborate`. */
class Elaborator {
  private readonly declaration: ast.Block;
  private readonly given: readonly ast.Argument[];
  private readonly around: Environment;
  private readonly notes = new Notes();
  private readonly described: Described[] = [];
  private readonly problems: Problem[] = [];
  private readonly nodes = new Map<string, AstNode>();
  private readonly crossbars = new Map<string, Crossbar>();
  private nodeM = Number.NaN;
  private complete = true;

  constructor(declaration: ast.Block, given: readonly ast.Argument[], around: Environment) {
    this.declaration = declaration;
    this.given = given;
    this.around = around;
  }

  run(): Elaboration {
    const { declaration, given, around, notes } = this;
    this.judgeArguments(declaration, given, around, declaration);
    const merged = merge(boundBodiesOf(declaration, given, around));
    this.noteBlock(declaration, merged.properties);
    const about = this.describe(
      declaration.name,
      declaration,
      description.levels[declaration.level],
      merged.properties,
    );
    this.nodeM = numberOf(about.get('node')) ?? Number.NaN;
    const root = this.block(
      { level: declaration.level, name: declaration.name, node: declaration },
      merged,
      [],
    );
    const chip = this.assemble(about, root);
    return {
      name: declaration.name,
      ...(chip ? { chip } : {}),
      described: this.described,
      complete: this.complete,
      nodes: this.nodes,
      problems: this.problems,
      notes,
    };
  }

  private assemble(about: ReadonlyMap<string, Given>, root: Block): Chip | undefined {
    const precision = this.precision(about);
    const array = this.geometry(root);
    const words = this.words(description.levels.chip, about, this.declaration);
    const directLines = numberOf(about.get('direct-lines'));
    if (!precision || !array || !words.dataflow || !(this.nodeM > 0)) return undefined;
    return {
      name: this.declaration.name,
      nodeM: this.nodeM,
      precision,
      dataflow: words.dataflow,
      pipeline: {
        kind: words.pipeline as Chip['pipeline']['kind'],
        conversions: words.conversions as Chip['pipeline']['conversions'],
      },
      ...(directLines === undefined ? {} : { directLines }),
      array,
      root,
    };
  }

  private precision(about: ReadonlyMap<string, Given>): Chip['precision'] | undefined {
    const group = this.groups.get(about.get('precision')?.property ?? this.declaration);
    const [inputBits, weightBits, outputBits, streamedBits] = [
      'inputs',
      'weights',
      'outputs',
      'streamed',
    ].map(name => numberOf(group?.get(name)));
    if (!inputBits || !weightBits || !outputBits) return undefined;
    return { inputBits, ...(streamedBits ? { streamedBits } : {}), weightBits, outputBits };
  }

  /** The one crossbar all arrays share, with the resolution of the drivers of its rows. */
  private geometry(root: Block): ArrayGeometry | undefined {
    const [first, second] = [...this.crossbars.values()];
    if (second) {
      this.problems.push({
        code: 'several-crossbars',
        message: `${this.declaration.name} has crossbars of two kinds; all its arrays must be of one size and device, described in one place`,
        node: second.node,
      });
      return undefined;
    }
    if (!first) {
      // A part that could not be made out may have held it.
      if (!this.complete) return undefined;
      this.problems.push({
        code: 'missing-component',
        message: `${this.declaration.name} has no crossbar, for example \`8 × crossbar { … }\``,
        node: this.declaration,
        property: 'name',
      });
      return undefined;
    }
    const { sizes, cell, cycleS, weights, flipped } = first;
    const cellBits = cell?.parameters.bits;
    const dacBits = this.driverBits(root);
    if (!sizes || !cellBits || !cycleS || !dacBits) return undefined;
    return {
      rows: sizes[0]!,
      columns: sizes[1]!,
      cellBits,
      cycleS,
      weights,
      flipped,
      dacBits,
      ...writeOf(cell.parameters),
    };
  }

  /** Bits that row drivers apply at once, one where there are none. There is one number of input cycles, so all drivers must agree. */
  private driverBits(root: Block): number | undefined {
    const drivers = [...placedComponents(root)].filter(
      ({ component, level }) =>
        component.parameters.resolution !== undefined &&
        description.components.get(component.kind)?.performs(level).includes('rowDrives'),
    );
    const [first, ...others] = drivers.map(({ component, part }) => ({
      name: component.name,
      bits: component.parameters.resolution!,
      part,
    }));
    const other = others.find(({ bits }) => bits !== first!.bits);
    if (other) {
      this.problems.push({
        code: 'several-drivers',
        message: `${this.declaration.name} has row drivers of ${first!.bits} bit and of ${other.bits} bit; all rows take an input in the same number of cycles, so keep one of them, for example by leaving \`${other.name}\` out`,
        node: this.nodes.get(other.part.origin) ?? this.declaration,
      });
      return undefined;
    }
    return first?.bits ?? 1;
  }

  private block(head: BlockHead, merged: Merged, around: readonly Scope[]): Block {
    const scopes = [...around, { blocks: merged.blocks, head }];
    if (head.level === 'crossbar') this.crossbar(head, merged);
    return {
      level: head.level,
      name: head.name,
      origin: originOf(head.node),
      parts: merged.parts.flatMap(part => this.part(part, head, scopes)),
    };
  }

  private part(merged: MergedPart, owner: BlockHead, scopes: readonly Scope[]): Part[] {
    const { part } = merged;
    const count = this.count(part, merged.environment);
    const what = this.whatOf(merged, owner, scopes);
    const origin = originOf(part);
    this.nodes.set(origin, part);
    if (what && count !== undefined) return [{ count, origin, what }];
    this.complete = false;
    return [];
  }

  /** Parameters must be bound to what their declarations allow. */
  private judgeArguments(
    declared: ast.Component | ast.Block,
    given: readonly ast.Argument[],
    environment: Environment,
    node: AstNode,
  ): void {
    for (const { parameter, value } of outsideDomains(declared, given, environment)) {
      const argument = [...given, ...argumentsOf(node)].find(each => parameterOfArgument(each) === parameter);
      // A word that stands for nothing is complained about as such.
      if (ast.isNameReference(argument?.value) && !argument.value.target.ref) continue;
      this.problems.push({
        code: 'out-of-range',
        message: `\`${parameter.name}\` must be ${domainText(parameter.domain!)}, this is ${valueText(value)}`,
        node: argument?.value ?? node,
        ...(argument || !ast.isBlock(node) ? {} : { property: 'name' }),
      });
    }
  }

  private count(part: ast.Part, environment: Environment): number | undefined {
    const { factors } = part.count;
    const [first, ...divisors] = factors.map(factor => evaluateQuantity(factor, environment)?.value);
    if (first === undefined || divisors.includes(undefined)) {
      const why = whyNoValue(factors);
      // What is wrong with the types is said by itself.
      if (why && factors.every(factor => infer(factor).kind === 'quantity'))
        this.problems.push({
          code: 'no-value',
          message: `this count has no value; ${why}`,
          node: part.count,
        });
      return undefined;
    }
    const count = divisors.reduce<number>((quotient, divisor) => quotient / divisor!, first);
    if (count > 0 && Number.isFinite(count)) return count;
    const depends = factors.some(factor => !evaluateQuantity(factor, emptyEnvironment));
    if (Number.isFinite(count))
      this.problems.push({
        code: 'out-of-range',
        message: `a count must be above zero, this one is ${formatNumber(count)}`,
        node: part.count,
      });
    // What is no number whatever the parameters are is found without elaborating.
    else if (depends)
      this.problems.push({
        code: 'not-a-number',
        message: `a count must be above zero, this one comes to ${formatNumber(count)} with the values given here`,
        node: part.count,
      });
    return undefined;
  }

  private whatOf(
    { part, environment, bodies }: MergedPart,
    owner: BlockHead,
    scopes: readonly Scope[],
  ): Part['what'] | undefined {
    if (part.inline) {
      const { level, name = level } = part.inline;
      return this.inner({ level, name, node: part.inline }, bodies, owner, scopes, part);
    }
    const target = partTarget(part, environment);
    if (ast.isBlock(target)) {
      const bodiesOfTarget = definitions(target, environment, scopes).flatMap(each =>
        boundBodiesOf(each.block, part.arguments, each.environment),
      );
      this.noteBlock(target, new Map());
      this.judgeArguments(target, part.arguments, environment, part);
      return this.inner(
        { level: target.level, name: target.name, node: target },
        [...bodiesOfTarget, ...bodies],
        owner,
        scopes,
        part,
      );
    }
    if (!target) return undefined;
    const use: ComponentUse = {
      node: part,
      arguments: part.arguments,
      overrides: bodies,
      environment,
      nodeM: this.nodeM,
    };
    const elaborated = elaborateComponent(target, use, this.notes);
    if (!elaborated) return undefined;
    this.judgeArguments(target, part.arguments, environment, part);
    this.described.push(elaborated.described);
    return elaborated.component;
  }

  private inner(
    head: BlockHead,
    bodies: readonly BoundBody[],
    owner: BlockHead,
    scopes: readonly Scope[],
    part: ast.Part,
  ): Block | undefined {
    // A chip inside a block is complained about where it stands.
    if (head.level === 'chip' && ast.isBody(head.node.$container)) return undefined;
    if (levels.indexOf(head.level) <= levels.indexOf(owner.level)) {
      const problem = scopes.some(scope => scope.head.node === head.node)
        ? {
            code: 'cyclic-definition',
            message: `${head.name} contains itself; a block only holds what comes below it`,
          }
        : {
            code: 'level-order',
            message: `a ${owner.level} cannot contain a ${head.level}; the order is ${levels.join(', ')}`,
          };
      this.problems.push({ ...problem, node: part, ...(part.what ? { property: 'what' } : {}) });
      return undefined;
    }
    const merged = merge(bodies);
    for (const [name, { property }] of merged.properties) this.notes.take(property, `${head.name}.${name}`);
    return this.block(head, merged, scopes);
  }

  private crossbar(head: BlockHead, { properties }: Merged): void {
    const parameters = description.levels.crossbar;
    const about = this.describe(
      head.name === 'crossbar' ? 'the crossbar' : head.name,
      head.node,
      parameters,
      properties,
    );
    const words = this.words(parameters, about, head.node);
    const sizes = about.get('size')?.value;
    const cell = this.cell(about.get('cell'), properties.get('cell'), head);
    this.crossbars.set(originOf(head.node), {
      node: head.node,
      sizes: Array.isArray(sizes) && sizes.length === 2 ? sizes : undefined,
      cell,
      cycleS: numberOf(about.get('read')),
      weights: words.weights as ArrayGeometry['weights'],
      flipped: words.columns === 'flipped',
    });
  }

  /** The cell a crossbar names, overrides included. */
  private cell(
    given: Given | undefined,
    merged: MergedProperty | undefined,
    head: BlockHead,
  ): Component | undefined {
    const device = given?.value;
    if (!merged || typeof device !== 'object' || !('$type' in device)) return undefined;
    const use: ComponentUse = {
      node: merged.property,
      arguments: [],
      overrides: merged.nested,
      environment: this.around,
      nodeM: this.nodeM,
    };
    const elaborated = elaborateComponent(device, use, this.notes);
    if (!elaborated) return undefined;
    this.nodes.set(elaborated.component.origin, merged.property);
    this.described.push({ ...elaborated.described, subject: `the cell of ${head.name}` });
    return elaborated.component;
  }

  private readonly groups = new Map<AstNode, ReadonlyMap<string, Given>>();

  private describe(
    subject: string,
    node: AstNode,
    parameters: Parameters,
    properties: ReadonlyMap<string, MergedProperty>,
  ): ReadonlyMap<string, Given> {
    const given = readProperties(parameters, properties);
    this.described.push({ subject, node, parameters, given });
    for (const [name, { property, nested }] of properties) {
      const type = Object.hasOwn(parameters, name) ? parameters[name]!.type : undefined;
      if (type && 'group' in type)
        this.groups.set(
          property,
          this.describe(`${name} of ${subject}`, property, type.group, merge(nested).properties),
        );
    }
    return given;
  }

  /** The words in force; one that stands in for silence is recorded as an assumption. */
  private words(
    parameters: Parameters,
    about: ReadonlyMap<string, Given>,
    node: AstNode,
  ): Record<string, string> {
    const words: Record<string, string> = {};
    for (const [name, parameter] of Object.entries(parameters)) {
      if (!('words' in parameter.type)) continue;
      const stated = about.get(name)?.value;
      if (typeof stated === 'string') words[name] = stated;
      else if (typeof parameter.default === 'string') {
        words[name] = parameter.default;
        this.notes.assume(`${name} ${parameter.default}, the default`, this.declaration.name, node);
      }
    }
    return words;
  }

  private noteBlock(block: ast.Block, properties: ReadonlyMap<string, MergedProperty>): void {
    const seen = new Set<ast.Block>();
    let current: ast.Block | undefined = block;
    while (current && !seen.has(current)) {
      seen.add(current);
      this.notes.take(current, block.name);
      current = current.base?.ref;
    }
    for (const [name, { property }] of properties) this.notes.take(property, `${block.name}.${name}`);
  }
}

/** What a part is made of; a parameter stands for the component it was given. */
function partTarget({ what }: ast.Part, environment: Environment): ast.Component | ast.Block | undefined {
  const target = what?.ref;
  if (!ast.isParameter(target)) return target;
  const value = environment.get(target);
  const isOfKind = value?.kind === 'component' && (!target.type || kindOf(value.component) === target.type);
  return isOfKind ? value.component : undefined;
}

interface BlockHead {
  readonly level: Level;
  readonly name: string;
  readonly node: AstNode;
}

interface Scope {
  readonly blocks: Merged['blocks'];
  readonly head: BlockHead;
}

interface Crossbar {
  readonly node: AstNode;
  readonly sizes: readonly number[] | undefined;
  readonly cell: Component | undefined;
  readonly cycleS: number | undefined;
  readonly weights: ArrayGeometry['weights'];
  readonly flipped: boolean;
}

/** Everything that defines a block: for one inside a chip, also what chips that extend it add under the same name. */
function definitions(
  target: ast.Block,
  environment: Environment,
  scopes: readonly Scope[],
): readonly DefinedBlock[] {
  if (!ast.isBody(target.$container)) return [{ block: target, environment }];
  return (
    scopes.findLast(({ blocks }) => blocks.has(target.name))?.blocks.get(target.name) ?? [
      { block: target, environment },
    ]
  );
}

function writeOf(cell: Component['parameters']): Pick<ArrayGeometry, 'write'> {
  const { 'write-energy': energyJ, 'write-time': rowS, endurance } = cell;
  if (energyJ === undefined || rowS === undefined) return {};
  return { write: { energyJ, rowS, ...(endurance === undefined ? {} : { endurance }) } };
}

function numberOf(given: Given | undefined): number | undefined {
  return typeof given?.value === 'number' ? given.value : undefined;
}
