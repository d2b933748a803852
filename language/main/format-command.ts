import { formatText } from '../lsp/formatter.ts';
import { problemsOf, linesOf } from './check-command.ts';
import { openWorkspace, standardInput } from './workspace.ts';
import { writeText } from './write-text.ts';

/**
 * `pim format FILE…`: rewrites files in the standard form; with `--check` only says which are not, exit code 1. What comes in on
 * standard input (`-`) goes out on standard output.
 */
export async function formatCommand(
  paths: readonly string[],
  { check }: { readonly check?: boolean },
): Promise<number> {
  const { documents } = await openWorkspace(paths);
  let exit = 0;
  documents.forEach((document, index) => {
    const path = paths[index]!;
    const formatted = formatText(document);
    if (formatted === undefined) {
      const syntax = problemsOf(document).filter(({ code }) => code === 'syntax-error');
      process.stderr.write(`${linesOf({ path, problems: syntax }).join('\n')}\n`);
      exit = 1;
    } else if (path === standardInput && !check) {
      process.stdout.write(formatted);
    } else if (formatted !== document.textDocument.getText()) {
      if (check) exit = 1;
      else writeText(path, formatted);
      process.stdout.write(`${path}${check ? ' is not formatted' : ''}\n`);
    }
  });
  return exit;
}
