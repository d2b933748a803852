import { expectProblem } from '../../support/check.ts';

describe('a syntax error', () => {
  for (const [marked, message] of [
    ['constant <|=|> 3', 'expected a name, found `=`'],
    ['constant a <|3|>', 'expected `=`, found `3`'],
    ['constant a = <|*|> 3', 'expected a value, found `*`'],
    [
      '<|hello|>',
      'expected an import or a definition (component, chip, workload, evaluate, constant), found `hello`',
    ],
    ['evaluate<||>', 'expected a name, found the end of the file'],
  ] as const)
    it(`in ${marked} says: ${message}`, () => expectProblem(marked, 'parsing-error', message));
});

describe('a character that means nothing', () => {
  for (const [marked, message] of [
    ['constant a = 3<|$|>', '`$` means nothing here'],
    ['constant a = 3<|;|>', '`;` means nothing here; entries end with the line or a comma'],
    ['import "pim:chips"<|"|>\nimport "pim:networks"', 'a text in quotes ends on the line it begins on'],
  ] as const)
    it(`in ${marked} says: ${message}`, () => expectProblem(marked, 'lexing-error', message));
});
