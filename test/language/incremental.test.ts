import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type LangiumDocument, URI } from 'langium';
import { describeDiagnostic, diagnosticsOf, isError } from '../support/check.ts';
import { reportOn } from '../support/evaluate.ts';
import { mutated, rough } from '../support/mutation.ts';
import { changeFile, withFiles } from '../support/pim.ts';
import type { Pim } from '../../language/module.ts';
import { evaluationsOf } from '../../language/elaborate/study.ts';

/** Files that lean on each other: components, a chip made of them, another that extends it, and questions about both. */
const workspace: readonly (readonly [path: string, text: string])[] = [
  [
    '/parts.pim',
    `component Cell : cell { bits 1 bit }
component Cells : array { power 1 mW, rate 1 / 100 ns, area 25 µm² }
component Driver : dac { resolution 1 bit, energy 1 pJ }
component Adder : analog-accumulator { rate 1 GHz, power 1 mW }
component Converter : adc { resolution 8 bit, rate 10 GHz, power 2 mW }
constant arrays = 4
`,
  ],
  [
    '/chip.pim',
    `import "parts.pim"
chip Base(converters: count = 1) {
  node 32 nm
  precision { inputs 8 bit, weights 8 bit, outputs 8 bit }
  dataflow analog-accumulation
  tile T {
    arrays × crossbar { size 16 × 32, cell Cell, read 100 ns, 1 × Cells, 16 × Driver, 1 × Adder }
    converters × Converter
  }
  2 × T
}
`,
  ],
  [
    '/faster.pim',
    `import "chip.pim"
import Converter as Slow from "parts.pim"
component Fast extends Slow { rate 20 GHz }
chip Faster extends Base(2) { tile T { 1 × Fast } }
`,
  ],
  [
    '/questions.pim',
    `import Faster from "faster.pim"
import "chip.pim"
workload W { input 16, dense d { outputs 8 } → relu }
// allow network-exceeds-chip: so it is meant
evaluate Base, Faster on W { expect Faster.area > Base.area }
`,
  ],
];

/** A file changes, goes, or comes back as it was. */
const step = fc.record({
  file: fc.nat(workspace.length - 1),
  how: fc.oneof(
    { weight: 4, arbitrary: fc.array(rough, { minLength: 1, maxLength: 3 }) },
    fc.constantFrom('goes' as const, 'comes back' as const),
  ),
});

type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

describe('a workspace after any sequence of edits', () => {
  it('is what it would be if its files were opened like this', () =>
    fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async steps => {
        const { texts, state } = await edited(steps);
        assert.deepEqual(state, await fromScratch(texts));
      }),
      { numRuns: 50 },
    ));
});

/** The texts after all steps, and what is known about them then. */
function edited(steps: readonly Step[]): Promise<{ texts: ReadonlyMap<string, string>; state: State }> {
  return withFiles(joined(new Map(workspace)), async (_, pim) => {
    const texts = new Map(workspace);
    for (const { file, how } of steps) {
      const [path, original] = workspace[file]!;
      const text =
        how === 'goes'
          ? undefined
          : how === 'comes back'
            ? original
            : `${mutated(texts.get(path) ?? original, how).trimEnd()}\n`;
      if (text === undefined) texts.delete(path);
      else texts.set(path, text);
      await changeFile(path, text, pim);
    }
    return { texts, state: stateOf(texts, pim) };
  });
}

function fromScratch(texts: ReadonlyMap<string, string>): Promise<State> {
  return texts.size === 0 ? Promise.resolve({}) : withFiles(joined(texts), (_, pim) => stateOf(texts, pim));
}

const joined = (texts: ReadonlyMap<string, string>): string =>
  [...texts].map(([path, text]) => `//- ${path}\n${text}`).join('');

/** What a user sees of each file: what is said about it, and what its questions come to. */
type State = Readonly<Record<string, { readonly said: readonly string[]; readonly report?: unknown }>>;

function stateOf(texts: ReadonlyMap<string, string>, pim: Pim): State {
  const files = [...texts.keys()].toSorted().map(path => {
    const document = pim.shared.workspace.LangiumDocuments.getDocument(URI.file(path))!;
    return [path, stateOfFile(document, pim)] as const;
  });
  return Object.fromEntries(files);
}

function stateOfFile(document: LangiumDocument, pim: Pim): State[string] {
  const diagnostics = diagnosticsOf(document);
  const said = diagnostics.map(each => `${JSON.stringify(each.range)} ${describeDiagnostic(each)}`);
  const answers = !diagnostics.some(isError) && evaluationsOf(document).length > 0;
  return answers ? { said, report: JSON.parse(JSON.stringify(reportOn([document], pim))) } : { said };
}
