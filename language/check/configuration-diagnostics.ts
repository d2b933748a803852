import { TextDocument } from 'langium';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import type { ConfigurationFile } from './configurations.ts';

/** What is wrong with a `pim.json`, as diagnostics. */
export function configurationDiagnostics({ uri, text, problems }: ConfigurationFile): Diagnostic[] {
  const document = TextDocument.create(uri.toString(), 'json', 0, text);
  return problems.map(({ message, offset, length }) => ({
    message,
    code: 'configuration',
    source: 'pim',
    severity: DiagnosticSeverity.Error,
    range: { start: document.positionAt(offset), end: document.positionAt(offset + length) },
  }));
}
