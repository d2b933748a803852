export const scenarios = {
  'a .pim file opens in language mode PIM': async ({ open, shot }) => {
    const { page, openFile, statusBar } = await open();
    await openFile('first.pim');
    await statusBar(/^PIM$/).waitFor();
    await shot(page, 'language-mode');
  },
};
