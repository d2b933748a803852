import { expectClean, expectProblem } from '../../support/check.ts';

describe('incomplete-evaluation', () => {
  it('rejects a block that is no chip', () =>
    expectProblem(
      'tile T { }\nworkload W { input 3, dense d { outputs 2 } }\nevaluate <|T|> on W',
      'incomplete-evaluation',
      'T is a tile; only a chip can be evaluated',
    ));

  it('rejects a question about a chip that is not evaluated', () =>
    expectProblem(
      question('expect <|ISAAC|>.area < 90 mm²'),
      'incomplete-evaluation',
      'ISAAC is not among the chips evaluated here',
    ));

  it('rejects a question about a workload that is not evaluated', () =>
    expectProblem(
      question('expect NeuralPIM.area on <|AlexNet|> < 90 mm²'),
      'incomplete-evaluation',
      'AlexNet is not among the workloads evaluated here',
    ));

  it('rejects normalisation to a chip that is not evaluated', () =>
    expectProblem(
      question('normalise area to <|ISAAC|>'),
      'incomplete-evaluation',
      'ISAAC is not among the chips evaluated here',
    ));

  it('rejects a metric outside an evaluation', () =>
    expectProblem(
      'import "pim:chips/neural-pim"\nconstant a = <|NeuralPIM.area|>',
      'incomplete-evaluation',
      'a metric is only known inside an `evaluate`, in `claim` and `expect`',
    ));

  it('rejects a chip and a workload that have errors in another file', () =>
    expectProblem(
      `//- /parts.pim
chip Half extends NeuralPIM { node 0 nm }
import "pim:chips/neural-pim"
workload Open { input 3, dense d { outputs 0 } }
//- /main.pim
import "parts"
evaluate <|Half|> on <|Open|>
`,
      'incomplete-evaluation',
      'Half cannot be evaluated, something in it is missing',
      'Open has errors in its own file',
    ));

  it('accepts questions about what is evaluated', () =>
    expectClean(question('expect NeuralPIM.area on W < 90 mm²')));
});

function question(text: string): string {
  return `import "pim:chips"
    import "pim:networks/alexnet"
    workload W { input 10, dense d { outputs 10 } }
    evaluate NeuralPIM on W { ${text} }`;
}
