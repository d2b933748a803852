import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { missingColors, paintedPixels } from '../page.mjs';

/** Opens the study, evaluates it, and waits until the verdict is there. */
async function evaluated(open, options) {
  const window = await open(options);
  await window.openRead('neural-pim.pim');
  await window.command('PIM: Evaluate');
  const panel = window.webview();
  await panel
    .getByText(/the energy efficiency of ISAACStyle/)
    .first()
    .waitFor();
  return { ...window, panel };
}

/** The panel alone, as wide as the window allows. */
async function panelOnly({ page, command }) {
  await command('View: Toggle Primary Side Bar Visibility');
  await page.keyboard.press('Escape');
}

/** Changes of size and theme are over, and what they moved has come to rest. */
async function settled({ page }) {
  // Out of the way of what would be said about a button below the pointer.
  await page.mouse.move(1, 1);
  await page.waitForTimeout(700);
}

export const scenarios = {
  'Evaluate draws energy and throughput beside the text, claims marked': async ({ open, shot }) => {
    const window = await evaluated(open);
    const { page, panel } = window;
    await panelOnly(window);
    assert.ok((await paintedPixels(panel.locator('canvas').first())) > 1000);
    const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
    const ids = contributes.colors.map(({ id }) => id);
    assert.deepEqual(await missingColors(panel, ids), []);
    await panel
      .getByText(/claimed 5\.36×/)
      .first()
      .waitFor();
    await settled(window);
    await shot(page, 'panel-light-or-dark');
  },

  'the panel follows light, dark and high contrast themes': async ({ open, shot }) => {
    const window = await evaluated(open);
    await panelOnly(window);
    for (const [theme, name] of [
      ['Light Modern', 'panel-light'],
      ['Dark Modern', 'panel-dark'],
      ['Dark High Contrast', 'panel-high-contrast'],
      ['Light High Contrast', 'panel-high-contrast-light'],
    ]) {
      await window.theme(theme);
      await settled(window);
      assert.ok((await paintedPixels(window.panel.locator('canvas').first())) > 1000);
      await shot(window.page, name);
      await window.panel.locator('#section-area').evaluate(section => section.scrollIntoView());
      await settled(window);
      await shot(window.page, `${name}-below`);
      await window.panel.locator('main').evaluate(() => scrollTo(0, 0));
    }
  },

  'three chips on nine networks, wide and narrow': async ({ open, shot }) => {
    const window = await open({ viewport: { width: 1500, height: 2400 } });
    await window.openRead('nine-networks.pim');
    await window.command('PIM: Evaluate');
    const panel = window.webview();
    await panel
      .getByText(/9 networks/)
      .first()
      .waitFor();
    await panelOnly(window);
    await settled(window);
    await shot(window.page, 'panel-nine-networks');
    await panel.locator('#section-area').scrollIntoViewIfNeeded();
    await panel.locator('#section-area').evaluate(section => section.scrollIntoView());
    await settled(window);
    await shot(window.page, 'panel-nine-networks-below');
    // Two editors side by side leave a little more than 320 pixels to the panel.
    await window.page.setViewportSize({ width: 740, height: 1400 });
    await panel.locator('main').evaluate(() => scrollTo(0, 0));
    await settled(window);
    await shot(window.page, 'panel-narrow');
    await panel.locator('#section-area').evaluate(section => section.scrollIntoView());
    await settled(window);
    await shot(window.page, 'panel-narrow-below');
    const overflow = await panel.locator('body').evaluate(body => body.scrollWidth - body.clientWidth);
    assert.equal(overflow, 0, 'the page itself never scrolls sideways');
  },

  'an empty panel says what to do next, with buttons that do it': async ({ open, shot }) => {
    const { page, openRead, command, webview } = await open({ viewport: { width: 1500, height: 1500 } });
    await openRead('own-chip.pim');
    await command('PIM: Show Results');
    const panel = webview();
    const compare = panel.getByRole('button', { name: 'Compare chips…' });
    await compare.waitFor();
    await shot(page, 'panel-empty');
    await compare.click();
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'ISAACStyle' }).first().waitFor();
    await page.keyboard.press('Escape');
    await panel.getByRole('button', { name: 'Evaluate', exact: true }).click();
    const verdict = panel.getByText(/^Fewer: /).first();
    await verdict.waitFor();
    await verdict.click();
    await command('View: Toggle Maximize Editor Group');
    await settled({ page });
    await shot(page, 'panel-one-chip');
  },

  'a rectangle of the map leads to its line by keyboard': async ({ open }) => {
    const { page, panel, statusBar } = await evaluated(open);
    const map = panel.locator('#section-area canvas').first();
    await map.focus();
    await page.keyboard.press('ArrowDown');
    await panel.locator('#section-area .hover', { hasText: 'HyperTransport' }).first().waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.monaco-editor.focused').waitFor();
    await statusBar(/Ln 41, Col/).waitFor();
  },

  'two questions of a file are told apart by their settings': async ({ open, shot }) => {
    const { page, openRead, command, webview } = await open();
    const text = await openRead('two-questions.pim');
    await command('PIM: Evaluate');
    const panel = webview();
    const question = panel.getByLabel('Question');
    await question.waitFor();
    const verdict = panel.locator('h1.answer');
    const first = await verdict.textContent();
    await text
      .getByText(/▶ Evaluate · [\d.]+× ISAACStyle in TOPS\/W/)
      .nth(1)
      .waitFor();
    await shot(page, 'panel-two-questions');
    await question.selectOption('grouping separate');
    await panel.getByText(first, { exact: true }).waitFor({ state: 'detached' });
    assert.match(await verdict.textContent(), /the energy efficiency of/);
  },

  'results follow the text as it changes': async ({ open }) => {
    const { page, panel, goTo, editor } = await evaluated(open);
    const verdict = panel.getByText(/the energy efficiency of ISAACStyle/).first();
    const before = await verdict.textContent();
    await editor('neural-pim.pim').locator('.view-lines').click();
    await goTo(30, 5);
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+End');
    await page.keyboard.type('2 × NNADC');
    await panel.locator('body').waitFor();
    for (let tries = 0; tries < 50 && (await verdict.textContent()) === before; tries++)
      await page.waitForTimeout(100);
    assert.notEqual(await verdict.textContent(), before);
  },

  'a broken text keeps the last result and says what is wrong': async ({ open, shot }) => {
    const { page, panel, goTo, editor } = await evaluated(open);
    await editor('neural-pim.pim').locator('.view-lines').click();
    await goTo(30, 5);
    await page.keyboard.press('End');
    await page.keyboard.type('x');
    await panel
      .getByText(/unknown name/)
      .first()
      .waitFor();
    await shot(page, 'panel-error');
    assert.ok(
      await panel
        .getByText(/the energy efficiency of ISAACStyle/)
        .first()
        .isVisible(),
    );
  },

  'a key on a bar goes to the line it comes from, Escape goes back to the editor': async ({ open }) => {
    const { page, panel } = await evaluated(open);
    await panel.locator('canvas').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('.monaco-editor.focused').waitFor();
    await panel.locator('canvas').first().focus();
    await page.keyboard.press('Escape');
    await page.locator('.monaco-editor.focused').waitFor();
  },

  'the panel is restored after a reload': async ({ open }) => {
    const { page, webview } = await evaluated(open);
    // The workbench writes down what is open every five seconds.
    await page.waitForTimeout(8000);
    await page.reload();
    await page.locator('.monaco-workbench .part.editor').waitFor();
    await webview()
      .getByText(/the energy efficiency of ISAACStyle/)
      .first()
      .waitFor({ timeout: 40_000 });
  },
};
