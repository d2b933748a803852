import type { LangiumDocument } from 'langium';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import type { Report } from '../../simulator/index.ts';
import { placeOf } from '../syntax/origin.ts';

/** The expectations of a file that an evaluation found not to hold, as what is wrong with their lines. */
export function failedExpectations({ expectations }: Report, document: LangiumDocument): Diagnostic[] {
  const { textDocument, uri } = document;
  return expectations.flatMap(({ passed, origin, workload, actualText }): Diagnostic[] => {
    const place = placeOf(origin);
    if (passed || place?.uri !== uri.toString()) return [];
    const [start, end] = [place.offset, place.offset + place.length].map(offset =>
      textDocument.positionAt(offset),
    );
    return [
      {
        message: `this does not hold on ${workload}: the left side comes to ${actualText}`,
        code: 'expectation-fails',
        source: 'pim',
        severity: DiagnosticSeverity.Error,
        range: { start: start!, end: end! },
        data: { code: 'expectation-fails' },
      },
    ];
  });
}
