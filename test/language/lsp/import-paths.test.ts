import assert from 'node:assert/strict';
import { TextDocument } from 'langium';
import type { TextEdit } from 'vscode-languageserver-types';
import { at, inEditor } from '../../support/editor.ts';

const workspace = `//- /one/parts/adc.pim
component A : adc
//- /one/parts/dac.pim
component D : dac
//- /two/cells.pim
component C : cell
`;

/** What is offered at the cursor of a file beside those of the workspace, with the line that it makes. */
const offered = (path: string, line: string): Promise<string[]> =>
  inEditor(`//- ${path}\n${line}\n${workspace}`, async cursor => {
    const list = await cursor.pim.language.lsp.CompletionProvider!.getCompletion(cursor.document, at(cursor));
    return list!.items
      .filter(({ label }) => !label.startsWith('pim:'))
      .map(({ textEdit }) =>
        TextDocument.applyEdits(cursor.document.textDocument, [textEdit as TextEdit]).trimEnd(),
      )
      .sort();
  });

describe('paths inside an import', () => {
  it('lead to files and folders, of other folders of the workspace too', async () =>
    assert.deepEqual(await offered('/one/main.pim', 'import "<|>"'), [
      'import "../two"',
      'import "../two/cells"',
      'import "parts"',
      'import "parts/adc"',
      'import "parts/dac"',
    ]));

  it('replace all of what stands between the quotes', async () =>
    assert.deepEqual(await offered('/one/main.pim', 'import "par<|>ts/dac"'), [
      'import "parts"',
      'import "parts/adc"',
      'import "parts/dac"',
    ]));

  it('replace nothing behind where the quotes are still open', async () =>
    assert.deepEqual(await offered('/one/parts/main.pim', 'import "ad<|> // "note"'), [
      'import "adc // "note"',
    ]));

  it('lead behind a name to the files that define it', async () =>
    assert.deepEqual(await offered('/one/parts/main.pim', 'import A from "<|>"'), ['import A from "adc"']));

  it('never lead to the folder that everything is in', async () =>
    assert.deepEqual(await offered('/one/parts/inner/main.pim', 'import "../<|>"'), [
      'import "../../../two"',
      'import "../../../two/cells"',
      'import "../adc"',
      'import "../dac"',
    ]));
});
