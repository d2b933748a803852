import assert from 'node:assert/strict';
import * as vscode from 'vscode';

export function activationTests(): void {
  describe(`the installed extension in VS Code ${vscode.version}`, () => {
    const extension = vscode.extensions.getExtension('pim-studio.pim-studio');

    it('is there', () => assert.ok(extension));

    it('comes from the package, not from its sources', () => {
      assert.match(extension?.extensionPath ?? '', /[\\/]extensions[\\/]pim-studio\.pim-studio-/);
    });

    it('knows the language', async () => assert.ok((await vscode.languages.getLanguages()).includes('pim')));
  });
}
