import assert from 'node:assert/strict';
import { URI } from 'langium';
import { importersOf } from '../../../language/scope/importers.ts';
import { inEditor } from '../../support/editor.ts';

/** The files that are concerned when some others change, come or go. */
const concerned = (text: string, ...changed: string[]): Promise<string[]> =>
  inEditor(text, ({ pim }) => {
    const uris = changed.map(path => URI.file(path).toString());
    const found = importersOf(new Set(uris), pim.shared.workspace.LangiumDocuments.all);
    return [...found].map(uri => URI.parse(uri).path).sort();
  });

describe('whom a change concerns', () => {
  const files = `//- /main.pim
import "parts/adc"
//- /study.pim
import "main"
//- /all.pim
import "parts"
//- /parts/adc.pim
import "../cells"
//- /cells.pim
import "pim:devices"
//- /alone.pim
import "nowhere/at/all"
`;
  const cases: [what: string, changed: string[], concerned: string[]][] = [
    [
      'are those who import a file, by way of others and of folders too',
      ['/cells.pim'],
      ['/all.pim', '/cells.pim', '/main.pim', '/parts/adc.pim', '/study.pim'],
    ],
    ['are no others', ['/study.pim'], ['/study.pim']],
    [
      'includes whoever waits for a file to come',
      ['/nowhere/at/all.pim'],
      ['/alone.pim', '/nowhere/at/all.pim'],
    ],
    [
      'includes whoever imports the folder that a file comes to',
      ['/parts/inner/dac.pim'],
      ['/all.pim', '/parts/inner/dac.pim'],
    ],
  ];
  for (const [what, changed, expected] of cases)
    it(what, async () => assert.deepEqual(await concerned(files, ...changed), expected));

  it('ends where files import each other', async () =>
    assert.deepEqual(await concerned('//- /a.pim\nimport "b"\n//- /b.pim\nimport "a"\n', '/a.pim'), [
      '/a.pim',
      '/b.pim',
    ]));
});
