import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ask, until } from './ask.ts';

const text = `import "pim:chips"
import "pim:networks"
chip Mine extends NeuralPIM {
  dataflow analog-acumulation
}
evaluate Mine, ISAACStyle on AlexNet
`;

/** The language as VS Code's own commands see it. */
export function languageTests(): void {
  describe('a .pim document', () => {
    let document: vscode.TextDocument;

    before(async () => {
      document = await vscode.workspace.openTextDocument({ language: 'pim', content: text });
      await vscode.window.showTextDocument(document);
    });

    it('has diagnostics with codes', async () => {
      const found = await until(() =>
        vscode.languages
          .getDiagnostics(document.uri)
          .filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error),
      );
      assert.deepEqual(
        found.map(({ code, message }) => [typeof code === 'object' ? code.value : code, message]),
        [['unknown-word', '`analog-acumulation` cannot stand here; did you mean `analog-accumulation`?']],
      );
    });

    it('is mended by the quick fix', async () => {
      const range = new vscode.Range(3, 12, 3, 12);
      const actions = await until(() =>
        ask<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range),
      );
      await vscode.workspace.applyEdit(actions[0]!.edit!);
      assert.match(document.getText(), /dataflow analog-accumulation/);
    });

    it('leads to the library', async () => {
      const [found] = await ask<vscode.LocationLink[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        new vscode.Position(2, 20),
      );
      const uri = found!.targetUri;
      const opened = await vscode.workspace.openTextDocument(uri);
      assert.match(opened.getText(), /chip NeuralPIM \{/);
    });

    it('completes whole pieces of text', async () => {
      const { items } = await ask<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        new vscode.Position(6, 0),
      );
      const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      for (const wanted of ['chip, complete', 'component adc', 'evaluate, with claim and expect'])
        assert.ok(labels.includes(wanted), wanted);
    });

    it('is found by its symbols, as the library is', async () => {
      for (const name of ['Mine', 'ISAACStyle']) {
        const found = await ask<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', name);
        assert.ok(
          found.some(each => each.name === name),
          name,
        );
      }
    });

    it('hovers, completes, lists symbols and lenses, and formats', async () => {
      const position = new vscode.Position(2, 20);
      assert.ok(
        (await ask<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, position)).length > 0,
      );
      assert.ok(
        (
          await ask<vscode.CompletionList>(
            'vscode.executeCompletionItemProvider',
            document.uri,
            new vscode.Position(4, 0),
          )
        ).items.length > 0,
      );
      const symbols = await ask<vscode.DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      assert.ok(symbols.some(({ name }) => name === 'Mine'));
      const lenses = await ask<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 10);
      assert.ok(lenses.some(({ command }) => command?.command === 'pim.evaluate'));
      assert.ok(
        Array.isArray(
          (await ask<vscode.TextEdit[] | undefined>('vscode.executeFormatDocumentProvider', document.uri, {
            tabSize: 2,
            insertSpaces: true,
          })) ?? [],
        ),
      );
    });
  });
}
