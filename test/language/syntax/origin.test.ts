import assert from 'node:assert/strict';
import { type LangiumDocuments, URI } from 'langium';
import { placeOf, standingAt } from '../../../language/syntax/origin.ts';
import { libraryReport } from '../../support/evaluate.ts';
import { testPim } from '../../support/pim.ts';

describe('an origin', () => {
  for (const study of ['studies/neural-pim', 'studies/isaac'])
    it(`of a report leads to what stands there, wherever it is in ${study}`, async () => {
      const origins = originsIn(await libraryReport(study));
      const { LangiumDocuments } = (await testPim()).shared.workspace;
      assert.ok(origins.length > 20);
      assert.deepEqual(
        origins.filter(origin => !isThere(origin, LangiumDocuments)),
        [],
      );
    });
});

function isThere(origin: string, documents: LangiumDocuments): boolean {
  const place = placeOf(origin)!;
  const root = documents.getDocument(URI.parse(place.uri))!.parseResult.value;
  return standingAt(place, root) !== undefined;
}

/** Every origin anywhere in a report, once. */
function originsIn(report: object): string[] {
  const found = new Set<string>();
  JSON.stringify(report, (key, value: unknown) => {
    if (key === 'origin' && typeof value === 'string' && value !== '') found.add(value);
    return value;
  });
  return [...found];
}
