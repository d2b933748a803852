import type { Category, Evaluation, Report } from '../../simulator/index.ts';
import { dimensions, formatAs, scaleFor } from '../../simulator/units/index.ts';
import { axisFor, barConfig, inUnit, type Scale } from './bar-config.ts';
import { categories } from './categories.ts';
import type { Axis, Bar, BarFigure, Row } from './figure.ts';
import { groupBy } from './group-by.ts';
import { derivation, type Part, partsOf, type TreeQuantity, treeQuantities } from './parts.ts';
import { partsTable } from './parts-table.ts';
import { networkPicker } from './pickers.ts';
import type { Theme } from './theme.ts';
import type { View } from './view.ts';
import { countText, inSentence, shareText } from './words.ts';

export const breakdownView: View = {
  id: 'breakdown',
  name: 'Where it goes',
  content: look => ({
    pickers: [
      {
        label: 'Quantity',
        options: Object.entries(treeQuantities).map(([value, { label }]) => ({ value, label })),
        chosen: look.choices.quantity,
        choice: value => ({ quantity: value as TreeQuantity }),
      },
      ...networkPicker(look),
    ],
    figures: energyBreakdown(look.report, look.theme, look.choices.workload, look.choices.quantity),
  }),
};

/**
 * Where a chip's energy (or power, or area) goes: one figure per chip, all on one scale, groups of
 * components sorted by what they take.
 */
export function energyBreakdown(
  report: Report,
  theme: Theme,
  workload: string,
  quantity: TreeQuantity = 'energy',
): BarFigure[] {
  const chips = report.evaluations
    .filter(evaluation => evaluation.workload === workload)
    .map(evaluation => ({ evaluation, groups: groupsOf(evaluation, quantity) }));
  const scale = scaleFor(
    chips.flatMap(({ groups }) => groups.map(group => group.amount)),
    dimensions[treeQuantities[quantity].dimension],
  );
  const rows = chips.map(({ groups }) => groups.map(group => rowOf(group, quantity, scale, theme)));
  const values = rows.flat().map(row => row.bar?.value ?? 0);
  const axis = axisFor(values, scale.symbol, `${workload} ${quantity}`);
  return chips.map(({ evaluation, groups }, index) =>
    figureOf(evaluation, groups, quantity, rows[index]!, rows.flat(), axis, theme),
  );
}

interface Group {
  readonly category: Category;
  readonly parts: readonly Part[];
  readonly amount: number;
  readonly assumed: number;
  readonly share: number;
}

function groupsOf(evaluation: Evaluation, quantity: TreeQuantity): Group[] {
  const parts = partsOf(evaluation).filter(part => part.node[quantity] > 0);
  const sum = (some: readonly Part[]) => some.reduce((total, part) => total + part.node[quantity], 0);
  const whole = sum(parts);
  return [...groupBy(parts, part => part.category)]
    .map(([category, members]) => ({
      category,
      parts: members.toSorted((a, b) => b.node[quantity] - a.node[quantity]),
      amount: sum(members),
      assumed: sum(members.filter(part => part.node.assumed)),
      share: sum(members) / whole,
    }))
    .sort((a, b) => b.amount - a.amount);
}

function rowOf(group: Group, quantity: TreeQuantity, scale: Scale, theme: Theme): Row {
  const { label } = categories[group.category];
  const { dimension } = treeQuantities[quantity];
  const origin = group.parts[0]?.node.origin;
  const bar: Bar = {
    value: group.amount * scale.factor,
    assumed: group.assumed * scale.factor,
    color: theme.categories[group.category],
    text: inUnit(group.amount, scale),
    emphasis: shareText(group.share),
    reading: `${label}: ${formatAs(group.amount, dimension)}, ${shareText(group.share)}`,
    derivation:
      quantity === 'energy' ? group.parts.flatMap(derivation) : group.parts.map(instancesOf(quantity)),
    ...(origin === undefined ? {} : { origin }),
  };
  return { label, bar };
}

const instancesOf = (quantity: TreeQuantity) => (part: Part) =>
  `${part.node.name}: ${countText(part.instances)} × ` +
  `${formatAs(part.node[quantity] / part.instances, treeQuantities[quantity].dimension)}` +
  ` = ${formatAs(part.node[quantity], treeQuantities[quantity].dimension)}`;

function figureOf(
  evaluation: Evaluation,
  groups: readonly Group[],
  quantity: TreeQuantity,
  rows: readonly Row[],
  peers: readonly Row[],
  axis: Axis,
  theme: Theme,
): BarFigure {
  const { label, dimension } = treeQuantities[quantity];
  const total = formatAs(evaluation.tree[quantity], dimension);
  const hatched = groups.some(group => group.assumed > 0);
  return {
    id: `breakdown-${evaluation.chip}`,
    title: breakdownTitle(evaluation.chip, groups, quantity),
    subtitle:
      quantity === 'energy'
        ? `${label} on ${evaluation.workload}, in ${axis.unit}; ${total} in all`
        : `${label} of one chip, in ${axis.unit}; ${total} in all`,
    summary: `${evaluation.chip}, ${inSentence(label)}: ${rows.map(row => row.bar?.reading).join('; ')}.`,
    rows,
    peers,
    axis,
    lines: [],
    peerLines: [],
    config: barConfig(rows, axis, theme),
    table: partsTable(
      {
        id: `breakdown-${evaluation.chip}`,
        caption: `Components of ${evaluation.chip} on ${evaluation.workload}`,
      },
      evaluation.chip,
      groups.flatMap(({ parts }) => parts),
      quantity,
      evaluation.tree[quantity],
    ),
    ...(hatched ? { note: 'Hatched: rests on an assumption listed below.' } : {}),
  };
}

/** `Converters take 53 % of ISAACStyle's energy`. */
function breakdownTitle(chip: string, groups: readonly Group[], quantity: TreeQuantity): string {
  const word = { energy: 'energy', power: 'peak power', area: 'area' }[quantity];
  const largest = groups[0];
  if (!largest) return `${chip} has no ${word} to break down`;
  return `${categories[largest.category].takes} ${shareText(largest.share)} of ${chip}’s ${word}`;
}
