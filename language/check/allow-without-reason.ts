import type { Check } from './check.ts';
import { placeholder } from './allowances.ts';

export const allowWithoutReason: Check = {
  code: 'allow-without-reason',
  severity: 'warning',
  doc: 'Who silences a rule says why; without a reason nothing is silenced.',
  allowance: ({ directive, index }) => {
    // Several codes of one comment have one reason.
    if (directive.reason !== undefined || index > 0) return undefined;
    const { offset, length } = directive.reasonAt;
    const [{ code }] = directive.codes as [Code];
    const isWritten = length >= placeholder.length;
    return {
      message: `an \`allow\` says why after a colon, for example \`// allow ${code}: evaluated on purpose\``,
      at: isWritten ? directive.reasonAt : directive,
      ...(isWritten
        ? {}
        : {
            fix: { title: `Add \`: ${placeholder}\``, edits: [{ offset, length, text: `: ${placeholder}` }] },
          }),
    };
  },
};

type Code = NonNullable<Parameters<NonNullable<Check['allowance']>>[0]['directive']['codes'][number]>;
