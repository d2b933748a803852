import { AstUtils, type LangiumDocuments } from 'langium';
import type * as ast from '../../generated/ast.ts';
import { importedDocuments } from '../../scope/imports.ts';
import { code, documentationText, paragraphs } from '../describe.ts';

/** The definitions that the file or folder of an import holds, with the first words about each. */
export function importText(node: ast.Import, documents: LangiumDocuments): string {
  const found = importedDocuments(documents, AstUtils.getDocument(node).uri, node.path);
  const declared = found
    .flatMap(document => (document.parseResult.value as ast.Document).declarations)
    .filter(each => 'name' in each && each.name && !each.private);
  const shown = declared.slice(0, definitionsShown).map(each => `- ${lineAbout(each)}`);
  const left = declared.length - shown.length;
  return paragraphs(
    code(`import "${node.path}"`),
    found.length > 1 ? `A folder of ${found.length} files.` : '',
    shown.join('\n'),
    left > 0 ? `… and ${left} more.` : '',
  );
}

/** A folder of the library holds more than anybody reads in a hover. */
const definitionsShown = 12;

function lineAbout(node: ast.Declaration): string {
  const name = 'name' in node ? node.name : '';
  const about = documentationText(node).split('\n')[0]!;
  return about ? `\`${name}\`: ${about}` : `\`${name}\``;
}
