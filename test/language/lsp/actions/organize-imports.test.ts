import { expectAction, expectNoAction } from '../../../support/actions.ts';

const title = 'Organize imports';

describe('organize imports', () => {
  it('sorts them, the library first', () =>
    expectAction(
      `//- /main.pim
<|>import "parts/b"
import "pim:networks"
import "parts/a"
import "pim:chips"

component C extends A
component D extends B
evaluate NeuralPIM on AlexNet
//- /parts/a.pim
component A : fixed
//- /parts/b.pim
component B : fixed
`,
      title,
      `import "pim:chips"
import "pim:networks"
import "parts/a"
import "parts/b"

component C extends A
component D extends B
evaluate NeuralPIM on AlexNet
`,
    ));

  it('leaves out what nothing uses, and what comes with others', () =>
    expectAction(
      `<|>import "pim:networks"
import "pim:components/neural-pim-32nm"
import "pim:components"
import "pim:components"

tile T { 1 × NNADC }
`,
      title,
      `import "pim:components"

tile T { 1 × NNADC }
`,
    ));

  it('leaves none where none is used', () =>
    expectAction('<|>import "pim:networks"\n\nconstant a = 1\n', title, 'constant a = 1\n'));

  it('makes one import of several of the same file, in order and without unused names', () =>
    expectAction(
      `<|>import NNSA, ADC as Old from "pim:components"
import NNADC, EDRAM, Router from "pim:components"

tile T { 1 × NNADC, 1 × Router, 1 × NNSA, 1 × Old }
`,
      title,
      `import ADC as Old, NNADC, NNSA, Router from "pim:components"

tile T { 1 × NNADC, 1 × Router, 1 × NNSA, 1 × Old }
`,
    ));

  it('keeps names that a whole import does not give', () =>
    expectAction(
      `<|>import "pim:components"
import NNADC, ADC as Old from "pim:components"

tile T { 1 × NNADC, 1 × Old }
`,
      title,
      `import "pim:components"
import ADC as Old from "pim:components"

tile T { 1 × NNADC, 1 × Old }
`,
    ));

  it('moves comments with what they speak about, and leaves the one of the file', () =>
    expectAction(
      `// Of this file.
<|>import "pim:networks"   // one
// Converters.
import "pim:components"

tile T { 1 × NNADC }
evaluate C on AlexNet
`,
      title,
      `// Of this file.
// Converters.
import "pim:components"
import "pim:networks"   // one

tile T { 1 × NNADC }
evaluate C on AlexNet
`,
    ));

  it('keeps what finds nothing, to be mended', () =>
    expectNoAction('<|>import "nowhere"\n\nconstant a = 1\n', /Organize/));

  it('has nothing to do where all is in order', () =>
    expectNoAction('<|>import "pim:components"\n\ntile T { 1 × NNADC }\n', /Organize/));
});
