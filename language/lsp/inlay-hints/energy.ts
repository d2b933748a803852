import type { InlayHint } from 'vscode-languageserver-types';
import { type Component, type Cost, description } from '../../../simulator/index.ts';
import { elaborateAlone } from '../../elaborate/component.ts';
import type { Elaborations } from '../../elaborate/elaborations.ts';
import * as ast from '../../generated/ast.ts';
import { energyPerAction, whyEnergy } from '../action-energy.ts';
import { costAlone } from '../hover/component.ts';
import { commonTo, occurrencesOf } from '../occurrences.ts';
import { beforeBody, hintAfter, type InlayHintKind } from './kind.ts';

export const energy: InlayHintKind = {
  name: 'energy',
  isOnByDefault: true,
  doc: 'Energy of one conversion or other action of a component, where the text does not state it.',
  nodes: { Component: componentHint, Part: partHint },
};

function componentHint(node: ast.Component): readonly InlayHint[] {
  const component = elaborateAlone(node)?.component;
  const text = component && textOf(component, costAlone(component));
  return text && !statesEnergy(node) ? hintOn(node, component, text) : [];
}

/** Where a component gets another energy at the place of use than by itself. */
function partHint(part: ast.Part, elaborations: Elaborations): readonly InlayHint[] {
  const declared = part.what?.ref;
  if (!ast.isComponent(declared) || (!part.body && part.arguments.length === 0) || statesEnergy(part))
    return [];
  const placed = commonTo(occurrencesOf(part, elaborations));
  if (!placed || !('kind' in placed.what)) return [];
  const alone = elaborateAlone(declared)?.component;
  const text = textOf(placed.what, placed.cost);
  return text && text !== (alone && textOf(alone, costAlone(alone))) ? hintOn(part, placed.what, text) : [];
}

function textOf(component: Component, cost: Cost | undefined): string {
  const kind = description.components.get(component.kind);
  return kind && cost ? energyPerAction(kind, cost) : '';
}

function hintOn(node: ast.Component | ast.Part, component: Component, text: string): readonly InlayHint[] {
  const head = beforeBody(node);
  const kind = description.components.get(component.kind);
  return head && kind ? [hintAfter(head, [text], whyEnergy(kind, component))] : [];
}

const statesEnergy = ({ body }: ast.Component | ast.Part): boolean =>
  !!body?.entries.some(entry => ast.isProperty(entry) && entry.name === 'energy');
