import assert from 'node:assert/strict';
import { actionsAt, expectAction } from '../../../support/actions.ts';
import { changeFile, withFiles } from '../../../support/pim.ts';

describe('quick fix', () => {
  it('applies the fix that a diagnostic brings', () =>
    expectAction(
      'component A : adc { resolution 8 bit, <|>rat 1 GHz }',
      'Change to `rate`',
      'component A : adc { resolution 8 bit, rate 1 GHz }',
    ));

  it('applies the fix of a slip of the pen', () =>
    expectAction(
      '<|>componnet A : adc { resolution 8 bit }',
      'Change to `component`',
      'component A : adc { resolution 8 bit }',
    ));

  describe('of an editor that was last told about an older text', () => {
    const before = 'component A : adc { resolution 8 bit, rat 1 GHz }';
    const offered = (after: string) =>
      withFiles(before, async ([document], pim) => {
        const told = document!.diagnostics!;
        await changeFile('/test.pim', after, pim);
        const line = after.split('\n').length - 1;
        const at = { line, character: 39 };
        const found = await actionsAt(document!, { start: at, end: at }, pim, ['quickfix'], told);
        return found.filter(({ title }) => title === 'Change to `rate`').map(each => each.after);
      });

    it('changes the text of now', async () =>
      assert.deepEqual(await offered(`constant a = 1\n${before}`), [
        'constant a = 1\ncomponent A : adc { resolution 8 bit, rate 1 GHz }',
      ]));

    it('is not offered for what is mended', async () =>
      assert.deepEqual(await offered(before.replace('rat ', 'rate ')), []));
  });
});
