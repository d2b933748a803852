import assert from 'node:assert/strict';
import { DiagnosticTag } from 'vscode-languageserver-types';
import { expectNoHint, expectFix, expectHint, problemsOf } from '../../support/check.ts';
import { withFiles } from '../../support/pim.ts';

describe('unused-import', () => {
  it('marks an import of which nothing is used', () =>
    expectHint(
      `<|import "pim:networks"|>
import "pim:chips/isaac"
chip C extends ISAAC { }`,
      'unused-import',
      'nothing of "pim:networks" is used here',
    ));

  it('offers to remove it with its line', () =>
    expectFix(
      `import "pim:chips/isaac"
import "pim:networks"
chip C extends ISAAC { }`,
      'unused-import',
      'Remove this import',
      `import "pim:chips/isaac"
chip C extends ISAAC { }`,
    ));

  it('is drawn faded', () =>
    withFiles('import "pim:networks"', ([document]) => {
      assert.deepEqual(
        document!.diagnostics!.map(({ tags }) => tags),
        [[DiagnosticTag.Unnecessary]],
      );
    }));

  it('marks a single name that is not used', () =>
    expectHint(
      'import ADC, <|DAC as Driver|> from "pim:components/isaac-32nm"\nconstant a = ADC.power',
      'unused-import',
      '`Driver` is not used here',
    ));

  it('offers to take that name out of the import', () =>
    expectFix(
      'import ADC, DAC as Driver from "pim:components/isaac-32nm"\nconstant a = ADC.power',
      'unused-import',
      'Remove `Driver` from this import',
      'import ADC from "pim:components/isaac-32nm"\nconstant a = ADC.power',
    ));

  it('marks an import of names none of which is used', () =>
    expectHint(
      '<|import ADC, DAC from "pim:components/isaac-32nm"|>',
      'unused-import',
      'nothing of "pim:components/isaac-32nm" is used here',
    ));

  it('accepts a name that is used by the name the import gives it', () =>
    expectNoHint('import ADC as Mine from "pim:components/isaac-32nm"\nconstant a = Mine.power'));

  it('accepts a folder of which one name is used', () =>
    expectNoHint('import "pim:components"\nconstant a = ADC.power'));

  it('says nothing while a part of the file cannot be read', () =>
    expectSilent('import "pim:chips"\nchip C ext ISAAC { }'));
});

/** Whatever else is said about it. */
async function expectSilent(text: string): Promise<void> {
  const problems = await problemsOf(text);
  assert.deepEqual(
    problems.filter(problem => problem.includes('unused-import')),
    [],
  );
  assert.notDeepEqual(problems, []);
}
