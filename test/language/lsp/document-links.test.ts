import assert from 'node:assert/strict';
import { at, inEditor } from '../../support/editor.ts';

/** Every link of a text as `words → target (tooltip)`. */
const links = (text: string): Promise<string[]> =>
  inEditor(text, async cursor => {
    const found = await cursor.pim.language.lsp.DocumentLinkProvider!.getDocumentLinks(
      cursor.document,
      at(cursor),
    );
    return found.map(
      ({ range, target, tooltip }) =>
        `${cursor.document.textDocument.getText(range)} → ${target} (${tooltip})`,
    );
  });

describe('links', () => {
  it('lead from imports to files, and say what these define', async () =>
    assert.deepEqual(
      await links(`//- /main.pim
import "parts/adc"
import Mine from "parts/empty.pim"
import "parts"
import "nowhere"
import "pim:devices/rram"
//- /parts/adc.pim
component Fast : adc
private component Hidden : adc
constant width = 8 bit
evaluate A on B
//- /parts/empty.pim
`),
      [
        'parts/adc → file:///parts/adc.pim (defines Fast, width)',
        'parts/empty.pim → file:///parts/empty.pim (defines nothing yet)',
        'pim:devices/rram → pim:/devices/rram.pim (defines RRAM)',
      ],
    ));

  it('name no more than a dozen definitions', async () => {
    const constants = Array.from({ length: 14 }, (_, index) => `constant c${index} = 1`).join('\n');
    const [link] = await links(`//- /main.pim\nimport "parts"\n//- /parts.pim\n${constants}`);
    assert.match(link!, /\(defines c0, .*, c11 and 2 more\)$/);
  });

  const cases: [what: string, text: string, links: string[]][] = [
    [
      'lead from addresses in comments to the browser',
      '/** Source: see https://example.org/a_(b)?c=1#d. */\nchip C { }',
      ['https://example.org/a_(b)?c=1#d → https://example.org/a_(b)?c=1#d (opens in the browser)'],
    ],
    [
      'leave out the punctuation around an address',
      '// (as in <https://example.org/a>, or https://example.org/b)',
      [
        'https://example.org/a → https://example.org/a (opens in the browser)',
        'https://example.org/b → https://example.org/b (opens in the browser)',
      ],
    ],
    [
      'lead from a DOI to where it is resolved',
      '/** Source: Cao et al., doi:10.1109/TC.2021.3122905, and DOI: 10.1016/S0092-8674(00)80238-0. */',
      [
        'doi:10.1109/TC.2021.3122905 → https://doi.org/10.1109/TC.2021.3122905 (opens 10.1109/TC.2021.3122905 at doi.org)',
        'DOI: 10.1016/S0092-8674(00)80238-0 → https://doi.org/10.1016/S0092-8674(00)80238-0 (opens 10.1016/S0092-8674(00)80238-0 at doi.org)',
      ],
    ],
    [
      'see a DOI inside an address once',
      '// https://doi.org/10.1109/TC.2021.3122905',
      [
        'https://doi.org/10.1109/TC.2021.3122905 → https://doi.org/10.1109/TC.2021.3122905 (opens in the browser)',
      ],
    ],
    [
      'end with the comment',
      '/* https://example.org/*/',
      ['https://example.org/ → https://example.org/ (opens in the browser)'],
    ],
    ['take nothing outside of comments', 'constant a = "https://example.org"', []],
    ['take no ratio for a DOI', '// 10.5000/2 of what', []],
  ];
  for (const [what, text, expected] of cases)
    it(what, async () => assert.deepEqual(await links(text), expected));
});
