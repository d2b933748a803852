import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Address of the page about a rule: a file that comes along, so that it opens without a net and in any editor. */
export function pageAddress(code: string): string | undefined {
  return codes().has(code) ? new URL(`${code}.md`, folder).href : undefined;
}

/** The page about a rule in Markdown, or undefined where there is none of this code. */
export function pageText(code: string): string | undefined {
  return codes().has(code) ? readFileSync(new URL(`${code}.md`, folder), 'utf8') : undefined;
}

/** The folder of the pages, from the sources as from the bundle. */
const folder = new URL('../../docs/checks/', import.meta.url);

let known: ReadonlySet<string> | undefined;

/** Codes with a page. Asked for with every diagnostic, so the folder is read once. */
function codes(): ReadonlySet<string> {
  const path = fileURLToPath(folder);
  return (known ??= new Set(
    existsSync(path) ? readdirSync(path).map(file => file.replace(/\.md$/, '')) : [],
  ));
}
