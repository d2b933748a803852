import { expectClean, expectFix, expectProblem } from '../../support/check.ts';

describe('unknown-name', () => {
  it('names the definition that was probably meant', () =>
    expectProblem(
      'constant width = 2\nconstant a = <|widht|> + 1',
      'unknown-name',
      'unknown name `widht`; did you mean `width`?',
    ));

  it('offers the definition that was probably meant', () =>
    expectFix(
      'constant width = 2\nconstant a = widht + 1',
      'unknown-name',
      'Change to `width`',
      'constant width = 2\nconstant a = width + 1',
    ));

  it('says which file of the library has the name', () =>
    expectProblem(
      'tile T { 1 × <|HyperTransport|> }',
      'unknown-name',
      'unknown name `HyperTransport`; it is in "pim:components/isaac-32nm"',
    ));

  it('offers to import the file of the library that has the name', () =>
    expectFix(
      'tile T { 1 × HyperTransport }',
      'unknown-name',
      'Import "pim:components/isaac-32nm"',
      'import "pim:components/isaac-32nm"\ntile T { 1 × HyperTransport }',
    ));

  it('says which other file of the workspace has the name', () =>
    expectProblem(
      `//- /parts/links.pim
component Own : link
//- /main.pim
tile T { 1 × <|Own|> }
`,
      'unknown-name',
      'unknown name `Own`; it is in "parts/links"',
    ));

  it('says how to subtract where a minus joins two names', () =>
    expectProblem(
      'constant first = 2\nconstant b = <|first-second|>',
      'unknown-name',
      'unknown name `first-second`; to subtract, put blanks around the minus',
    ));

  it('rejects unknown chips and workloads of an evaluation', () =>
    expectProblem(
      'evaluate <|Abacus|> on <|Sums|>',
      'unknown-name',
      'unknown name `Abacus`; define it in this file, or import a file that does',
      'unknown name `Sums`; define it in this file, or import a file that does',
    ));

  it('rejects an unknown layer to read from', () =>
    expectProblem(
      'workload W { input 3, relu first relu b from <|frist|> }',
      'unknown-name',
      'unknown name `frist`; did you mean `first`?',
    ));

  it('is said once for all its uses', () =>
    expectProblem(
      'component Mien : adc { resolution 8 bit }\ntile T { 1 × <|Mine|> }\ntile U { 2 × Mine, 3 × Mine }',
      'unknown-name',
      'unknown name `Mine`; did you mean `Mien`?',
    ));

  it('offers to change all uses at once', () =>
    expectFix(
      'component Mien : adc { resolution 8 bit }\ntile T { 1 × Mine }\ntile U { 2 × Mine }',
      'unknown-name',
      'Change to `Mien` in 2 places',
      'component Mien : adc { resolution 8 bit }\ntile T { 1 × Mien }\ntile U { 2 × Mien }',
    ));

  it('offers one import for all uses', () =>
    expectFix(
      'tile T { 1 × HyperTransport }\ntile U { 1 × HyperTransport }',
      'unknown-name',
      'Import "pim:components/isaac-32nm"',
      'import "pim:components/isaac-32nm"\ntile T { 1 × HyperTransport }\ntile U { 1 × HyperTransport }',
    ));

  it('is not said where the import that would bring it is broken', () =>
    expectProblem(
      'import <|"pim:component"|>\ntile T { 1 × HyperTransport }',
      'unknown-import',
      'nothing is found at "pim:component"; did you mean `pim:components`?',
    ));

  it('is said where no broken import would bring it', () =>
    expectProblem(
      'import <|"pim:component"|>\ntile T { 1 × <|Missing|> }',
      ['unknown-import', 'unknown-name'],
      'nothing is found at "pim:component"; did you mean `pim:components`?',
      'unknown name `Missing`; define it in this file, or import a file that does',
    ));

  it('knows what an extended block knows inside', () =>
    expectClean('tile A { pe P { } }\ntile B extends A { 2 × P }'));
});
