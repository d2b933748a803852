import assert from 'node:assert/strict';
import { offeredActions } from '../../../support/actions.ts';

describe('fix all', () => {
  it('mends everything that has one answer in one go', async () => {
    const text = 'component A : adcc { resolution 8 bit }\ncomponent B : adc { resolution 8 bit, rat 1 GHz }';
    assert.deepEqual(await offeredActions(text, ['source.fixAll']), [
      {
        title: 'Fix all 2 problems that have a quick fix',
        kind: 'source.fixAll.pim',
        after: 'component A : adc { resolution 8 bit }\ncomponent B : adc { resolution 8 bit, rate 1 GHz }',
      },
    ]);
  });

  it('is there for one problem where an editor asks for it, such as on saving', async () => {
    const [only] = await offeredActions('component A : adcc { resolution 8 bit }', ['source.fixAll.pim']);
    assert.equal(only?.title, 'Change to `adc`');
  });
});
