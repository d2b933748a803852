import { AstUtils, type LangiumDocument } from 'langium';
import type * as ast from '../generated/ast.ts';
import { importPath } from '../scope/imports.ts';
import type { Check, Context } from './check.ts';

export const cyclicImport: Check = {
  code: 'cyclic-import',
  severity: 'info',
  doc: 'Files that import each other work, and are easier to follow where what they share stands in a file of its own.',
  nodes: {
    Document: (root, report, context) => {
      const home = AstUtils.getDocument(root);
      for (const { by, files } of context.importsOf(home)) {
        const way = wayBack(files, home, context);
        if (!way) continue;
        report({
          message: way.length === 0 ? 'this file imports itself' : `${circleText(way, home)}; ${advice}`,
          at: by,
          property: 'path',
          ...(way.length === 0
            ? {}
            : { related: [{ message: 'this import leads back', at: way.at(-1)!.by }] }),
        });
      }
    },
  },
};

const advice = 'what they share could stand in a file of its own';

/** A file on the way, and the import in it that leads on. */
interface Step {
  readonly file: LangiumDocument;
  readonly by: ast.Import;
}

/** The shortest way from what an import brings in back to the file it stands in; none at all where it names that file. */
function wayBack(
  start: readonly LangiumDocument[],
  home: LangiumDocument,
  { importsOf }: Context,
): readonly Step[] | undefined {
  if (start.length === 1 && start[0] === home) return [];
  const seen = new Set([home, ...start]);
  const ways: Way[] = start.filter(file => file !== home).map(file => ({ file }));
  // Grows while it is walked, and so by ever longer ways.
  for (const way of ways)
    for (const { by, files } of importsOf(way.file)) {
      if (files.includes(home)) return stepsOf(way, by);
      for (const file of files) {
        if (seen.has(file)) continue;
        seen.add(file);
        ways.push({ file, before: way, by });
      }
    }
  return undefined;
}

/** The end of a way, with the import that led there from the one before. */
interface Way {
  readonly file: LangiumDocument;
  readonly before?: Way;
  readonly by?: ast.Import;
}

function stepsOf(end: Way, last: ast.Import): Step[] {
  const steps: Step[] = [];
  let by: ast.Import | undefined = last;
  for (let way: Way | undefined = end; way && by; way = way.before) {
    steps.unshift({ file: way.file, by });
    by = way.by;
  }
  return steps;
}

/** `"a" imports "b", which imports this file again` */
function circleText(way: readonly Step[], home: LangiumDocument): string {
  const [first, ...others] = way.map(({ file }) => `"${importPath(home.uri, file.uri)}"`);
  if (others.length === 0) return `${first} imports this file in turn`;
  if (others.length > 3) return `${first} leads back to this file by way of ${others.length} others`;
  return `${first} imports ${[...others, 'this file again'].join(', which imports ')}`;
}
