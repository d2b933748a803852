import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { LangiumDocument } from 'langium';
import { elaborateAlone } from '../../../../language/elaborate/component.ts';
import * as ast from '../../../../language/generated/ast.ts';
import { formatText } from '../../../../language/lsp/formatter.ts';
import { readLibrary } from '../../../../language/main/library-files.ts';
import type { Pim } from '../../../../language/module.ts';
import { actionsAt } from '../../../support/actions.ts';
import { diagnosticsOf, isError, messageOf } from '../../../support/check.ts';
import { evaluatedText } from '../../../support/mutation.ts';
import { withFiles } from '../../../support/pim.ts';
import { randomText, recipes, textOf } from '../../../support/random-chip.ts';

/** What the language has and the library has little of: parameters, conditions, constants inside, blocks on the spot. */
const growing = `import "pim:components/neural-pim-32nm"
import Array1Bit, EDRAM, Router from "pim:components/isaac-32nm"
import NNADC as Converter from "pim:components/neural-pim-32nm"
import "pim:networks"

constant side = 2 * 64
constant cycle = 100 ns
constant sizes = [8, 16]

component Cell : cell { bits 1 bit }

/** A converter of one's own. */
component Scaled(width: bits in 1 bit .. 12 bit = 8 bit) : adc {
  constant each = 0.2 mW
  resolution width
  rate       1.2 GHz
  if width > 8 bit { power 9 * each } else { power each * 5 }
}

chip C(n: count = 4, style in [lean, rich] = rich) {
  constant half = n / 2
  node      32 nm
  precision { inputs 8 bit, weights 8 bit, outputs 2 * 4 bit }
  dataflow  analog-accumulation

  pe PE {
    sizes[1] × crossbar {
      size    side × 128
      cell    Cell { variation 2.5 % }
      read    cycle
      1 × Array1Bit
      128 × DAC4Bit { area 0.3 um2 }
      144 × AnalogSampleHold
      1 × NNSA
    }
    4 × Converter { power 2 mW }
    half × Scaled(8 bit) { area 1200 µm² }
  }

  tile Tile {
    4 × PE
    (half + 1) × pe Small {
      2 × Scaled { area 0.0012 mm² }
    }
    if style = rich { 1 × EDRAM { power 20 mW } } else { 1/2 × EDRAM }
    1/4 × Router
  }

  (2 * n) × Tile
}

chip D extends C(n = 8) {
  tile Tile { 2 × PE }
}

workload Small {
  input 3 x 32 x 32
  conv c1 { outputs 2 * 16, kernel 3, padding same } -> relu → maxpool 2
  dense d1 { outputs 10 }
}

evaluate C, D on Small, AlexNet {
  chips  4
  expect C.area < 2 * 45 mm²
}
`;

/** Without the chip that extends it, whose parts nobody overrides. */
const alone = growing.replace(/^chip D[\s\S]*?^}\n\n/m, '').replaceAll('C, D', 'C');

const texts = fc.oneof(
  fc.constant(growing),
  { weight: 2, arbitrary: fc.constant(alone) },
  fc.constantFrom(...readLibrary().values()),
  fc.constantFrom(...(['NeuralPIM', 'ISAAC', 'ISAACStyle'] as const)).map(evaluatedText),
  recipes.map(recipe => textOf(randomText(recipe))),
);

/** A text, and a selection in it: a cursor at a name, or from one word to the end of another. */
const selections = fc
  .record({ text: texts, start: fc.nat(), length: fc.oneof(fc.constant(0), fc.nat(6)), isName: fc.boolean() })
  .map(({ text, start, length, isName }) => {
    const words = [...text.matchAll(isName ? names : anyWord)];
    const first = words[start % words.length]!;
    const last = words[Math.min(words.length - 1, (start % words.length) + length - 1)] ?? first;
    const isCursor = length === 0 || isName;
    return { text, from: first.index, to: isCursor ? first.index : last.index + last[0].length };
  });

const anyWord = /[\w.µ²%-]+|[(){}[\]×*/+=→-]/g;
const names =
  /(?<=[×x] )[\w-]+|(?<=constant )\w+|(?<=(?:tile|pe|crossbar|component|chip) )\w+|\b(?:import|half|each|cycle|side)\b/g;

describe('an action that is no fix', () => {
  it('leaves chips, components and networks as they are, and says nothing wrong', async function () {
    this.timeout(120_000);
    await fc.assert(
      fc.asyncProperty(selections, async ({ text, from, to }) => {
        const before = await withFiles(text, async ([document], pim) => ({
          meaning: meaningOf(document!, pim),
          isFormatted: formatText(document!) === text,
          offered: await actionsAt(
            document!,
            {
              start: document!.textDocument.positionAt(from),
              end: document!.textDocument.positionAt(to),
            },
            pim,
          ),
        }));
        for (const { title, kind, after } of before.offered) {
          if (kind.startsWith('quickfix') || kind.startsWith('source.fixAll')) continue;
          const what = `${title}\n${after}`;
          await withFiles(after, ([document], pim) => {
            const now = meaningOf(document!, pim);
            assert.deepEqual(now.errors, before.meaning.errors, what);
            assert.deepEqual(now.chips, before.meaning.chips, what);
            assert.deepEqual(now.workloads, before.meaning.workloads, what);
            for (const [name, component] of before.meaning.components)
              assert.deepEqual(now.components.get(name), component, what);
            if (before.isFormatted) assert.equal(formatText(document!), after, title);
          });
        }
      }),
      { numRuns: 60 },
    );
  });
});

function meaningOf(document: LangiumDocument, { elaborations }: Pim) {
  const { declarations } = document.parseResult.value as ast.Document;
  const chips = declarations.filter(ast.isBlock).filter(({ level }) => level === 'chip');
  return {
    errors: diagnosticsOf(document).filter(isError).map(messageOf),
    chips: chips.map(chip => plain(elaborations.chip(chip).chip)),
    workloads: declarations
      .filter(ast.isWorkload)
      .map(workload => plain(elaborations.workload(workload).workload)),
    components: new Map(
      declarations
        .filter(ast.isComponent)
        .map(each => [each.name, plain(elaborateAlone(each)?.component)] as const),
    ),
  };
}

/** Everything but names and places, numbers to as many digits as a change of unit keeps. */
function plain(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value ?? null, (key, each: unknown) => {
      if (key === 'name' || key === 'origin') return undefined;
      return typeof each === 'number' ? Number(each.toPrecision(12)) : each;
    }),
  );
}
