import { checks } from '../check/checks.ts';
import { didYouMean } from '../check/nearest.ts';
import { nearest } from '../syntax/spelling.ts';
import { pageText } from './pages.ts';
import { UsageError } from './usage-error.ts';

/** `pim explain CODE`: the page about a rule. */
export function explainCommand(code: string): number {
  const text = pageText(code);
  if (text === undefined) throw new UsageError(`there is no rule "${code}"${hint(code)}`);
  process.stdout.write(text);
  return 0;
}

const hint = (code: string): string =>
  didYouMean(
    nearest(
      code,
      checks.map(check => check.code),
    ),
  ) || '; `pim schema config` lists those that can be turned off';
