import assert from 'node:assert/strict';
import { at, inEditor } from '../../support/editor.ts';
import { withFiles } from '../../support/pim.ts';

const offered = (marked: string) =>
  inEditor(marked, async cursor => {
    const list = await cursor.pim.language.lsp.CompletionProvider!.getCompletion(cursor.document, at(cursor));
    return list!.items.toSorted((a, b) => (a.sortText! < b.sortText! ? -1 : 1));
  });

const hovered = (marked: string) =>
  inEditor(marked, async cursor =>
    cursor.pim.language.lsp.HoverProvider!.getHoverContent(cursor.document, at(cursor)),
  );

describe('a comment that silences rules', () => {
  it('is completed with the rules that can be silenced', async () => {
    const labels = (await offered('// allow <|>\nconstant a = 1')).map(({ label }) => label);
    assert.ok(labels.includes('network-exceeds-chip'), labels.join(', '));
    assert.ok(!labels.includes('dimension-mismatch'), 'an error is offered');
    assert.ok(!labels.includes('allow-of-nothing'), 'a rule about `allow` is offered');
  });

  it('is completed with a place for the reason', async () => {
    const [first] = await offered('// allow network<|>\nconstant a = 1');
    assert.equal(first!.textEdit!.newText, 'network-exceeds-chip: ${1:reason}');
  });

  it('is completed without one where it stands already', async () => {
    const [first] = await offered('// allow network<|>: on purpose\nconstant a = 1');
    assert.equal(first!.textEdit!.newText, 'network-exceeds-chip');
  });

  it('is completed with one more rule', async () => {
    const labels = (await offered('// allow network-exceeds-chip, <|>\nconstant a = 1')).map(
      ({ label }) => label,
    );
    assert.ok(!labels.includes('network-exceeds-chip') && labels.includes('power-without-rate'));
  });

  it('is completed first with what finds something in the file', () =>
    withFiles('component A : adc { resolution 8 bit, power 2 mW }\n// allow ', async ([document], pim) => {
      const list = await pim.language.lsp.CompletionProvider!.getCompletion(document!, {
        textDocument: { uri: document!.uri.toString() },
        position: { line: 1, character: 9 },
      });
      const [first] = list!.items.toSorted((a, b) => (a.sortText! < b.sortText! ? -1 : 1));
      assert.equal(first?.label, 'power-without-rate');
    }));

  it('offers nothing in other comments', async () =>
    assert.deepEqual(await offered('// allowed <|>\nconstant a = 1'), []));

  it('says of a rule what it is for', async () => {
    const hover = await hovered('// allow network-exce<|>eds-chip: on purpose\nconstant a = 1');
    assert.match(
      (hover!.contents as { value: string }).value,
      /^\*\*network-exceeds-chip\*\* · info\n\nA network that does not fit/,
    );
    assert.deepEqual(hover!.range, { start: { line: 0, character: 9 }, end: { line: 0, character: 29 } });
  });

  it('says nothing of other words', async () =>
    assert.equal(await hovered('// allow network-exceeds-chip: on pur<|>pose\nconstant a = 1'), undefined));
});
