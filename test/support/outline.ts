import * as ast from '../../language/generated/ast.ts';
import type { Block, Chip, Component, Layer, Shape } from '../../simulator/index.ts';
import { elements, isMatrixLayer } from '../../simulator/workload/workload.ts';
import { withFiles } from './pim.ts';

/** The last chip of a text as an indented list: every part with its count and the numbers of each component. */
export function chipOutline(text: string): Promise<string> {
  return withFiles(text, (documents, { elaborations }) => {
    const blocks = documents.flatMap(each =>
      (each.parseResult.value as ast.Document).declarations.filter(ast.isBlock),
    );
    const { chip } = elaborations.chip(blocks.at(-1)!);
    return chip ? [...headOf(chip), ...partsOf(chip.root, '  ')].join('\n') : 'none';
  });
}

/** The layers of the last workload of a text, one to a line: name, output and what it takes to compute it. */
export function layerOutline(text: string): Promise<string> {
  return withFiles(text, (documents, { elaborations }) => {
    const declarations = documents.flatMap(each => (each.parseResult.value as ast.Document).declarations);
    const { workload } = elaborations.workload(declarations.findLast(ast.isWorkload)!);
    return workload ? workload.layers.map(lineOf).join('\n') : 'none';
  });
}

function headOf({ name, array, dataflow, precision }: Chip): string[] {
  const { rows, columns, cellBits, dacBits } = array;
  return [
    `${name}: ${dataflow}, ${precision.inputBits}/${precision.weightBits}/${precision.outputBits} bit, ${rows} × ${columns} of ${cellBits} bit, driven ${dacBits} bit`,
  ];
}

function partsOf({ parts }: Block, indent: string): string[] {
  return parts.flatMap(({ count, what }) =>
    'parts' in what
      ? [`${indent}${count} × ${what.level} ${what.name}`, ...partsOf(what, `${indent}  `)]
      : [`${indent}${count} × ${componentLine(what)}`],
  );
}

const componentLine = ({ name, kind, parameters }: Component): string =>
  [
    `${name} : ${kind}`,
    ...Object.entries(parameters).map(([key, value]) => `${key} ${Number(value.toPrecision(6))}`),
  ].join(', ');

function lineOf(layer: Layer): string {
  const work = isMatrixLayer(layer)
    ? `${layer.matrix.groups} of ${layer.matrix.rows} × ${layer.matrix.columns}, ${layer.matrix.windows} times`
    : `${layer.operations} operations`;
  return `${layer.name}: ${shapeOf(layer.output)}, ${work}`;
}

const shapeOf = (shape: Shape): string =>
  elements(shape) === shape.channels
    ? `${shape.channels}`
    : `${shape.channels} × ${shape.height} × ${shape.width}`;
