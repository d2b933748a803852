import assert from 'node:assert/strict';
import { paintedPixels } from '../page.mjs';

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

export const scenarios = {
  'Evaluate draws energy and throughput beside the text, claims marked': async ({ open, shot }) => {
    const window = await evaluated(open);
    const { page, panel } = window;
    await panelOnly(window);
    assert.ok((await paintedPixels(panel.locator('canvas').first())) > 1000);
    await panel
      .getByText(/claimed 5\.36×/)
      .first()
      .waitFor();
    await shot(page, 'panel-light-or-dark');
  },

  'the panel follows light, dark and high contrast themes': async ({ open, shot }) => {
    const window = await evaluated(open);
    await panelOnly(window);
    for (const [theme, name] of [
      ['Light Modern', 'panel-light'],
      ['Dark Modern', 'panel-dark'],
      ['Dark High Contrast', 'panel-high-contrast'],
    ]) {
      await window.theme(theme);
      await window.page.waitForTimeout(700);
      assert.ok((await paintedPixels(window.panel.locator('canvas').first())) > 1000);
      await shot(window.page, name);
    }
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
