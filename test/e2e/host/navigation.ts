import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ask, until } from './ask.ts';

const text = `import "pim:chips/neural-pim"
import "pim:components"
chip Faster extends NeuralPIM {
  tile Tile { 8 × NNADC { rate 2 GHz } }
}
`;

/** Trees and files, as VS Code's own commands show and move them. */
export function navigationTests(): void {
  describe('finding one’s way', () => {
    let document: vscode.TextDocument;
    const at = (word: string) => document.positionAt(text.indexOf(word) + 1);

    before(async () => {
      document = await vscode.workspace.openTextDocument({ language: 'pim', content: text });
      await vscode.window.showTextDocument(document);
    });

    it('shows what a component is a part of, and what a block is made of', async () => {
      const [item] = await ask<vscode.CallHierarchyItem[]>(
        'vscode.prepareCallHierarchy',
        document.uri,
        at('NNADC'),
      );
      const up = await ask<vscode.CallHierarchyIncomingCall[]>('vscode.provideIncomingCalls', item);
      const own = up.find(({ from }) => from.uri.toString() === document.uri.toString())!.from;
      assert.equal(own.detail, '8 × in tile Tile');
      const down = await ask<vscode.CallHierarchyOutgoingCall[]>('vscode.provideOutgoingCalls', own);
      assert.deepEqual(
        down.slice(0, 2).map(({ to }) => `${to.name}: ${to.detail}`),
        ['NNADC: 8 × adc', 'PE: 4 × pe'],
      );
    });

    it('shows what is extended', async () => {
      const [item] = await ask<vscode.TypeHierarchyItem[]>(
        'vscode.prepareTypeHierarchy',
        document.uri,
        at('Faster'),
      );
      const up = await ask<vscode.TypeHierarchyItem[]>('vscode.provideSupertypes', item);
      assert.deepEqual(
        up.map(({ name }) => name),
        ['NeuralPIM'],
      );
    });

    it('grows selections', async () => {
      const [selection] = await ask<vscode.SelectionRange[]>(
        'vscode.executeSelectionRangeProvider',
        document.uri,
        [at('rate')],
      );
      const texts: string[] = [];
      for (let each = selection; each; each = each.parent) texts.push(document.getText(each.range));
      assert.ok(texts.includes('rate 2 GHz'), texts.join('\n'));
    });

    it('keeps imports when a file is renamed', async () => {
      const folder = vscode.workspace.workspaceFolders![0]!.uri;
      const file = (name: string) => vscode.Uri.joinPath(folder, name);
      await write(file('parts.pim'), 'constant a = 1\n');
      await write(file('user.pim'), 'import "parts"\nconstant b = a\n');
      // Once the server has seen both, the name leads from one to the other.
      const user = await vscode.workspace.openTextDocument(file('user.pim'));
      await until(() =>
        ask<unknown[]>('vscode.executeDefinitionProvider', user.uri, new vscode.Position(1, 13)),
      );
      const edit = new vscode.WorkspaceEdit();
      edit.renameFile(file('parts.pim'), file('pieces.pim'));
      assert.ok(await vscode.workspace.applyEdit(edit));
      assert.match(user.getText(), /^import "pieces"$/m);
    });
  });
}

function write(uri: vscode.Uri, content: string): Thenable<void> {
  return vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(content));
}
