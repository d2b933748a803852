import { expectClean, expectWarning } from '../../support/check.ts';

describe('buffer-cell-below-column-sum', () => {
  it('warns of a buffer whose cells cannot tell the sums of a column apart', () =>
    expectWarning(
      cascadeStyle('4 × CascadeBuffer { bits <|6 bit|> }'),
      'buffer-cell-below-column-sum',
      'a cell of CascadeBuffer holds 6 bits, but the column sum of 128 rows of 1-bit cells driven 1 bit at a time has 7; fewer rows, or fewer bits at a time, would save one',
    ));

  it('warns of row drivers whose bits make the sum larger', () =>
    expectWarning(
      `import "pim:devices"
       import "pim:components"
       chip C {
         node 32 nm
         precision { inputs 8 bit, weights 8 bit, outputs 8 bit }
         dataflow analog-buffering
         conversions stage
         pe P {
           1 × crossbar {
             size 64 × 64, cell RRAM, columns flipped, read 100 ns
             1 × Array1Bit, 64 × DAC { resolution 2 bit }, 65 × CascadeTIA, <|2 × CascadeBuffer|>
           }
           2 × CascadeADC
           2 × ShiftAdd
         }
         1 × P
       }`,
      'buffer-cell-below-column-sum',
      'a cell of CascadeBuffer holds 6 bits, but the column sum of 64 rows of 1-bit cells driven 2 bits at a time has 7; fewer rows, or fewer bits at a time, would save one',
    ));

  it('accepts cells that hold a column sum', () =>
    expectClean(cascadeStyle('4 × CascadeBuffer { bits 7 bit }')));

  it('says nothing about cells of which no bits are stated, and about other dataflows', () =>
    expectClean(`import "pim:chips/isaac-style"
      component Cells : buffer-array
      component FewBits : buffer-array { bits 1 bit }
      chip C extends ISAACStyle { pe PE { 1 × FewBits, 1 × Cells } }`));
});

function cascadeStyle(buffers: string): string {
  return `import "pim:chips/cascade-style"
    import "pim:components/cascade-32nm"
    chip C extends CASCADEStyle { pe PE { 8 × crossbar { ${buffers} } } }`;
}
