import assert from 'node:assert/strict';

/** The list of the quick pick, by its rows. */
const rows = page => page.locator('.quick-input-list .monaco-list-row');

/** Types a name into the quick pick and toggles it, without the mouse. */
async function pickByKeyboard(page, name) {
  const input = page.locator('.quick-input-widget .quick-input-box input');
  await input.fill(name);
  await rows(page).first().filter({ hasText: name }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await input.fill('');
}

export const scenarios = {
  'chips are compared by keyboard alone, and the question goes into the text': async ({ open, shot }) => {
    const { page, openRead, goTo, webview, editor } = await open();
    await openRead('own-chip.pim');
    await goTo(4);
    await page.keyboard.press('Control+Alt+Enter');
    await rows(page).filter({ hasText: 'ISAACStyle' }).first().waitFor();
    await shot(page, 'compare-chips');
    await pickByKeyboard(page, 'ISAACStyle');
    await page.keyboard.press('Enter');
    await rows(page).filter({ hasText: 'AlexNet' }).first().waitFor();
    await pickByKeyboard(page, 'VGG16');
    await shot(page, 'compare-networks');
    await page.keyboard.press('Enter');
    const verdict = webview()
      .getByText(/Fewer: [\d.]+× the energy efficiency of ISAACStyle/)
      .first();
    await verdict.waitFor();
    await shot(page, 'compare-result');
    await webview().getByRole('button', { name: 'Insert as evaluate' }).press('Enter');
    await editor('own-chip.pim')
      .locator('.view-line', { hasText: 'evaluate Fewer, ISAACStyle on VGG16' })
      .waitFor();
    await webview().getByRole('button', { name: 'Insert as evaluate' }).waitFor({ state: 'detached' });
    await shot(page, 'compare-inserted');
  },

  'a chip from the library starts as a file whose name is to be typed': async ({ open, shot }) => {
    const { page, command, openRead } = await open();
    await openRead('own-chip.pim');
    await command('PIM: New Chip from the Library…');
    await rows(page).filter({ hasText: 'NeuralPIM' }).first().waitFor();
    await shot(page, 'new-chip');
    await page.locator('.quick-input-widget .quick-input-box input').fill('NeuralPIM');
    await page.keyboard.press('Enter');
    await rows(page).filter({ hasText: 'Extend NeuralPIM' }).first().waitFor();
    await page.keyboard.press('Enter');
    const text = page.locator('.monaco-editor[data-uri^="untitled:"]').first();
    await text.locator('.view-line', { hasText: 'chip MyNeuralPIM extends NeuralPIM' }).waitFor();
    await page.keyboard.type('Cheap');
    await text.locator('.view-line', { hasText: 'chip Cheap extends NeuralPIM' }).waitFor();
    await text.locator('.view-line', { hasText: 'evaluate Cheap, NeuralPIM' }).waitFor();
    await text.getByText('▶ Evaluate').first().waitFor();
    assert.equal(await text.locator('.squiggly-error').count(), 0);
    await shot(page, 'new-chip-text');
  },

  'a lens says what came out, until the text says something else': async ({ open, shot }) => {
    const { page, openRead, openPanelByLens, goTo, webview } = await open();
    const text = await openRead('own-chip.pim');
    await openPanelByLens(text, '▶ Evaluate on AlexNet and VGG16');
    await webview()
      .getByText(/^Fewer: .*GOPS\/W and/)
      .first()
      .waitFor();
    const lens = text.getByText(/▶ Evaluate · [\d.]+ to [\d.]+ GOPS\/W · [\d.]+ mm²/).first();
    await lens.waitFor();
    await shot(page, 'lens-result');
    const before = await lens.textContent();
    await text.locator('.view-lines').click();
    await goTo(6, 3);
    await page.keyboard.press('Shift+End');
    await page.keyboard.type('20 × Tile');
    await text.getByText(before, { exact: true }).waitFor({ state: 'detached' });
  },

  'symbols are found in the workspace and in the library': async ({ open, shot }) => {
    const { page, openRead } = await open();
    await openRead('own-chip.pim');
    await page.keyboard.press('Control+T');
    const input = page.locator('.quick-input-widget .quick-input-box input');
    await input.fill('#Fewer');
    await rows(page).filter({ hasText: 'Fewer' }).first().waitFor();
    await input.fill('#isaacst');
    await rows(page).filter({ hasText: 'ISAACStyle' }).first().waitFor();
    await shot(page, 'symbols');
    await page.keyboard.press('Enter');
    await page.locator('.monaco-editor[data-uri^="pim:/chips/isaac-style"]').first().waitFor();
  },

  'the status bar whispers what is in sight and true, and nothing else': async ({ open }) => {
    const { page, openRead, command, statusBar, goTo, webview } = await open();
    await openRead('own-chip.pim');
    await command('PIM: Evaluate');
    await webview()
      .getByText(/^Fewer: /)
      .first()
      .waitFor();
    const whisper = statusBar(/Fewer [\d.]+ to [\d.]+ GOPS\/W/);
    await whisper.waitFor();
    assert.match(
      await whisper.locator('a').getAttribute('aria-label'),
      /^PIM result: Fewer: .*AlexNet and VGG16/,
    );
    await page.locator('.monaco-editor[data-uri$="/own-chip.pim"] .view-lines').click();
    await goTo(6, 3);
    await page.keyboard.type('x');
    await whisper.waitFor({ state: 'hidden' });
  },
};
