import assert from 'node:assert/strict';
import { expectAmong, expectClean, expectProblem, problemsOf } from '../../support/check.ts';

describe('not-a-number', () => {
  it('rejects a division by zero where it stands', () =>
    expectProblem(
      'component A : fixed { power 1 mW + 1 mW / <|0|> }',
      'not-a-number',
      'division by zero; a finite number is expected',
    ));

  it('rejects a function outside its range, and a number beyond all', () =>
    expectProblem(
      'constant a = <|sqrt(-1)|>\nconstant b = <|log2(0)|>\nconstant c = <|1e999|>\nconstant d = <|10 ^ 400|>',
      'not-a-number',
      '`sqrt(-1)` is not a number; a finite number is expected',
      '`log2(0)` is less than any number; a finite number is expected',
      '`1e999` is larger than any number; a finite number is expected',
      '`10 ^ 400` is larger than any number; a finite number is expected',
    ));

  it('says so once, where the constant is defined that others use', () =>
    expectProblem(
      'constant a = 0 / <|0|>\nconstant b = 2 * a\ncomponent A : fixed { area b * 1 mm² }',
      'not-a-number',
      'division by zero; a finite number is expected',
    ));

  it('says so at the name where the constant is of another file', () =>
    expectAmong(
      `//- /parts.pim
constant bad = 1 / 0
//- /main.pim
import "parts"
constant a = bad
`,
      'error not-a-number: `bad` is larger than any number; a finite number is expected',
    ));

  it('rejects a property that becomes none with the value of a parameter', () =>
    expectProblem(
      `import "pim:chips/neural-pim"
       component A(n: count = 1) : fixed { area <|1 mm² / n|> }
       chip C extends NeuralPIM { 1 × A(0) }`,
      'not-a-number',
      '`area` comes to ∞ with the values given here; a finite number is expected',
    ));

  it('points at the part where the component is of another file', async () =>
    assert.deepEqual(
      await problemsOf(`//- /parts.pim
component A(n: count = 1) : fixed { area 1 mm² / n }
//- /main.pim
import "parts"
import "pim:chips/neural-pim"
chip C extends NeuralPIM { 1 × A(0) }
`),
      ['error not-a-number: `area` comes to ∞ with the values given here; a finite number is expected'],
    ));

  it('rejects counts without end, written out or from a parameter', async () => {
    await expectProblem(
      'component A : fixed\ntile T { 1/<|0|> × A }',
      'not-a-number',
      'division by zero; a finite number is expected',
    );
    await expectProblem(
      `import "pim:chips/neural-pim"
       component A : fixed
       chip C(n: count = 0) extends NeuralPIM { <|1/n|> × A }`,
      'not-a-number',
      'a count must be above zero, this one comes to ∞ with the values given here',
    );
  });

  it('rejects sizes and inputs', () =>
    expectProblem(
      'workload W { input <|1e999|> × 8 × 8, maxpool p { kernel 2 / <|0|> } }',
      'not-a-number',
      '`1e999` is larger than any number; a finite number is expected',
      'division by zero; a finite number is expected',
    ));

  it('accepts an expression whose value is finite though a part of it is not', () =>
    expectClean('constant a = min(1, 1 / 0)'));
});
