import { AstUtils, type LangiumDocument } from 'langium';
import { description, type Layer, type Shape } from '../../../simulator/index.ts';
import { formatAs, formatNumber } from '../../../simulator/units/index.ts';
import type { Elaborations } from '../../elaborate/elaborations.ts';
import * as ast from '../../generated/ast.ts';
import { code, documentationText, paragraphs, table } from '../describe.ts';
import { type Evaluated, evaluatedIn, layerIn } from '../evaluated.ts';

/** A layer: the matrix it becomes, how often that is applied, what comes out, and how it stands on the chips of the file. */
export function layerText(
  node: ast.Layer | ast.Step,
  elaborations: Elaborations,
  from: LangiumDocument,
): string {
  const workload = AstUtils.getContainerOfType(node, ast.isWorkload);
  const layer = workload && elaborations.workload(workload).layers.get(node);
  return paragraphs(
    code([node.kind, ast.isLayer(node) ? node.name : ''].join(' ').trim()),
    description.layers.get(node.kind)?.doc ?? '',
    documentationText(node),
    layer ? table(['', ''], factsOf(layer)) : '',
    workload && layer ? onChips(evaluatedIn(from, workload, elaborations), layer) : '',
  );
}

/** What a layer takes on each chip that its network is evaluated on. */
export function onChips(evaluated: readonly Evaluated[], layer: Layer): string {
  const rows = evaluated.flatMap(each => {
    const found = layerIn(each, layer);
    if (!found) return [];
    const { arraysPerCopy, copies, utilization, time, bottleneck } = found;
    return [
      [
        each.name,
        whole(arraysPerCopy),
        whole(copies),
        `${formatNumber(100 * utilization)} %`,
        formatAs(time, 'time'),
        bottleneck.resource,
      ],
    ];
  });
  return table(['on', 'arrays of a copy', 'copies', 'utilisation', 'time', 'limited by'], rows);
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
export const whole = (value: number): string => formatNumber(value);
