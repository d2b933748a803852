import assert from 'node:assert/strict';
import { chipOutline } from '../../support/outline.ts';

const base = `
component Cell : cell { bits 2 bit }
component Cells : array { area 25 µm² }
component Driver(width: bits = 1 bit) : dac { resolution width, energy 1 pJ * (width / 1 bit) }
component Converter : adc { resolution 8 bit, power 2 mW }
chip Base(arrays: count = 4, width: bits = 1 bit) {
  node 32 nm
  precision { inputs 8 bit, weights 8 bit, outputs 8 bit }
  dataflow analog-accumulation
  tile T {
    arrays × crossbar { size 16 × 32, cell Cell, read 100 ns, 1 × Cells, 16 × Driver(width) }
    1/2 × Converter
  }
  8 × T
}
`;

describe('the chip a text describes', () => {
  it('has its parameters bound to their defaults and its units gone', () =>
    expectChip('', [
      'Base: analog-accumulation, 8/8/8 bit, 16 × 32 of 2 bit, driven 1 bit',
      '  8 × tile T',
      '    4 × crossbar crossbar',
      '      1 × Cells : array, area 2.5e-11',
      '      16 × Driver : dac, resolution 1, energy 1e-12',
      '    0.5 × Converter : adc, resolution 8, power 0.002',
    ]));

  it('takes arguments of what it extends by name or by place', () =>
    expectChip('chip C extends Base(2, width = 4 bit) { }', [
      'C: analog-accumulation, 8/8/8 bit, 16 × 32 of 2 bit, driven 4 bit',
      '  8 × tile T',
      '    2 × crossbar crossbar',
      '      1 × Cells : array, area 2.5e-11',
      '      16 × Driver : dac, resolution 4, energy 4e-12',
      '    0.5 × Converter : adc, resolution 8, power 0.002',
    ]));

  it('keeps the rest of a group when one value of it is overridden', () =>
    expectLine('chip C extends Base { precision { weights 4 bit } }', 0, /8\/4\/8 bit/));

  it('replaces a part by the one that is said anew', () =>
    expectLine('chip C extends Base { 3 × T }', 1, /^ {2}3 × tile T$/));

  it('replaces a part inside an inherited block', () =>
    expectLine(
      'chip C extends Base { tile T { 2 × Converter { power 3 mW } } }',
      5,
      /^ {4}2 × Converter : adc, resolution 8, power 0.003$/,
    ));

  it('drives its rows with the bits of their drivers, of whatever kind', () =>
    expectLine(
      `component Ladder : ladder-dac { resolution 4 bit }
chip C {
  node 32 nm
  precision { inputs 8 bit, weights 8 bit, outputs 8 bit }
  dataflow analog-accumulation
  4 × crossbar { size 16 × 32, cell Cell, read 100 ns, 16 × Ladder }
}`,
      0,
      /driven 4 bit/,
    ));

  it('adds a part that was not there', () =>
    expectLine(
      'component Extra : fixed { area 1 mm² }\nchip C extends Base { 2 × Extra }',
      6,
      /^ {2}2 × Extra/,
    ));

  it('overrides a value of a component where it is used', () =>
    expectLine(
      'chip C extends Base { tile T { 1/2 × Converter { resolution 9 bit } } }',
      5,
      /Converter : adc, resolution 9, power 0.002$/,
    ));

  it('takes a component that extends another with its own values first', () =>
    expectLine(
      'component Better extends Converter { power 1 mW }\nchip C extends Base { 1 × Better }',
      6,
      /Better : adc, resolution 8, power 0.001$/,
    ));

  it('is unknown while something is missing that nothing stands in for', async () =>
    assert.equal(await chipOutline('chip C { node 32 nm }'), 'none'));
});

async function expectChip(text: string, lines: readonly string[]): Promise<void> {
  assert.equal(await chipOutline(base + text), lines.join('\n'));
}

async function expectLine(text: string, index: number, expected: RegExp): Promise<void> {
  const lines = (await chipOutline(base + text)).split('\n');
  assert.match(lines[index] ?? '', expected, lines.join('\n'));
}
