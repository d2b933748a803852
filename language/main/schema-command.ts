import { readFileSync } from 'node:fs';
import { configurationSchema } from '../check/configuration-schema.ts';
import { UsageError } from './usage-error.ts';

/** `pim schema report` and `pim schema config`: the JSON Schema of the report, and that of `pim.json`. */
export function schemaCommand(format: string): number {
  process.stdout.write(schemaOf(format));
  return 0;
}

function schemaOf(format: string): string {
  switch (format) {
    case 'report':
      return readFileSync(new URL('../../simulator/report/report.schema.json', import.meta.url), 'utf8');
    case 'config':
      return `${JSON.stringify(configurationSchema(), null, 2)}\n`;
    default:
      throw new UsageError(`there is no schema "${format}"; known are report and config`);
  }
}
