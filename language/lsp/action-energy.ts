import { type Component, type ComponentKind, type Cost, levels, rulingOf } from '../../simulator/index.ts';
import { formatAs } from '../../simulator/units/index.ts';

/** `1.5 pJ per conversion`; nothing where an action takes none or is not known to. */
export function energyPerAction(kind: ComponentKind, { energyJ }: Cost): string {
  return Number.isFinite(energyJ) && energyJ > 0
    ? `${formatAs(energyJ, 'energy')} per ${actionWord(kind)}`
    : '';
}

/** What a component of a kind is counted doing, in a word or two: `conversion`, `byte`. `action` where its place decides. */
export function actionWord(kind: ComponentKind): string {
  const [first, ...others] = new Set(levels.flatMap(level => kind.performs(level).slice(0, 1)));
  if (!first || others.length > 0) return 'action';
  const words = first.replace(/[A-Z]/g, capital => ` ${capital.toLowerCase()}`).replace(/s$/, '');
  return words.endsWith(' byte') ? 'byte' : words;
}

/** What the energy of an action follows from: what is stated, a law, or power and rate. */
export function whyEnergy(kind: ComponentKind, { parameters }: Component): string {
  const { energy, power, rate, static: atRest = 0 } = parameters;
  const { inForce } = rulingOf(kind, parameters);
  const lawOf = (value: string) => inForce.find(({ gives }) => gives === value);
  if (energy !== undefined) return `\`energy\` is ${formatAs(energy, 'energy', 4)}.`;
  const law = lawOf('energy') ?? lawOf('rate');
  if (law) return `*Law:* ${law.doc}.`;
  if (power === undefined || rate === undefined) return '';
  const [above, shown] =
    atRest > 0
      ? ['(power − static)', `(${formatAs(power, 'power', 4)} − ${formatAs(atRest, 'power', 4)})`]
      : ['power', formatAs(power, 'power', 4)];
  return `${above} ÷ rate = ${shown} ÷ ${formatAs(rate, 'frequency', 4)}`;
}
