import assert from 'node:assert/strict';
import { unifiedDiff } from './golden.ts';

describe('unifiedDiff', () => {
  it('shows what was removed and what is new', () => {
    assert.equal(unifiedDiff('a\nb\nc', 'a\nB\nc'), '  a\n- b\n+ B\n  c');
  });

  it('leaves out lines far from any change', () => {
    const before = ['x', ...Array.from({ length: 9 }, (_, index) => `${index}`)].join('\n');
    assert.equal(unifiedDiff(before, before.replace('x', 'y')), '- x\n+ y\n  0\n  1\n  2\n…');
  });

  it('shows changes that are far apart as two', () => {
    const before = ['x', ...Array.from({ length: 9 }, (_, index) => `${index}`), 'z'].join('\n');
    const after = before.replace('x', 'X').replace('z', 'Z');
    assert.equal(unifiedDiff(before, after), '- x\n+ X\n  0\n  1\n  2\n…\n  6\n  7\n  8\n- z\n+ Z');
  });
});
