import assert from 'node:assert/strict';

export const scenarios = {
  'a .pim file opens in language mode PIM with colours and lenses': async ({ open, shot }) => {
    const { page, openRead, statusBar } = await open();
    const editor = await openRead('neural-pim.pim');
    await statusBar(/^PIM$/).waitFor();
    await editor.getByText('▶ Evaluate on AlexNet and VGG16').first().waitFor();
    await shot(page, 'editor-lens');
  },

  'mistakes are underlined, explained, and mended by a quick fix': async ({ open, shot }) => {
    const { page, openRead, goTo } = await open();
    const editor = await openRead('mistakes.pim');
    await editor.locator('.squiggly-error').first().waitFor();
    await goTo(9, 4);
    await page.keyboard.press('Control+K');
    await page.keyboard.press('Control+I');
    await page.locator('.monaco-hover', { hasText: 'did you mean `power`?' }).first().waitFor();
    await shot(page, 'editor-diagnostic');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+.');
    await page.locator('.action-widget', { hasText: 'power' }).waitFor();
    await page.keyboard.press('Enter');
    await editor.locator('.view-line', { hasText: /power\s+2/ }).waitFor();
  },

  'the code of a message opens the page about its rule': async ({ open, shot }) => {
    const { page, openRead, goTo, webview } = await open();
    const editor = await openRead('mistakes.pim');
    await editor.locator('.squiggly-error').first().waitFor();
    await goTo(9, 4);
    await page.keyboard.press('Control+K');
    await page.keyboard.press('Control+I');
    await page.locator('.monaco-hover a.code-link', { hasText: 'unknown-property' }).first().click();
    await webview().getByRole('heading', { name: 'unknown-property' }).waitFor();
    await webview().getByText('A block, component or layer only has the properties of its kind.').waitFor();
    await shot(page, 'editor-rule-page');
  },

  'a warning is silenced in its place, with a reason': async ({ open, shot }) => {
    const { page, openFile, goTo } = await open();
    const editor = await openFile('converter.pim');
    await editor.locator('.squiggly-warning').first().waitFor();
    await goTo(1, 12);
    await page.keyboard.press('Control+.');
    await page.locator('.action-widget .monaco-list-row', { hasText: 'Silence here' }).click();
    await editor.locator('.view-line', { hasText: '// allow power-without-rate: reason' }).waitFor();
    await page.keyboard.type('only its peak counts');
    await editor
      .locator('.view-line', { hasText: '// allow power-without-rate: only its peak counts' })
      .waitFor();
    await editor.locator('.squiggly-warning').first().waitFor({ state: 'detached' });
    await shot(page, 'editor-silenced');
  },

  'hover says value, unit, derivation and source': async ({ open, shot }) => {
    const { page, openRead, goTo } = await open();
    await openRead('neural-pim.pim');
    await goTo(30, 11);
    await page.keyboard.press('Control+K');
    await page.keyboard.press('Control+I');
    const hover = page.locator('.monaco-hover:not(.hidden)').first();
    await hover
      .getByText(/Cao et al/)
      .first()
      .waitFor();
    await shot(page, 'editor-hover');
  },

  'values stand beside what they speak of': async ({ open, shot }) => {
    const { page, openRead, goTo } = await open();
    const editor = await openRead('neural-pim.pim');
    await goTo(12, 1);
    await editor.getByText('67.2 W · 85.5 mm²').first().waitFor();
    await shot(page, 'editor-hints');
  },

  'completion offers what a block still lacks': async ({ open, shot }) => {
    const { page, openRead, goTo } = await open();
    await openRead('mistakes.pim');
    await goTo(9, 20);
    await page.keyboard.press('Enter');
    await page.keyboard.type('ar');
    await page.keyboard.press('Control+Space');
    const item = page.locator('.suggest-widget.visible .monaco-list-row', { hasText: 'area' }).first();
    await item.waitFor();
    await shot(page, 'editor-completion');
  },

  'Go to Definition opens the library, and nobody can change it': async ({ open }) => {
    const { page, openRead, goTo } = await open();
    await openRead('neural-pim.pim');
    await goTo(30, 11);
    await page.keyboard.press('F12');
    const library = page.locator('.monaco-editor[data-uri^="pim:/"]').first();
    await library.locator('.view-line', { hasText: 'NNADC' }).first().waitFor();
    await library.locator('.view-lines').click();
    await page.keyboard.type('x');
    await page
      .getByText(/Cannot edit in read-only editor/i)
      .first()
      .waitFor();
    assert.ok(await library.isVisible());
  },

  'a file is checked and evaluated in Restricted Mode': async ({ open }) => {
    const { page, openRead, command, webview, statusBar } = await open({
      settings: {
        'security.workspace.trust.enabled': true,
        'security.workspace.trust.startupPrompt': 'never',
      },
    });
    await statusBar(/Restricted Mode/).waitFor();
    await openRead('neural-pim.pim');
    await command('PIM: Evaluate');
    await webview()
      .getByText(/the energy efficiency of ISAACStyle/)
      .first()
      .waitFor();
    assert.ok(page);
  },
};
