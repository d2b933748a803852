import { expectAction } from '../../../support/actions.ts';

const imports = 'import "pim:components"\n\n';

describe('create definition', () => {
  const cases: [what: string, title: string, marked: string, after: string][] = [
    [
      'a component of the kind that its name reminds of',
      'Create component `FastADC`',
      `${imports}tile T {\n  4 × Fast<|>ADC\n}\n`,
      `${imports}component FastADC : adc {\n  resolution 8 bit\n}\n\ntile T {\n  4 × FastADC\n}\n`,
    ],
    [
      'a component that only costs where the name says nothing',
      'Create component `Glue`',
      `${imports}tile T {\n  4 × Gl<|>ue { area 2 mm² }\n}\n`,
      `${imports}component Glue : fixed {}\n\ntile T {\n  4 × Glue { area 2 mm² }\n}\n`,
    ],
    [
      'a block of the next smaller level, above its part',
      'Create pe `Glue`',
      `${imports}tile T {\n  1 × EDRAM\n  4 × Gl<|>ue\n}\n`,
      `${imports}tile T {\n  1 × EDRAM\n  pe Glue {}\n\n  4 × Glue\n}\n`,
    ],
    [
      'a block with what it must state',
      'Create crossbar `Cells`',
      `${imports}pe P {\n  4 × Ce<|>lls\n}\n`,
      `${imports}pe P {\n  crossbar Cells {\n    size 128 × 128\n    cell RRAM\n    read 100 ns\n  }\n\n  4 × Cells\n}\n`,
    ],
    [
      'the device of a crossbar',
      'Create component `Flash`',
      `${imports}pe P {\n  4 × crossbar {\n    cell Fl<|>ash\n  }\n}\n`,
      `${imports}component Flash : cell {\n  bits 8 bit\n}\n\npe P {\n  4 × crossbar {\n    cell Flash\n  }\n}\n`,
    ],
    [
      'what a component extends, of its kind',
      'Create component `Base`',
      'component A : adc extends Ba<|>se\n',
      'component Base : adc {\n  resolution 8 bit\n}\n\ncomponent A : adc extends Base\n',
    ],
    [
      'a constant of the dimension that is asked for',
      'Create constant `speed`',
      'component A : adc {\n  resolution 8 bit\n  rate       spe<|>ed\n}\n',
      'constant speed = 1 GHz\n\ncomponent A : adc {\n  resolution 8 bit\n  rate       speed\n}\n',
    ],
    [
      'a parameter of the dimension that is asked for',
      'Create parameter `speed` of A',
      'component A : adc {\n  resolution 8 bit\n  rate       spe<|>ed\n}\n',
      'component A(speed: frequency = 1 GHz) : adc {\n  resolution 8 bit\n  rate       speed\n}\n',
    ],
    [
      'a parameter beside others',
      'Create parameter `many` of T',
      `${imports}tile T(n: count = 1) {\n  ma<|>ny × EDRAM\n}\n`,
      `${imports}tile T(n: count = 1, many: count = 1) {\n  many × EDRAM\n}\n`,
    ],
    [
      'a constant that is added to another',
      'Create constant `more`',
      'constant a = 2 pJ + mo<|>re\n',
      'constant more = 1 pJ\nconstant a = 2 pJ + more\n',
    ],
    [
      'a workload',
      'Create workload `Tiny`',
      'import "pim:chips"\n\nevaluate NeuralPIM on Ti<|>ny\n',
      'import "pim:chips"\n\nworkload Tiny {\n  input 3 × 224 × 224\n  dense d1 { outputs 10 }\n}\n\nevaluate NeuralPIM on Tiny\n',
    ],
    [
      'a chip',
      'Create chip `Mine`',
      'import "pim:networks"\n\nevaluate Mi<|>ne on AlexNet\n',
      'import "pim:networks"\n\nchip Mine {\n  node      32 nm\n  precision { inputs 8 bit, weights 8 bit, outputs 8 bit }\n  dataflow  digital-accumulation\n}\n\nevaluate Mine on AlexNet\n',
    ],
  ];
  for (const [what, title, marked, after] of cases)
    it(`makes ${what}`, () => expectAction(marked, title, after));
});
