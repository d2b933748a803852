import { expectClean, expectWarning } from '../../support/check.ts';

describe('buffer-below-window', () => {
  // Three rows of 32 × 64 values of a byte but for 29 of them: (32 · 2 + 3) · 64 = 4,288.
  it('warns of a buffer that cannot hold the rows a window reaches over', () =>
    expectWarning(
      study('4 KiB', '<|W|>'),
      'buffer-below-window',
      'the window of c2 of W takes 4,288 bytes, but the buffers of its one tile on C hold 4,096',
    ));

  it('names the layer that lacks most, and how many others do', () =>
    expectWarning(
      study('128 B', '<|W|>'),
      'buffer-below-window',
      'the window of c2 of W takes 4,288 bytes, but the buffers of its one tile on C hold 128; nor is there room for 1 other layer',
    ));

  it('accepts a buffer that just holds them', () => expectClean(study('4288 B')));

  it('says nothing about buffers of no stated size', () => expectClean(study()));
});

function study(capacity?: string, network = 'W'): string {
  return `import "pim:devices"
    import "pim:components/isaac-32nm"
    component Buffer : buffer { ${capacity ? `capacity ${capacity}` : ''} }
    chip C {
      node 32 nm
      precision { inputs 8 bit, weights 8 bit, outputs 8 bit }
      dataflow digital-accumulation
      tile Tile {
        16 × crossbar { size 128 × 128, cell RRAM, read 100 ns, 1 × Array1Bit, 128 × DAC, 128 × SampleHold }
        pe Back { 16 × ADC, 16 × ShiftAdd }
        1 × Back
        1 × Buffer
      }
      2 × Tile
    }
    workload W {
      input 3 × 32 × 32
      conv c1 { outputs 64, kernel 3, padding 1 }
      conv c2 { outputs 8, kernel 3, padding 1 }
    }
    evaluate C on ${network}`;
}
