import { AstUtils } from 'langium';
import { description, type Layer, macCount, type Shape, weightCount } from '../../../simulator/index.ts';
import { formatNumber } from '../../../simulator/units/index.ts';
import type { Elaborations } from '../../elaborate/elaborations.ts';
import * as ast from '../../generated/ast.ts';
import { code, documentationText, paragraphs, table } from '../describe.ts';

/** A workload with its totals. */
export function workloadText(node: ast.Workload, elaborations: Elaborations): string {
  const { workload } = elaborations.workload(node);
  const totals = workload
    ? table(
        ['', ''],
        [
          ['layers with weights', whole(workload.layers.filter(layer => 'matrix' in layer).length)],
          ['weights', whole(weightCount(workload))],
          ['MACs of an inference', whole(macCount(workload))],
        ],
      )
    : '';
  return paragraphs(code(`workload ${node.name}`), documentationText(node), totals);
}

/** A layer: the matrix it becomes, how often that is applied, and what comes out. */
export function layerText(node: ast.Layer | ast.Step, elaborations: Elaborations): string {
  const workload = AstUtils.getContainerOfType(node, ast.isWorkload);
  const layer = workload && elaborations.workload(workload).layers.get(node);
  const head = code([node.kind, ast.isLayer(node) ? node.name : ''].join(' ').trim());
  return paragraphs(
    head,
    description.layers.get(node.kind)?.doc ?? '',
    layer ? table(['', ''], factsOf(layer)) : '',
  );
}

function factsOf(layer: Layer): string[][] {
  const shapes = ['shape', `${shapeText(layer.input)} → ${shapeText(layer.output)}`];
  if (!('matrix' in layer)) return [shapes, ['operations', whole(layer.operations)]];
  const { rows, columns, groups, windows } = layer.matrix;
  const weights = rows * columns * groups;
  return [
    shapes,
    ['matrix', `${groups > 1 ? `${groups} of ` : ''}${whole(rows)} × ${whole(columns)}`],
    ['windows', whole(windows)],
    ['weights', whole(weights)],
    ['MACs', whole(weights * windows)],
  ];
}

function shapeText({ channels, height, width }: Shape): string {
  return height === 1 && width === 1 ? whole(channels) : [channels, height, width].map(whole).join(' × ');
}

/** A count with all its digits. */
const whole = (value: number): string => formatNumber(value);
