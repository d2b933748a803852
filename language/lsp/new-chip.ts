import { AstUtils, type CstNode, GrammarUtils, type LangiumDocuments } from 'langium';
import { isReadyChip } from '../elaborate/evaluable.ts';
import * as ast from '../generated/ast.ts';
import { importPath } from '../scope/imports.ts';
import { seenFrom } from '../scope/seen-from.ts';
import { visitReferences } from '../syntax/visit.ts';
import { Placeholders } from './completion/draft.ts';

/** A file to start from a chip of the library, as a snippet whose first place is the name of the new chip. */
export function newChip(
  documents: LangiumDocuments,
  name: string,
  how: 'extend' | 'copy',
): string | undefined {
  const base = seenFrom(documents, undefined, isReadyChip).find(({ node }) => node.name === name)?.node;
  if (!base) return undefined;
  return how === 'extend' ? extension(base) : copy(base);
}

/** A small file that changes a chip: what it has most of is stated again, to be changed. */
function extension(base: ast.Block): string {
  const { uri } = AstUtils.getDocument(base);
  const places = new Placeholders();
  // The first place is where the cursor goes.
  const name = places.at(`My${base.name}`);
  const parts = blockParts(base).map(
    ({ count, what }) => `  ${places.at(count.$cstNode!.text)} × ${what!.$refText}\n`,
  );
  return `import "${importPath(uri, uri)}"
import "pim:networks"

/** ${places.at(`What is different from ${base.name}, and why`)}. */
chip ${name} extends ${base.name} {
${parts.join('')}  $0
}

evaluate $1, ${base.name} on AlexNet, VGG16
`;
}

/** The blocks a chip is made of, its own or those of the chip it extends. */
function blockParts(chip: ast.Block): ast.Part[] {
  const seen = new Set<ast.Block>();
  for (let block: ast.Block | undefined = chip; block && !seen.has(block); block = block.base?.ref) {
    seen.add(block);
    const parts = (block.body?.entries ?? []).filter(ast.isPart).filter(({ what }) => ast.isBlock(what?.ref));
    if (parts.length > 0) return parts;
  }
  return [];
}

/** The text of the library under another name, which stands wherever the chip's did. */
function copy(base: ast.Block): string {
  const document = AstUtils.getDocument(base);
  const text = document.textDocument.getText();
  const names: CstNode[] = [];
  const own = GrammarUtils.findNodeForProperty(base.$cstNode, 'name');
  if (own) names.push(own);
  visitReferences(document.parseResult.value, ({ reference }) => {
    if ('ref' in reference && reference.ref === base && reference.$refNode) names.push(reference.$refNode);
  });
  names.sort((a, b) => a.offset - b.offset);
  let at = 0;
  let result = '';
  for (const [index, { offset, end }] of names.entries()) {
    result +=
      escaped(text.slice(at, offset)) + (index === 0 ? new Placeholders().at(`My${base.name}`) : '$1');
    at = end;
  }
  return result + escaped(text.slice(at));
}

/** Text of which a snippet makes nothing else. */
const escaped = (text: string): string => text.replaceAll(/[\\$}]/g, '\\$&');
