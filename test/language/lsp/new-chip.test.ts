import assert from 'node:assert/strict';
import { isReadyChip } from '../../../language/elaborate/evaluable.ts';
import { newChip } from '../../../language/lsp/new-chip.ts';
import { seenFrom } from '../../../language/scope/seen-from.ts';
import { problemsOf } from '../../support/check.ts';
import { reportOf } from '../../support/evaluate.ts';
import { testPim } from '../../support/pim.ts';
import { expanded } from '../../support/snippet.ts';

const { LangiumDocuments } = (await testPim()).shared.workspace;
const chips = seenFrom(LangiumDocuments, undefined, isReadyChip).map(({ node }) => node.name);
const draft = (chip: string, how: 'extend' | 'copy') => expanded(newChip(LangiumDocuments, chip, how)!);

describe('a new chip from the library', () => {
  for (const chip of chips)
    for (const how of ['extend', 'copy'] as const)
      it(`${how === 'copy' ? 'copied from' : 'extending'} ${chip} is clean as it comes`, async () => {
        const said = (await problemsOf(draft(chip, how))).filter(problem => !problem.startsWith('info'));
        assert.deepEqual(said, [], draft(chip, how));
      });

  it('that extends one is a small file about what is different', () =>
    assert.equal(
      draft('NeuralPIM', 'extend'),
      `import "pim:chips/neural-pim"
import "pim:networks"

/** What is different from NeuralPIM, and why. */
chip MyNeuralPIM extends NeuralPIM {
  280 × Tile
  
}

evaluate MyNeuralPIM, NeuralPIM on AlexNet, VGG16
`,
    ));

  it('that extends one changes what is restated', async () => {
    const report = await reportOf(draft('NeuralPIM', 'extend').replace('280 × Tile', '140 × Tile'));
    const [mine, theirs] = ['MyNeuralPIM', 'NeuralPIM'].map(
      chip => report.evaluations.find(each => each.chip === chip)!.metrics.area,
    );
    assert.ok(mine! < 0.7 * theirs!);
  });

  it('that is copied is the text of the library under another name', async () => {
    const copied = draft('ISAAC', 'copy');
    assert.match(copied, /^chip MyISAAC \{$/m);
    const original = [...LangiumDocuments.all].find(({ uri }) => uri.path === '/chips/isaac.pim')!;
    assert.equal(copied.replace('MyISAAC', 'ISAAC'), original.textDocument.getText());
  });

  it('has its name as the first place', () => {
    for (const how of ['extend', 'copy'] as const)
      assert.match(newChip(LangiumDocuments, 'CASCADE', how)!, /^chip \$\{1:MyCASCADE\}/m);
  });

  it('is nothing for a chip the library does not have', () =>
    assert.equal(newChip(LangiumDocuments, 'Nobody', 'copy'), undefined));
});
