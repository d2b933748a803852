import { nearest } from '../syntax/spelling.ts';
import type { Check } from './check.ts';
import { didYouMean } from './nearest.ts';
import { removeAllowance } from './remove-allowance.ts';

export const allowOfUnknownCheck: Check = {
  code: 'allow-of-unknown-check',
  severity: 'warning',
  doc: 'An `allow` names rules by their codes.',
  allowance: ({ directive, index, check, known }) => {
    if (check) return undefined;
    const { code, offset, length } = directive.codes[index]!;
    const silencable = known.filter(({ severity }) => severity !== 'error').map(each => each.code);
    const meant =
      nearest(code, silencable) ??
      nearest(
        code,
        known.map(each => each.code),
      );
    return {
      message: `there is no rule \`${code}\`${didYouMean(meant) || '; expected the code of a warning or info, such as `network-exceeds-chip`'}`,
      at: { offset, length },
      fix: meant
        ? { title: `Change to \`${meant}\``, edits: [{ offset, length, text: meant }] }
        : removeAllowance(directive, index),
    };
  },
};
