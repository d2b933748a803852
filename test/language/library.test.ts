import assert from 'node:assert/strict';
import { createTestPim } from '../support/pim.ts';

describe('the library', () => {
  it('has no errors and no warnings', async () => {
    const { shared, language } = await createTestPim();
    for (const document of shared.workspace.LangiumDocuments.all.toArray()) {
      const diagnostics = await language.validation.DocumentValidator.validateDocument(document);
      const serious = diagnostics.filter(({ severity }) => severity !== undefined && severity <= 2);
      assert.deepEqual([document.uri.path, serious.map(({ message }) => message)], [document.uri.path, []]);
    }
  });
});
