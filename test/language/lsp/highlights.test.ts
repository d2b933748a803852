import { at } from '../../support/editor.ts';
import { expectTargets, type Navigate } from '../../support/navigate.ts';

const kinds = { 1: 'text', 2: 'read', 3: 'write' };

const highlight: Navigate = async cursor => {
  const found = await cursor.pim.language.lsp.DocumentHighlightProvider!.getDocumentHighlight(
    cursor.document,
    at(cursor),
  );
  return found!.map(({ range, kind }) => ({
    uri: cursor.document.uri.toString(),
    range,
    kind: kinds[kind!],
  }));
};

describe('highlights', () => {
  const cases: [what: string, marked: string][] = [
    [
      'tell a definition from what reads it',
      'constant <|write:a|> = 2\nconstant b = <|read:a<|>|> * <|read:a|>',
    ],
    [
      'tell an argument, which writes a parameter, from what reads it',
      'component A(<|write:n<|>|>: bits) : dac { resolution <|read:n|> }\ncomponent B extends A(<|write:n|> = 2 bit)',
    ],
    [
      'mark every place that gives a property a value as written',
      'component A : adc { <|write:rate|> 1 GHz }\nchip C { 2 × A { <|write:ra<|>te|> 2 GHz } }\nconstant a = A.<|read:rate|>',
    ],
    [
      'mark imports as text, and stay in the file',
      `//- /main.pim
import <|text:Reg|> as <|text:Mine|> from "parts"
component B extends <|read:Mine<|>|>
//- /parts.pim
component Reg : fixed`,
    ],
    ['mark nothing for a kind', 'component A : a<|>dc\ncomponent B : adc'],
  ];
  for (const [what, marked] of cases) it(what, () => expectTargets(marked, highlight));
});
