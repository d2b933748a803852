import { expectNoHint, expectFix, expectHint } from '../../support/check.ts';

describe('duplicate-import', () => {
  it('marks the second import of a file', () =>
    expectHint(
      `import "pim:chips/isaac"
<|import "pim:chips/isaac"|>
${use}`,
      'duplicate-import',
      '"pim:chips/isaac" is imported already, by `import "pim:chips/isaac"`',
    ));

  it('marks a file of a folder that is imported', () =>
    expectHint(
      `<|import "pim:chips/isaac"|>
import "pim:chips"
${use}`,
      'duplicate-import',
      '"pim:chips/isaac" is imported already, by `import "pim:chips"`',
    ));

  it('offers to remove it with its line', () =>
    expectFix(
      `import "pim:chips"
import "pim:chips/isaac" // again
import "pim:chips/isaac"
${use}`,
      'duplicate-import',
      'Remove this import',
      `import "pim:chips"
 // again
import "pim:chips/isaac"
${use}`,
    ));

  it('accepts two files of one folder', () =>
    expectNoHint(`import "pim:chips/isaac"
      import "pim:chips/neural-pim"
      ${use}
      chip D extends NeuralPIM { }`));
});

const use = 'chip C extends ISAAC { }';
