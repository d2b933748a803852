import { expectClean, expectWarning } from '../../support/check.ts';

describe('buffer-array-below-map', () => {
  it('warns of a buffer with fewer lines than partial sums have weights', () =>
    expectWarning(
      cascade('4 × CascadeBuffer65 { columns <|28|> }'),
      'buffer-array-below-map',
      'the partial sums of a dot product take 15 × 30 cells, one row for each input cycle; CascadeBuffer65 has 15 × 28',
    ));

  it('warns of a buffer with fewer rows than there are input cycles', () =>
    expectWarning(
      cascade('4 × CascadeBuffer65 { rows <|14|> }'),
      'buffer-array-below-map',
      'the partial sums of a dot product take 15 × 30 cells, one row for each input cycle; CascadeBuffer65 has 14 × 30',
    ));

  it('accepts 15 × 30 cells, and 16 × 31 where the sign takes a cycle as well', async () => {
    await expectClean(cascade('4 × CascadeBuffer65 { rows 15, columns 30 }'));
    await expectClean(
      cascade(
        '4 × CascadeBuffer65 { rows 16, columns 31 }',
        'precision { inputs 16 bit, weights 16 bit, outputs 16 bit }',
      ),
    );
  });

  it('says nothing about a buffer whose size is not stated', () =>
    expectClean(`import "pim:chips/cascade-style"
      chip C extends CASCADEStyle {}`));
});

const cascade = (buffers: string, more = ''): string => `import "pim:chips/cascade"
  import "pim:components/cascade-65nm"
  chip C extends CASCADE { ${more} pe APU { 80 × crossbar { ${buffers} } } }`;
