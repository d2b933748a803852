import assert from 'node:assert/strict';
import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { description } from '../../../simulator/index.ts';
import { problemsOf } from '../../support/check.ts';
import { at, inEditor } from '../../support/editor.ts';
import { expanded } from '../../support/snippet.ts';

const ownChip = `import "pim:chips"
chip Mine extends NeuralPIM {}
workload Small { input 3 × 8 × 8, conv c { outputs 4, kernel 3 } }
`;

/** The snippets offered at `<|>`, and what the file is once each is accepted and left as it is. */
function accepted(marked: string): Promise<Map<string, string>> {
  return inEditor(marked, async cursor => {
    const list = await cursor.pim.language.lsp.CompletionProvider!.getCompletion(cursor.document, at(cursor));
    const snippets = list!.items.filter(({ kind }) => kind === CompletionItemKind.Snippet);
    const { textDocument } = cursor.document;
    return new Map(snippets.map(each => [each.label, withItem(textDocument, each)]));
  });
}

function withItem(document: TextDocument, { textEdit, additionalTextEdits = [] }: CompletionItem): string {
  assert.ok(textEdit && 'range' in textEdit);
  return TextDocument.applyEdits(document, [
    { range: textEdit.range, newText: expanded(textEdit.newText) },
    ...additionalTextEdits,
  ]);
}

describe('snippets', () => {
  const labels = [
    'chip, complete',
    'workload, complete',
    'evaluate, with claim and expect',
    ...[...description.components.keys()].map(kind => `component ${kind}`),
  ];

  it('are there for chip, workload, question and every kind of component', async () => {
    assert.deepEqual([...(await accepted('<|>')).keys()].sort(), labels.toSorted());
  });

  for (const [where, marked] of [
    ['an empty file', '<|>'],
    ['a file with imports', 'import "pim:components"\n<|>'],
    ['a file with chips of its own', `${ownChip}<|>`],
  ] as const)
    for (const label of labels)
      it(`${label} is clean as it comes in ${where}`, async () => {
        const text = (await accepted(marked)).get(label)!;
        const said = (await problemsOf(text)).filter(problem => !/^(info|hint)/.test(problem));
        assert.deepEqual(said, [], text);
      });

  it('ask about what the file has', async () => {
    const text = (await accepted(`${ownChip}<|>`)).get('evaluate, with claim and expect')!;
    assert.match(text, /^evaluate Mine, ISAACStyle on Small \{$/m);
  });

  it('bring the imports that are missing, and no others', async () => {
    const text = (await accepted('import "pim:components"\nconstant a = 1\n<|>')).get('chip, complete')!;
    assert.match(
      text,
      /^import "pim:components"\nimport "pim:devices\/rram"\nconstant a = 1\nchip MyChip \{/,
    );
  });

  it('are not offered inside a block', async () =>
    assert.deepEqual(
      [...(await accepted('chip C { <|> }')).keys()].filter(label => labels.includes(label)),
      [],
    ));
});
