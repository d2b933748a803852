import {
  description,
  type Layer,
  type LayerKind,
  type LayerValues,
  type Shape,
  type Workload,
} from '../../simulator/index.ts';
import * as ast from '../generated/ast.ts';
import { originOf } from '../syntax/origin.ts';
import type { Described, Given } from './described.ts';
import { merge } from './inherit.ts';
import { Notes } from './notes.ts';
import type { Problem } from './problem.ts';
import { readProperties, readSizes } from './read.ts';
import { emptyEnvironment } from './value.ts';

export interface ElaboratedWorkload {
  readonly name: string;
  /** Absent when a shape could not be worked out; `described` and `problems` say why. */
  readonly workload?: Workload;
  readonly described: readonly Described[];
  readonly problems: readonly Problem[];
  readonly notes: Pick<Notes, 'sources'>;
  /** What the text's layers came to, for hover and hints. */
  readonly layers: ReadonlyMap<ast.Layer | ast.Step, Layer>;
}

/** The workload a text describes, all shapes worked out from the input onwards. Never throws. */
export function elaborateWorkload(declaration: ast.Workload): ElaboratedWorkload {
  const layers: Layer[] = [];
  const described: Described[] = [];
  const problems: Problem[] = [];
  const byNode = new Map<ast.Layer | ast.Step, Layer>();
  /** Index of the last layer of each named chain; -1 is the network's input. */
  const ends = new Map<ast.Layer, number>();
  const notes = new Notes();
  notes.take(declaration, declaration.name);
  const input = inputShape(declaration, problems);
  let complete = input !== undefined;
  let previous = -1;

  for (const item of declaration.items) {
    if (!ast.isLayer(item) || !complete) continue;
    const sources =
      item.inputs.length > 0
        ? item.inputs.map(source => (source.ref ? ends.get(source.ref) : undefined))
        : [previous];
    let end = append(item, item.name, sources);
    item.steps.forEach((step, index) => {
      end = append(step, `${item.name}.${step.kind}${sameKindBefore(item, index)}`, [end]);
    });
    complete = end !== undefined;
    if (end !== undefined) {
      ends.set(item, end);
      previous = end;
    }
  }
  const workload = { name: declaration.name, origin: originOf(declaration), layers };
  return {
    name: declaration.name,
    ...(complete ? { workload } : {}),
    described,
    problems,
    notes,
    layers: byNode,
  };

  /** Adds one layer and gives its index, or undefined when it cannot be worked out. */
  function append(
    node: ast.Layer | ast.Step,
    name: string,
    sources: readonly (number | undefined)[],
  ): number | undefined {
    const kind = description.layers.get(node.kind);
    if (!kind) return undefined;
    const about = describe(node, kind, name);
    const from = sources.filter(source => source !== undefined);
    if (from.length < sources.length || !hasRequired(kind, about)) return undefined;
    const shapes = from.map(index => (index < 0 ? input! : layers[index]!.output));
    if (kind.inputs === 'many' && shapes.length < 2)
      return problem(
        node,
        `\`${kind.kind}\` takes two inputs or more, for example \`${kind.kind} ${name} from a, b\``,
      );
    if (kind.inputs === 'one' && shapes.length > 1)
      return problem(node, `\`${kind.kind}\` takes one input, not ${shapes.length}`);
    const inferred = kind.infer(shapes, valuesOf(about));
    if (typeof inferred === 'string') return problem(node, `${name}: ${inferred}`);
    const layer = { ...inferred, name, origin: originOf(node), input: shapes[0]!, from } as Layer;
    byNode.set(node, layer);
    return layers.push(layer) - 1;
  }

  function describe(node: ast.Layer | ast.Step, kind: LayerKind, name: string): ReadonlyMap<string, Given> {
    const layersOfText = node.body ? [{ body: node.body, environment: emptyEnvironment }] : [];
    const given = readProperties(kind.parameters, merge(layersOfText).properties);
    const size = ast.isStep(node) ? node.size : undefined;
    if (ast.isStep(node) && size && kind.shorthand)
      given.set(kind.shorthand, { property: node, value: size.values });
    if (size && !kind.shorthand)
      problems.push({
        code: 'layer-shape',
        message: `\`${kind.kind}\` takes no number after it`,
        node: size,
      });
    described.push({ subject: name, node, parameters: kind.parameters, given });
    return given;
  }

  function problem(node: ast.Layer | ast.Step, message: string): undefined {
    problems.push({ code: 'layer-shape', message, node, property: 'kind' });
    return undefined;
  }
}

function inputShape(declaration: ast.Workload, problems: Problem[]): Shape | undefined {
  const [input, second] = declaration.items.filter(ast.isInput);
  if (second)
    problems.push({
      code: 'duplicate-property',
      message: `${declaration.name} has two inputs`,
      node: second,
    });
  if (!input) {
    problems.push({
      code: 'missing-property',
      message: `${declaration.name} needs an input, for example \`input 3 × 224 × 224\``,
      node: declaration,
      property: 'name',
    });
    return undefined;
  }
  const sizes = readSizes(input.shape, emptyEnvironment);
  const whole = Array.isArray(sizes) && sizes.every(size => Number.isInteger(size) && size > 0);
  if (!whole || sizes.length > 3) {
    // What is no number is found without elaborating.
    if (Array.isArray(sizes) && sizes.every(Number.isFinite))
      problems.push({
        code: 'out-of-range',
        message:
          'an input is channels × height × width, whole numbers above zero, or one number for a vector',
        node: input.shape,
      });
    return undefined;
  }
  const [channels = 1, height = 1, width = height] = sizes as number[];
  return { channels, height, width };
}

/** `relu` for the first step of its kind in a chain, `relu2` for the second. */
function sameKindBefore(layer: ast.Layer, index: number): string {
  const before = layer.steps.slice(0, index).filter(step => step.kind === layer.steps[index]!.kind).length;
  return before === 0 ? '' : String(before + 1);
}

function hasRequired(kind: LayerKind, given: ReadonlyMap<string, Given>): boolean {
  return Object.entries(kind.parameters).every(([name, parameter]) => {
    const value = given.get(name)?.value;
    return value === undefined ? !parameter.required && !given.has(name) : true;
  });
}

function valuesOf(given: ReadonlyMap<string, Given>): LayerValues {
  return Object.fromEntries([...given].map(([name, { value }]) => [name, value as LayerValues[string]]));
}
