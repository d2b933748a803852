import { readFileSync } from 'node:fs';
import { UsageError } from './usage-error.ts';

/** `pim schema report`: the JSON Schema of the report. */
export function schemaCommand(format: string): number {
  if (format !== 'report') throw new UsageError(`there is no schema "${format}"; known is report`);
  process.stdout.write(
    readFileSync(new URL('../../simulator/report/report.schema.json', import.meta.url), 'utf8'),
  );
  return 0;
}
