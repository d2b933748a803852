import type { Check } from './check.ts';
import { removeAllowance } from './remove-allowance.ts';

export const allowOfError: Check = {
  code: 'allow-of-error',
  severity: 'warning',
  doc: 'Errors cannot be silenced: with one, nothing can be evaluated. Neither can what is said about `allow` itself.',
  allowance: ({ directive, index, check, found }) => {
    const { code, offset, length } = directive.codes[index]!;
    const at = { offset, length };
    const fix = removeAllowance(directive, index);
    if (check?.allowance)
      return { message: `\`${code}\` speaks about \`allow\` itself and cannot be silenced by it`, at, fix };
    const isError = check?.severity === 'error';
    const isErrorHere = found.length > 0 && found.every(({ severity }) => severity === 'error');
    if (!isError && !isErrorHere) return undefined;
    return {
      message: `\`${code}\` is an error${isError ? '' : ' here'} and cannot be silenced; with it, nothing can be evaluated`,
      at,
      fix,
    };
  },
};
