import type { Effect } from './effects.ts';
import type { LibraryNumber } from './numbers.ts';

/** A number with what became of its changes. */
export interface Finding extends Pick<LibraryNumber, 'place' | 'line' | 'text'> {
  readonly mutants: readonly Mutant[];
}

/** One change: which test failed, else what it changes most, else nothing. */
export interface Mutant {
  readonly value: number;
  readonly by?: string;
  readonly effect?: Effect;
}

/** Both changes noticed, one of them, none though something changes, and nothing changes. */
const groups = {
  noticed: ({ mutants }: Finding) => mutants.every(({ by }) => by),
  half: ({ mutants }: Finding) => mutants.some(({ by }) => by) && !mutants.every(({ by }) => by),
  unnoticed: ({ mutants }: Finding) => !mutants.some(({ by }) => by) && mutants.some(({ effect }) => effect),
  idle: ({ mutants }: Finding) => mutants.length > 0 && mutants.every(({ by, effect }) => !by && !effect),
};

/** The whole as Markdown: what needs a look first, then every other number. */
export function mutationReport(findings: readonly Finding[]): string {
  const idle = findings.filter(groups.idle);
  const unnoticed = findings.filter(each => groups.unnoticed(each) || groups.half(each));
  const parts = [
    '# Numbers of the library, doubled and halved',
    summaryOf(findings),
    '## Change nothing',
    idle.length === 0 ? 'None.' : table(idle),
    '## Noticed by no published test, in one direction or both',
    'With what the change does most: to a claim where it does, else to anything the library says.',
    table(unnoticed),
    '## Noticed',
    table(findings.filter(groups.noticed)),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** `2140 numbers: 1800 are noticed whichever way they change, …` */
export function summaryOf(findings: readonly Finding[]): string {
  const count = (is: (finding: Finding) => boolean) => findings.filter(is).length;
  return (
    `${findings.length} numbers: ${count(groups.noticed)} are noticed doubled and halved, ${count(groups.half)} one way only, ` +
    `${count(groups.unnoticed)} are noticed by no published test but change something, ${count(groups.idle)} change nothing.`
  );
}

const table = (findings: readonly Finding[]): string =>
  [
    ['Place', 'Number', 'Line', 'Doubled', 'Halved'],
    ['---', '---', '---', '---', '---'],
    ...findings.map(row),
  ]
    .map(cells => `| ${cells.map(cell).join(' | ')} |`)
    .join('\n');

const row = ({ place, text, line, mutants }: Finding): string[] => [
  place,
  text,
  `\`${line}\``,
  ...[0, 1].map(index => becameOf(mutants[index])),
];

/** Halving one thing leaves one thing, so that there may be no second change. */
function becameOf(mutant: Mutant | undefined): string {
  if (!mutant) return '–';
  const { by, effect } = mutant;
  return by ?? (effect ? `${percent(effect.change)} ${effect.what}` : 'nothing');
}

const percent = (change: number): string =>
  Number.isFinite(change) ? `${change < 0 ? '−' : '+'}${Math.abs(100 * change).toPrecision(2)} %` : 'breaks';

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
