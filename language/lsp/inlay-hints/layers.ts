import { AstUtils } from 'langium';
import type { InlayHint } from 'vscode-languageserver-types';
import type { LayerReport } from '../../../simulator/index.ts';
import { formatNumber } from '../../../simulator/units/index.ts';
import type { Elaborations } from '../../elaborate/elaborations.ts';
import * as ast from '../../generated/ast.ts';
import { type Evaluated, evaluatedIn, layerIn } from '../evaluated.ts';
import { onChips } from '../hover/layer.ts';
import { hintAfter, type InlayHintKind, type Label } from './kind.ts';

export const layers: InlayHintKind = {
  name: 'layers',
  isOnByDefault: true,
  doc: 'Arrays that a layer takes and its copies, on the chips that the file evaluates its network on.',
  nodes: { Layer: layerHint, Step: layerHint },
};

function layerHint(node: ast.Layer | ast.Step, elaborations: Elaborations): readonly InlayHint[] {
  const workload = AstUtils.getContainerOfType(node, ast.isWorkload);
  const layer = workload && elaborations.workload(workload).layers.get(node);
  if (!layer || !node.$cstNode) return [];
  const evaluated = evaluatedIn(AstUtils.getDocument(node), workload, elaborations);
  const alike = new Map<string, Evaluated[]>();
  for (const each of evaluated) {
    const found = layerIn(each, layer);
    const text = found && arraysText(found);
    if (text) alike.set(text, [...(alike.get(text) ?? []), each]);
  }
  const label = [...alike].flatMap(
    ([text, chips], index): Label => [`${index === 0 ? '' : '; '}${text} on `, ...namesOf(chips)],
  );
  return label.length > 0 ? [hintAfter(node.$cstNode, label, onChips(evaluated, layer))] : [];
}

/** `12 arrays`, `4 copies of 12 arrays`. */
function arraysText({ arraysPerCopy, copies }: LayerReport): string {
  const each = plural(arraysPerCopy, 'array', 'arrays');
  return copies === 1 ? each : `${plural(copies, 'copy', 'copies')} of ${each}`;
}

const plural = (count: number, one: string, many: string): string =>
  `${formatNumber(count)} ${count === 1 ? one : many}`;

/** Chips that a click leads to, the first few of them. */
function namesOf(chips: readonly Evaluated[]): Label {
  const shown = chips
    .slice(0, chipsShown)
    .flatMap(
      ({ name, use }, index): Label => [
        ...(index === 0 ? [] : [', ']),
        { text: name, target: use.chip?.ref ?? use },
      ],
    );
  return chips.length > chipsShown ? [...shown, ', …'] : shown;
}

/** More chips than this are left to the tooltip. */
const chipsShown = 3;
