import type { Check } from './check.ts';
import { checks } from './checks.ts';
import { levels } from './levels.ts';

/**
 * The JSON Schema of `pim.json`. It names the rules of this version and lets others pass: a file may be shared with somebody whose
 * version knows more, and a misspelt one is told by name when the file is read.
 */
export function configurationSchema(): Schema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Settings of PIM Studio',
    description:
      'For the files beside this one and in the folders below, as far as no nearer pim.json counts.',
    type: 'object',
    properties: { $schema: { type: 'string' }, checks: severitySchema() },
    additionalProperties: false,
  };
}

/** Severities by code, as the settings of an editor and `pim.json` state them. */
export function severitySchema(): Schema {
  return {
    description:
      'How severe what a rule finds is, by its code. Errors are not among them: with one, nothing can be evaluated.',
    type: 'object',
    default: {},
    properties: Object.fromEntries(checks.filter(isAdjustable).map(check => [check.code, ruleSchema(check)])),
    additionalProperties: { enum: [...levels] },
  };
}

interface Schema {
  readonly [keyword: string]: unknown;
}

export const isAdjustable = ({ severity }: Check): boolean => severity !== 'error';

const ruleSchema = ({ doc, severity }: Check): Schema => ({
  description: doc,
  enum: [...levels],
  default: severity,
});
