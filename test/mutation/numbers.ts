import { AstUtils, type LangiumDocument } from 'langium';
import { isExponent, isWhole } from '../../language/elaborate/whole.ts';
import * as ast from '../../language/generated/ast.ts';
import { visit } from '../../language/syntax/visit.ts';

/** A number of the library's text that can be changed in memory and notices who reads it. */
export interface LibraryNumber {
  /** `components/isaac-32nm:27`. */
  readonly place: string;
  /** The line it stands on, without the blanks around it. */
  readonly line: string;
  /** As written: `16 mW`. */
  readonly text: string;
  /** Whether only whole numbers make sense. */
  readonly whole: boolean;
  readonly value: number;
  set(value: number): void;
  /** Called whenever somebody reads it. */
  onRead: () => void;
}

/**
 * Every number that is written out in some files, comments and exponents left out. Each is replaced by a property that tells who
 * reads it; what only goes through all properties of a node does not count as reading.
 */
export function numbersIn(documents: readonly LangiumDocument[]): LibraryNumber[] {
  return documents.flatMap(document => {
    const found: LibraryNumber[] = [];
    visit(document.parseResult.value, node => {
      if (ast.isNumberLiteral(node) && !isExponent(node)) found.push(watched(node, 'value', isWhole(node)));
      if (ast.isSize(node)) node.values.forEach((_, index) => found.push(watched(node, index, true)));
    });
    return found;
  });
}

function watched(node: ast.NumberLiteral | ast.Size, key: 'value' | number, whole: boolean): LibraryNumber {
  const holder: object = ast.isSize(node) ? node.values : node;
  const value = Reflect.get(holder, key) as number;
  const { textDocument, uri } = AstUtils.getDocument(node);
  const { start } = node.$cstNode!.range;
  const number = {
    place: `${uri.path.slice(1, -'.pim'.length)}:${start.line + 1}`,
    line: textDocument.getText().split('\n')[start.line]!.trim(),
    // The braces around a lone number belong to its node.
    text: node.$cstNode!.text.replace(/^\((.*)\)$/, '$1'),
    whole,
    value,
    set: (next: number) => {
      current = next;
    },
    onRead: () => {},
  };
  let current = value;
  Object.defineProperty(holder, key, {
    // Walks over the tree copy and compare what can be listed; only whoever asks by name reads.
    enumerable: Array.isArray(holder),
    configurable: true,
    get: () => {
      number.onRead();
      return current;
    },
  });
  return number;
}
