import type { LangiumDocument, LangiumDocuments } from 'langium';
import type { Elaborations } from '../elaborate/elaborations.ts';
import { isReadyChip, isReadyWorkload } from '../elaborate/evaluable.ts';
import * as ast from '../generated/ast.ts';
import { importPath } from '../scope/imports.ts';
import { type Seen, seenFrom } from '../scope/seen-from.ts';
import { documentationOf } from '../syntax/documentation.ts';

/** A chip or workload to choose, with the words to choose by. */
export interface Choice {
  readonly name: string;
  readonly summary: string;
  readonly from: Seen<unknown>['from'];
  readonly path: string;
  readonly uri: string;
}

/** The chips and workloads that can be evaluated by name as seen from a file, nearest first. */
export function choicesSeenFrom(
  documents: LangiumDocuments,
  document: LangiumDocument | undefined,
  elaborations: Elaborations,
): { chips: Choice[]; workloads: Choice[] } {
  const choice = (seen: Seen<ast.Block | ast.Workload>): Choice => ({
    name: seen.node.name,
    summary: firstSentence(documentationOf(seen.node)?.summary ?? ''),
    from: seen.from,
    path: importPath(document?.uri ?? seen.document.uri, seen.document.uri),
    uri: seen.document.uri.toString(),
  });
  return {
    chips: seenFrom(documents, document, isReadyChip).map(choice),
    workloads: seenFrom(documents, document, ast.isWorkload)
      .filter(({ node }) => isReadyWorkload(node, elaborations))
      .map(choice),
  };
}

/** Up to the first full stop that ends a sentence; a doc comment may go on for a page. */
const firstSentence = (text: string): string =>
  /^[\s\S]*?[^.\s]{2}\.(?=\s|$)/.exec(text)?.[0].replaceAll(/\s+/g, ' ') ?? text.replaceAll(/\s+/g, ' ');
