import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { DocumentState, type LangiumDocument, URI } from 'langium';
import * as ast from '../../../language/generated/ast.ts';
import type { Pim } from '../../../language/module.ts';
import { messageOf } from '../../support/check.ts';
import { createTestPim } from '../../support/pim.ts';

const text = `import "pim:components"
import "pim:devices/rram"
chip Small {
  node 32 nm
  precision { inputs 8 bit, weights 8 bit, outputs 8 bit }
  dataflow analog-accumulation
  tile Tile {
    8 × crossbar {
      size 128 × 128
      cell RRAM
      weights differential
      read 100 ns
      1 × Array1Bit
      128 × DAC4Bit
      144 × AnalogSampleHold
      1 × NNSA
    }
    4 × NNADC
  }
  10 × Tile
}
`;

/** What a file is said to have wrong with it when something asks about it before it is linked. */
async function diagnosticsWhenAsked(
  phase: DocumentState,
  ask: (pim: Pim, document: LangiumDocument) => unknown,
): Promise<string[]> {
  const pim = await createTestPim();
  const { LangiumDocuments, LangiumDocumentFactory, DocumentBuilder } = pim.shared.workspace;
  const document = LangiumDocumentFactory.fromString(text, URI.file('/early.pim'));
  LangiumDocuments.addDocument(document);
  // An editor does not wait: its requests run while documents are being built.
  DocumentBuilder.onDocumentPhase(phase, async built => {
    if (built === document) await ask(pim, document);
  });
  await DocumentBuilder.build([document], { validation: true });
  return (document.diagnostics ?? []).map(messageOf);
}

const chipOf = ({ parseResult }: LangiumDocument) =>
  (parseResult.value as ast.Document).declarations.find(ast.isBlock)!;

describe('a request that comes before a file is linked', () => {
  // Langium says in the log that it was asked too early.
  before(() => void mock.method(console, 'warn', () => {}));
  after(() => mock.restoreAll());

  const phases = [DocumentState.IndexedContent, DocumentState.ComputedScopes];
  for (const phase of phases) {
    it(`for symbols leaves no names unknown, at state ${DocumentState[phase]}`, async () =>
      assert.deepEqual(
        await diagnosticsWhenAsked(phase, (pim, document) =>
          pim.language.lsp.DocumentSymbolProvider!.getSymbols(document, {
            textDocument: { uri: document.uri.toString() },
          }),
        ),
        [],
      ));
    it(`for a chip leaves no chip incomplete, at state ${DocumentState[phase]}`, async () =>
      assert.deepEqual(
        await diagnosticsWhenAsked(phase, (pim, document) => pim.elaborations.chip(chipOf(document))),
        [],
      ));
  }
});
