import type { AstNode } from 'langium';
import type { Finding, Fix } from './check.ts';

/** Of findings with one cause the first one, which speaks for all: it names their places, and its fix mends them together. */
export function oncePerCause<F extends Placed>(findings: readonly F[]): F[] {
  const groups = new Map<string, F[]>();
  for (const finding of findings) {
    const { code, message, cause } = finding;
    const key = cause === undefined ? String(groups.size) : `${code}\n${message}\n${cause}`;
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups.values()].map(together);
}

type Placed = Omit<Finding, 'fix'> & { readonly code: string; readonly at: AstNode; readonly fix?: Fix };

function together<F extends Placed>(group: readonly F[]): F {
  const [first, ...others] = group as [F, ...F[]];
  if (others.length === 0) return first;
  const fix = fixOfAll(
    group.flatMap(each => each.fix ?? []),
    group.length,
  );
  return {
    ...first,
    related: [...(first.related ?? []), ...others.map(({ at }) => ({ message: 'and here', at }))],
    ...(fix ? { fix } : {}),
  };
}

/** Fixes that are the same edit, such as one import, are made once. */
function fixOfAll(fixes: readonly Fix[], places: number): Fix | undefined {
  const [first] = fixes;
  if (!first) return undefined;
  const edits = new Map(fixes.flatMap(fix => fix.edits).map(edit => [`${edit.offset} ${edit.text}`, edit]));
  const title = edits.size > first.edits.length ? `${first.title} in ${places} places` : first.title;
  return { title, edits: [...edits.values()] };
}
