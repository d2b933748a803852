import { expectClean, expectWarning } from '../../support/check.ts';

describe('power-density-above-limit', () => {
  it('warns of tiles that give off more than air carries off', () =>
    expectWarning(
      `import "pim:chips/isaac"
       import "pim:components/isaac-32nm"
       chip <|C|> extends ISAAC { pe IMA { 24 × ADC { rate 129 / 100 ns } } }`,
      'power-density-above-limit',
      'Tile of C gives off 1.18 W/mm² with every part busy, more than the 1 W/mm² that air cooling carries off',
    ));

  it('takes the cooling that a chip states', () =>
    expectWarning(
      'import "pim:chips/isaac"\nchip C extends ISAAC { <|cooling 0.5 W/mm²|> }',
      'power-density-above-limit',
      'Tile of C gives off 0.886 W/mm² with every part busy, more than the 0.5 W/mm² that its `cooling` carries off',
    ));

  it('accepts what better cooling carries off', () =>
    expectClean(`import "pim:chips/isaac"
      import "pim:components/isaac-32nm"
      chip C extends ISAAC { cooling 2 W/mm², pe IMA { 24 × ADC { rate 129 / 100 ns } } }`));

  it('says nothing about a chip so small that its surroundings cool it', () =>
    expectClean(`component Hot : fixed { power 1 W, area 0.1 mm² }
      import "pim:devices"
      import "pim:components/isaac-32nm"
      chip C {
        node 32 nm
        precision { inputs 8 bit, weights 8 bit, outputs 8 bit }
        dataflow digital-accumulation
        pe P {
          1 × crossbar { size 128 × 128, cell RRAM, read 100 ns, 1 × Array1Bit, 128 × DAC, 128 × SampleHold }
          1 × ADC
          1 × ShiftAdd
        }
        1 × P
        1 × Hot
      }`));

  it('says nothing while a busy part has no area yet', () =>
    expectClean(`import "pim:chips/isaac"
      component Hot : fixed { power 1 kW }
      chip C extends ISAAC { 1 × Hot }`));
});
