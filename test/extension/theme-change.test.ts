import assert from 'node:assert/strict';
import { onThemeChange } from '../../extension/views/theme.ts';
import { fakePage } from './fake-page.ts';

describe('a chart', () => {
  const observed: { of: unknown; names: readonly string[]; tell: () => void }[] = [];
  const queries = new Map<string, () => void>();
  const frames: (() => void)[] = [];
  let drawn = 0;

  before(() => {
    Object.assign(globalThis, {
      MutationObserver: class {
        private readonly tell: () => void;
        constructor(tell: () => void) {
          this.tell = tell;
        }
        observe(of: unknown, { attributeFilter }: { attributeFilter: string[] }) {
          observed.push({ of, names: attributeFilter, tell: this.tell });
        }
      },
      matchMedia: (query: string) => ({
        addEventListener: (_: string, tell: () => void) => void queries.set(query, tell),
      }),
      requestAnimationFrame: (draw: () => void) => void frames.push(draw),
    });
    onThemeChange(() => (drawn += 1));
  });
  const next = () => {
    for (const draw of frames.splice(0)) draw();
    const count = drawn;
    drawn = 0;
    return count;
  };

  it('is drawn once for all that a change of theme does to the page', () => {
    for (const { tell } of observed) tell();
    assert.equal(next(), 1);
    assert.equal(next(), 0);
  });
  it('hears of colours and fonts that change within a theme', () => {
    observed.find(({ of, names }) => of === fakePage.documentElement && names.includes('style'))!.tell();
    assert.equal(next(), 1);
  });
  for (const wish of [
    'prefers-color-scheme: dark',
    'prefers-contrast: more',
    'forced-colors: active',
    'prefers-reduced-motion: reduce',
  ])
    it(`follows the system in ${wish}`, () => {
      queries.get(`(${wish})`)!();
      assert.equal(next(), 1);
    });
});
