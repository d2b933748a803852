import fc from 'fast-check';
import { readLibrary } from '../../language/main/library-files.ts';

/** A change of a text that a hand could make. Positions are fractions, so that they suit any text. */
type Mutation =
  | { readonly kind: 'number'; readonly at: number; readonly text: string }
  | { readonly kind: 'delete line' | 'repeat line' | 'swap lines'; readonly at: number }
  | { readonly kind: 'delete'; readonly at: number; readonly length: number }
  | { readonly kind: 'insert'; readonly at: number; readonly text: string };

const at = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

/** Changes that mostly leave the text readable: numbers and whole lines. */
export const gentle: fc.Arbitrary<Mutation> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('number' as const),
      at,
      text: fc.constantFrom(
        '0',
        '1',
        '2',
        '3',
        '7',
        '0.5',
        '16',
        '1000',
        '123456789',
        '1e-30',
        '1e300',
        '1/3',
        '-2',
      ),
    }),
  },
  fc.record({
    kind: fc.constantFrom('delete line' as const, 'repeat line' as const, 'swap lines' as const),
    at,
  }),
);

/** Changes that mostly break the text. */
export const rough: fc.Arbitrary<Mutation> = fc.oneof(
  gentle,
  fc.record({ kind: fc.constant('delete' as const), at, length: fc.integer({ min: 1, max: 80 }) }),
  fc.record({
    kind: fc.constant('insert' as const),
    at,
    text: fc.oneof(
      fc.string({ maxLength: 6 }),
      fc.constantFrom(
        '{',
        '}',
        '(',
        ')',
        '×',
        '/',
        '^',
        '→',
        '"',
        '/*',
        '*/',
        '.',
        ',',
        'on',
        'extends',
        ' chip ',
        ' 1 ',
      ),
    ),
  }),
);

export function mutated(text: string, mutations: readonly Mutation[]): string {
  return mutations.reduce(mutate, text);
}

function mutate(text: string, mutation: Mutation): string {
  const lines = text.split('\n');
  const line = Math.floor(mutation.at * (lines.length - 1));
  const offset = Math.floor(mutation.at * text.length);
  switch (mutation.kind) {
    case 'number': {
      const numbers = [...text.matchAll(/(?<![\w.])\d+(\.\d+)?(?![\w.])/g)];
      const found = numbers[Math.floor(mutation.at * numbers.length)];
      return found ? splice(text, found.index, found[0].length, mutation.text) : text;
    }
    case 'delete line':
      return lines.toSpliced(line, 1).join('\n');
    case 'repeat line':
      return lines.toSpliced(line, 0, lines[line]!).join('\n');
    case 'swap lines':
      return lines.toSpliced(line, 2, lines[line + 1] ?? '', lines[line]!).join('\n');
    case 'delete':
      return splice(text, offset, mutation.length, '');
    case 'insert':
      return splice(text, offset, 0, mutation.text);
  }
}

const splice = (text: string, offset: number, length: number, by: string): string =>
  text.slice(0, offset) + by + text.slice(offset + length);

/** Files of the library as one text that needs no import, with the comments left out. */
export function libraryText(...paths: string[]): string {
  const library = readLibrary();
  return paths
    .map(path => library.get(path)!)
    .join('\n')
    .replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*|^import .*$/gm, '')
    .replaceAll(/\n\s*\n/g, '\n');
}

/** A chip of the library with everything it is made of, evaluated on a workload that has every kind of layer. */
export function evaluatedText(chip: 'NeuralPIM' | 'ISAAC' | 'ISAACStyle'): string {
  const file = { NeuralPIM: 'neural-pim', ISAAC: 'isaac', ISAACStyle: 'isaac-style' }[chip];
  const parts = libraryText(
    'devices/rram',
    'components/isaac-32nm',
    'components/neural-pim-32nm',
    `chips/${file}`,
  );
  return `${parts}
workload Mixed {
  input 3 × 32 × 32
  conv c1 { outputs 32, kernel 3, padding 1 } → relu → maxpool 2
  conv c2 { outputs 32, kernel 3, padding same, groups 2 } → tanh
  conv c3 from c1 { outputs 32, kernel 1 }
  add sum from c2, c3
  concat both from sum, c3
  avgpool p { kernel 3, stride 2, padding 1, rounding up }
  dense d1 { outputs 100 } → sigmoid
  dense d2 { outputs 10 }
}
evaluate ${chip} on Mixed {
  chips 2
  average geometric
  expect ${chip}.area < 90 mm² within 0.1
  claim ${chip}.energyEfficiency / ${chip}.peakEfficiency = 3
}
`;
}
