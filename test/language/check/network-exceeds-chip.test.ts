import { expectAmong, expectClean, expectInfo, expectProblem } from '../../support/check.ts';

describe('network-exceeds-chip', () => {
  it('says how many chips a network takes that does not fit one', () =>
    expectInfo(
      'import "pim:chips/neural-pim"\nimport "pim:networks/alexnet"\nevaluate NeuralPIM on <|AlexNet|>',
      'network-exceeds-chip',
      'AlexNet needs 59,696 arrays; NeuralPIM has 17,920, so it takes 4 chips',
    ));

  it('says so where fewer chips are asked for than it takes', () =>
    expectInfo(
      'import "pim:chips/neural-pim"\nimport "pim:networks/alexnet"\nevaluate NeuralPIM on <|AlexNet|> { chips 3 }',
      'network-exceeds-chip',
      'AlexNet needs 59,696 arrays; NeuralPIM has 17,920 on each of 3 chips, so it takes 4 chips',
    ));

  it('says nothing where the chips asked for suffice', () =>
    expectClean(
      'import "pim:chips/neural-pim"\nimport "pim:networks/alexnet"\nevaluate NeuralPIM on AlexNet { chips 4 }',
    ));

  it('is an error where the question rejects more chips', () =>
    expectProblem(
      `import "pim:chips/neural-pim"
       import "pim:networks/alexnet"
       evaluate NeuralPIM on <|AlexNet|> { capacity reject }`,
      'network-exceeds-chip',
      'AlexNet needs 59,696 arrays; NeuralPIM has 17,920, 41,776 too few',
    ));

  it('says how often arrays are rewritten where the question asks for it', () =>
    expectAmong(
      `import "pim:chips/neural-pim"
       import "pim:networks/alexnet"
       evaluate NeuralPIM on AlexNet { capacity reload, batch 8 }`,
      'info network-exceeds-chip: AlexNet needs 59,696 arrays; NeuralPIM has 17,920, so they are written 6 times for each batch of 8',
    ));

  it('is an error where nothing says what rewriting takes', () =>
    expectProblem(
      `import "pim:chips/neural-pim"
       import "pim:networks/alexnet"
       component Cell : cell { bits 1 bit }
       chip Silent extends NeuralPIM { pe PE { 16 × crossbar { cell Cell } } }
       evaluate Silent on <|AlexNet|> { capacity reload }`,
      'network-exceeds-chip',
      'AlexNet needs 59,696 arrays; Silent has 17,920, and rewriting them needs `write-energy` and `write-time` of its cell, for example `write-energy 8 pJ` and `write-time 1 µs`',
    ));

  it('says why where the arrays would suffice by number', () =>
    expectAmong(
      whole(''),
      'info network-exceeds-chip: W needs 12 arrays, those of d in whole rows; C has 12, so it takes 2 chips',
    ));

  it('says so too where the question rejects more chips', () =>
    expectAmong(
      whole('{ capacity reject }'),
      'error network-exceeds-chip: W needs 12 arrays, those of d in whole rows; C has 12, in which not all of these rows fit',
    ));
});

/** Four rows of three arrays, and three tiles of four. */
const whole = (settings: string) => `
import "pim:components"
import "pim:devices/rram"
chip C {
  node 32 nm
  precision { inputs 8 bit, weights 8 bit, outputs 8 bit }
  dataflow analog-accumulation
  3 × tile {
    4 × crossbar { size 64 × 64, cell RRAM, read 100 ns, 1 × Array1Bit, 64 × DAC, 1 × NNSA }
    1 × NNADC
  }
}
workload W { input 256, dense d { outputs 12 } }
evaluate C on W ${settings}
`;
