import type { Check } from './check.ts';
import { removeAllowance } from './remove-allowance.ts';

export const allowOfNothing: Check = {
  code: 'allow-of-nothing',
  severity: 'warning',
  doc: 'An `allow` silences something; one that is left over hides what may come to stand there.',
  allowance: ({ directive, index, check, found, isSound }) => {
    // With errors in a file not everything is looked at, so nothing can be told to be left over.
    if (!check || check.allowance || check.severity === 'error' || found.length > 0 || !isSound)
      return undefined;
    const { code, offset, length } = directive.codes[index]!;
    return {
      message: `there is nothing to silence here; \`${code}\` finds nothing`,
      at: { offset, length },
      fix: removeAllowance(directive, index),
    };
  },
};
