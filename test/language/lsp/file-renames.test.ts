import assert from 'node:assert/strict';
import { TextDocument, URI } from 'langium';
import { inEditor } from '../../support/editor.ts';
import { filesIn } from '../../support/pim.ts';

/** The files as they are once the edits are made and what is at `from` lies at `to`; pairs of several renamings. */
async function moved(text: string, ...renamings: [from: string, to: string][]): Promise<string> {
  const uriOf = (path: string) => URI.file(path).toString();
  const files = renamings.map(([from, to]) => ({ oldUri: uriOf(from), newUri: uriOf(to) }));
  const edit = await inEditor(text, ({ pim }) =>
    pim.shared.lsp.FileOperationHandler!.willRenameFiles!({ files }),
  );
  return [...filesIn(text)]
    .map(([path, content]): [string, string] => {
      const move = renamings.find(([from]) => path === from || path.startsWith(`${from}/`));
      const edits = edit?.changes?.[uriOf(path)] ?? [];
      const changed = TextDocument.applyEdits(TextDocument.create('', 'pim', 0, content), edits);
      return [move ? move[1] + path.slice(move[0].length) : path, changed];
    })
    .map(([path, content]) => `//- ${path}\n${content}`)
    .join('');
}

describe('renaming files', () => {
  const cases: [what: string, renamings: [string, string][], before: string, after: string][] = [
    [
      'changes the imports that name a file',
      [['/parts.pim', '/pieces.pim']],
      '//- /main.pim\nimport A as B from "parts"\nimport "pim:chips"\n//- /parts.pim\ncomponent A : adc\n',
      '//- /main.pim\nimport A as B from "pieces"\nimport "pim:chips"\n//- /pieces.pim\ncomponent A : adc\n',
    ],
    [
      'follows a file into another folder, with what it imports itself',
      [['/parts.pim', '/inner/parts.pim']],
      '//- /main.pim\nimport "parts"\n//- /parts.pim\nimport "cells"\n//- /cells.pim\ncomponent A : cell\n',
      '//- /main.pim\nimport "inner/parts"\n//- /inner/parts.pim\nimport "../cells"\n//- /cells.pim\ncomponent A : cell\n',
    ],
    [
      'follows a folder, whose files still find each other',
      [['/a/parts', '/b/pieces']],
      '//- /main.pim\nimport "a/parts/adc"\nimport "a/parts"\n//- /a/parts/adc.pim\nimport "dac"\nimport "../cells"\n//- /a/parts/dac.pim\ncomponent D : dac\n//- /a/cells.pim\ncomponent A : cell\n',
      '//- /main.pim\nimport "b/pieces/adc"\nimport "b/pieces"\n//- /b/pieces/adc.pim\nimport "dac"\nimport "../../a/cells"\n//- /b/pieces/dac.pim\ncomponent D : dac\n//- /a/cells.pim\ncomponent A : cell\n',
    ],
    [
      'follows several at once',
      [
        ['/main.pim', '/x/main.pim'],
        ['/parts.pim', '/x/parts.pim'],
      ],
      '//- /main.pim\nimport "parts"\n//- /parts.pim\ncomponent A : adc\n//- /other.pim\nimport "parts"\n',
      '//- /x/main.pim\nimport "parts"\n//- /x/parts.pim\ncomponent A : adc\n//- /other.pim\nimport "x/parts"\n',
    ],
    [
      'keeps the dot and the ending where they are written',
      [['/parts.pim', '/pieces.pim']],
      '//- /main.pim\nimport "./parts.pim"\n//- /parts.pim\ncomponent A : adc\n',
      '//- /main.pim\nimport "./pieces.pim"\n//- /pieces.pim\ncomponent A : adc\n',
    ],
    [
      'leaves imports alone that name nothing, or that are named nearly the same',
      [['/parts.pim', '/pieces.pim']],
      '//- /main.pim\nimport "nowhere"\nimport "parts2"\nimport "parts\n//- /parts.pim\n//- /parts2.pim\n',
      '//- /main.pim\nimport "nowhere"\nimport "parts2"\nimport "parts\n//- /pieces.pim\n//- /parts2.pim\n',
    ],
    [
      'leaves imports alone of what will not be of this language any more',
      [['/parts.pim', '/parts.txt']],
      '//- /main.pim\nimport "parts"\n//- /parts.pim\n',
      '//- /main.pim\nimport "parts"\n//- /parts.txt\n',
    ],
    [
      'knows names with other letters',
      [['/größen', '/maße']],
      '//- /main.pim\nimport "größen/adc"\n//- /größen/adc.pim\n',
      '//- /main.pim\nimport "maße/adc"\n//- /maße/adc.pim\n',
    ],
  ];
  for (const [what, renamings, before, after] of cases)
    it(what, async () => assert.equal(await moved(before, ...renamings), after));
});
