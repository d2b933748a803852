import type { Evaluation, Report, TreeNode } from '../../simulator/index.ts';
import { formatAs } from '../../simulator/units/index.ts';
import { categories } from './categories.ts';
import type { MapBlock, MapCell, MapFigure } from './figure.ts';
import { type Part, partsOf } from './parts.ts';
import { partsTable } from './parts-table.ts';
import type { Theme } from './theme.ts';
import type { View } from './view.ts';
import { countText, shareText } from './words.ts';

export const areaView: View = {
  id: 'area',
  name: 'Area',
  content: ({ report, theme }) => ({ figures: areaMaps(report, theme) }),
};

/** Each chip as a map of its area: blocks in blocks down to the components, all chips to one scale. */
export function areaMaps(report: Report, theme: Theme): MapFigure[] {
  // A chip's area is the same whatever runs on it.
  const chips = report.chips.flatMap(
    ({ name }) => report.evaluations.find(({ chip }) => chip === name) ?? [],
  );
  const largest = Math.max(...chips.map(({ tree }) => tree.area));
  return chips.map(evaluation => mapOf(evaluation, largest, theme));
}

function mapOf(evaluation: Evaluation, largest: number, theme: Theme): MapFigure {
  const { chip, tree } = evaluation;
  const parts = partsOf(evaluation)
    .filter(({ node }) => node.area > 0)
    .sort((a, b) => b.node.area - a.node.area);
  const cells = parts.map((part, index) => cellOf(part, index, tree, theme));
  const total = formatAs(tree.area, 'area');
  const [first] = parts;
  const toScale = tree.area > 0 ? tree.area / largest : 0;
  const share = toScale > 0 ? Math.max(toScale, smallestShare) : 0;
  const notes = [
    ...(share > toScale ? ['Not to scale: beside the largest chip it would be too low to be seen.'] : []),
    ...(cells.some(({ assumed }) => assumed) ? ['Hatched: rests on an assumption listed below.'] : []),
  ];
  return {
    id: `area-${chip}`,
    title: first
      ? `${first.node.name} takes ${shareText(first.node.area / tree.area)} of ${chip}’s ${total}`
      : `${chip} has no area`,
    subtitle: 'Every component of one chip, all its instances together',
    summary: `Area of ${chip}, ${[total, cells.map(({ reading }) => reading).join('; ')].filter(Boolean).join(': ')}.`,
    cells,
    share,
    table: partsTable(
      { id: `area-${chip}`, caption: `Area of the components of ${chip}` },
      chip,
      parts,
      'area',
      tree.area,
    ),
    ...(notes.length > 0 ? { note: notes.join(' ') } : {}),
  };
}

/** A map that is lower than this beside the largest has no room for a name. */
const smallestShare = 0.15;

function cellOf(part: Part, index: number, tree: TreeNode, theme: Theme): MapCell {
  const { node, instances } = part;
  const text = formatAs(node.area, 'area');
  return {
    id: `part ${index}`,
    name: node.name,
    value: node.area,
    text,
    blocks: blocksAround(part),
    color: theme.categories[part.category],
    assumed: node.assumed === true,
    reading: `${node.name}: ${text}, ${shareText(node.area / tree.area)}`,
    derivation: [
      `${countText(instances)} × ${formatAs(node.area / instances, 'area')}, in ${['the chip', ...part.path.slice(0, -1)].join(' › ')}`,
      categories[part.category].label,
    ],
    origin: node.origin,
  };
}

/** The blocks a component is in, each with its count and what all of it takes. */
function blocksAround({ trail }: Part): MapBlock[] {
  const position = (depth: number) => trail[depth - 1]!.children.indexOf(trail[depth]!);
  return trail.slice(1, -1).map(({ name, count, area }, index) => ({
    id: `block ${Array.from({ length: index + 1 }, (_, depth) => position(depth + 1)).join('.')}`,
    name: `${countText(count)} × ${name}`,
    text: formatAs(area, 'area'),
  }));
}
