import assert from 'node:assert/strict';
import { createFrame, type Frame } from '../../extension/views/frame.ts';
import { buttonIn, fakePage, seen } from './fake-page.ts';

const problem = { message: 'unknown name', place: 'a.pim:1:1', uri: 'file:///a.pim', line: 0 };

describe('what surrounds a result', () => {
  let frame: Frame;
  let asked: string[];
  const [progress, working, notice] = [0, 1, 2].map(index => () => frame.elements[index]!) as [
    () => HTMLElement,
    () => HTMLElement,
    () => HTMLElement,
  ];
  const isGrey = () => fakePage.documentElement.classList.contains('stale');

  beforeEach(() => {
    asked = [];
    const ask = (what: string) => () => void asked.push(what);
    frame = createFrame({
      evaluate: ask('evaluate'),
      cancel: ask('cancel'),
      restart: ask('restart'),
      output: ask('output'),
      open: (uri, line) => void asked.push(`${uri} ${line}`),
      copy: () => undefined,
      savePicture: () => undefined,
    });
  });

  describe('while an evaluation is under way', () => {
    it('keeps its button, and the focus on it, as it goes on', () => {
      frame.busy('Evaluating a.pim…', undefined);
      const cancel = buttonIn(working(), 'Cancel');
      cancel.focus();
      frame.busy('A on VGG16', 0.5);
      assert.equal(buttonIn(working(), 'Cancel'), cancel);
      assert.equal(fakePage.activeElement, cancel);
      assert.match(working().textContent ?? '', /^A on VGG16/);
    });
    it('says how far it is', () => {
      frame.busy('A on VGG16', 0.421);
      assert.equal(progress().getAttribute('aria-valuenow'), '42');
      assert.equal(progress().getAttribute('aria-valuetext'), 'A on VGG16');
      frame.busy('Evaluating', undefined);
      assert.equal(progress().getAttribute('aria-valuenow'), null);
    });
    it('can be stopped beside a result as well', () => {
      frame.report();
      frame.busy('A on VGG16', 0.5);
      assert.equal(working().hidden, false);
      buttonIn(working(), 'Cancel').fire('click');
      assert.deepEqual(asked, ['cancel']);
      frame.report();
      assert.equal(working().hidden, true);
    });
    it('says nothing into the ear with every step', () => {
      frame.busy('one', 0.1);
      assert.equal(seen(notice()).textContent, '');
      assert.equal(working().getAttribute('aria-live'), null);
    });
  });

  describe('is grey', () => {
    beforeEach(() => frame.report());
    it('while it may be another', () => {
      assert.equal(isGrey(), false);
      frame.busy('A on VGG16', 0.5);
      assert.equal(isGrey(), true);
      frame.idle(false);
      assert.equal(isGrey(), false);
    });
    it('once the text has changed, until there is another', () => {
      frame.outdated(false);
      assert.equal(isGrey(), true);
      buttonIn(notice(), 'Evaluate').fire('click');
      assert.deepEqual(asked, ['evaluate']);
      frame.report();
      assert.equal(isGrey(), false);
      assert.equal(seen(notice()).textContent, '');
    });
    it('after an evaluation of a changed text was stopped', () => {
      frame.busy('A on VGG16', 0.5);
      frame.idle(true);
      assert.equal(isGrey(), true);
    });
    it('without a word where another follows at once', () => {
      frame.outdated(true);
      assert.equal(isGrey(), true);
      assert.equal(seen(notice()).textContent, '');
    });
    it('below what is wrong, which stays when the next one is stopped', () => {
      frame.failed('text', [problem]);
      frame.busy('again', undefined);
      frame.idle(true);
      assert.equal(isGrey(), true);
      assert.match(seen(notice()).textContent, /unknown name/);
    });
  });

  describe('says why there is no result', () => {
    it('with the way to the mistake', () => {
      frame.failed('text', [problem]);
      assert.match(seen(notice()).textContent, /^✕The text has errors, so there is no result yet\./);
      buttonIn(notice(), 'a.pim:1:1').fire('click');
      assert.deepEqual(asked, ['file:///a.pim 0']);
    });
    it('which is no mistake where something is not there that was asked for', () => {
      frame.report();
      frame.failed('question', [{ ...problem, message: 'there is no chip `A` any more' }]);
      assert.match(
        seen(notice()).textContent,
        /^✕The text has no answer to what is asked; this is the last good result\./,
      );
    });
    it('nor where the server does not answer, with what can be done about it', () => {
      frame.failed('server', [{ ...problem, message: 'connection lost' }]);
      assert.match(seen(notice()).textContent, /^✕The language server did not answer.*connection lost/);
      buttonIn(notice(), 'Restart').fire('click');
      buttonIn(notice(), 'Show Output').fire('click');
      assert.deepEqual(asked, ['restart', 'output']);
    });
    it('and keeps the focus on a mistake that is still there', () => {
      frame.failed('text', [problem]);
      buttonIn(notice(), 'a.pim:1:1').focus();
      frame.failed('text', [{ ...problem, place: 'a.pim:2:1' }]);
      assert.equal(fakePage.activeElement?.textContent, 'a.pim:2:1');
    });
  });

  it('says that a file is gone, and what to do', () => {
    frame.report();
    frame.outdated(false);
    frame.empty('a.pim');
    assert.match(
      seen(notice()).textContent,
      /^a\.pim is closed or was movedOpen a \.pim file and evaluate it/,
    );
    assert.equal(isGrey(), false);
  });
});
