import type { Action, ActionCounts } from '../chip/action.ts';
import { catalogue } from '../components/catalogue.ts';
import { energyOf, rateOf } from '../components/table-cost.ts';
import type { ActionReport, TreeNode } from '../report/report.ts';
import { type CostedBlock, type CostedComponent, isCostedBlock, type Structure } from './structure.ts';

/**
 * Power, area and energy of one inference over the chip's tree: actions × energy each, plus static power of every chip
 * in use over the interval. Children sum to their parent. Watts, square metres and joules. `assumed` names the components that rest on an
 * assumption.
 */
export function cost(
  structure: Structure,
  totals: ActionCounts,
  intervalS: number,
  chips: number,
  assumed: ReadonlySet<string>,
): TreeNode {
  const shares = performerShares(structure);
  return blockNode(structure.root);

  function blockNode({ block, part, parts }: CostedBlock): TreeNode {
    const children = parts.map(each => (isCostedBlock(each) ? blockNode(each) : componentNode(each)));
    return {
      name: block.name,
      count: part?.count ?? 1,
      power: sum(children, 'power'),
      area: sum(children, 'area'),
      energy: sum(children, 'energy'),
      origin: block.origin,
      children,
    };
  }

  function componentNode(placed: CostedComponent): TreeNode {
    const { component, part, instances, cost: each, performs } = placed;
    const actions = performs
      .filter(action => totals[action])
      .map(
        (action): ActionReport => ({
          action,
          count: totals[action]! * shares(placed, action),
          energyEach: energyOf(each, action),
        }),
      );
    const dynamicJ = actions.reduce((total, { count, energyEach }) => total + count * energyEach, 0);
    const staticJ = instances * each.staticPowerW * intervalS * chips;
    const { kind, category } = catalogue.get(component.kind)!;
    return {
      name: component.name,
      kind,
      category,
      count: part.count,
      power: instances * each.peakPowerW,
      area: instances * each.areaM2,
      energy: dynamicJ + staticJ,
      ...(staticJ > 0 ? { staticEnergy: staticJ } : {}),
      ...(assumed.has(component.name) ? { assumed: true } : {}),
      origin: part.origin,
      ...(actions.length > 0 ? { actions } : {}),
      children: [],
    };
  }
}

/** Dynamic energy of a layer's actions, joules. */
export function dynamicEnergy(structure: Structure, counts: ActionCounts): number {
  const shares = performerShares(structure);
  return structure.components.reduce(
    (total, placed) =>
      total +
      placed.performs.reduce(
        (energy, action) =>
          energy + (counts[action] ?? 0) * shares(placed, action) * energyOf(placed.cost, action),
        0,
      ),
    0,
  );
}

/** Where several components perform one action, each takes the part that corresponds to its number and rate. */
function performerShares({ components }: Structure): (placed: CostedComponent, action: Action) => number {
  const totals = new Map<Action, number>();
  for (const placed of components)
    for (const action of placed.performs)
      totals.set(action, (totals.get(action) ?? 0) + capacity(placed, action));
  return (placed, action) => {
    const total = totals.get(action)!;
    return Number.isFinite(total)
      ? capacity(placed, action) / total
      : limitlessShare(components, placed, action);
  };
}

const capacity = ({ instances, cost }: CostedComponent, action: Action): number =>
  instances * rateOf(cost, action);

/** Components without a limit on their rate take everything, in proportion to their number. */
function limitlessShare(
  components: readonly CostedComponent[],
  placed: CostedComponent,
  action: Action,
): number {
  if (Number.isFinite(rateOf(placed.cost, action))) return 0;
  const limitless = components.filter(
    each => each.performs.includes(action) && !Number.isFinite(rateOf(each.cost, action)),
  );
  return placed.instances / limitless.reduce((total, { instances }) => total + instances, 0);
}

function sum(nodes: readonly TreeNode[], key: 'power' | 'area' | 'energy'): number {
  return nodes.reduce((total, node) => total + node[key], 0);
}
