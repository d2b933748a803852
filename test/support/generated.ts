import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configurationSchema, severitySchema } from '../../language/check/configuration-schema.ts';
import { checkPages } from './check-pages.ts';

const root = join(import.meta.dirname, '..', '..');

/** What is made of the table of rules, by path: their pages, the schema of `pim.json` and the setting of the editor. */
export async function generatedFromChecks(): Promise<ReadonlyMap<string, string>> {
  const pages = await checkPages();
  return new Map([
    ...pages,
    ['language/check/configuration.schema.json', json(configurationSchema())],
    ['package.json', manifest()],
  ]);
}

/** The manifest with the rules of today in its setting. */
function manifest(): string {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    contributes: { configuration: { properties: Record<string, object> }[] };
  };
  for (const { properties } of manifest.contributes.configuration)
    if (properties[setting]) properties[setting] = { ...properties[setting], ...severitySetting() };
  return json(manifest);
}

const setting = 'pim.checks.severity';

function severitySetting(): object {
  const { description: _, ...schema } = severitySchema();
  return schema;
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
