import assert from 'node:assert/strict';
import { listed } from '../../../simulator/units/listed.ts';

describe('words in a sentence', () => {
  it('are joined by commas and a last word', () => {
    assert.equal(listed([], 'and'), '');
    assert.equal(listed(['a'], 'or'), 'a');
    assert.equal(listed(['a', 'b'], 'and'), 'a and b');
    assert.equal(listed(['a', 'b', 'c'], 'or'), 'a, b or c');
  });
});
