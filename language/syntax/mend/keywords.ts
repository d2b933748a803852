import { nearest } from '../spelling.ts';
import { type Place, Places } from './places.ts';
import {
  columnOf,
  declarators,
  endOf,
  type Mended,
  onSameLine,
  openEnded,
  readAs,
  type Slip,
  startsLine,
  type Token,
  typeOf,
  type Vocabulary,
} from './tokens.ts';

/**
 * Reads words as the keywords they were meant to be where nothing else could stand, and keywords as names where only a name
 * can: `componnet A : adc`, `exepct A.area`, and `input 8 bit` for a property, which is then answered as one.
 */
export function mendKeywords(tokens: readonly Token[], vocabulary: Vocabulary): Mended {
  const slips: Slip[] = [];
  const places = new Places();
  const mended: Token[] = [];
  tokens.forEach((token, index) => {
    const around: Around = { tokens, index, before: mended.at(-1), after: tokens[index + 1] };
    const definition = places.isOutside ? meantAtTop(around, vocabulary) : undefined;
    const place = places.next(definition ?? token, around.before, declarators);
    const keyword = isWord(token) ? meant(around, place) : undefined;
    if (keyword !== undefined) {
      slips.push(slipOf(token, keyword));
      mended.push(readAs(keyword, token, vocabulary));
    } else mended.push(isName(around, place) ? readAs('ID', token, vocabulary) : token);
  });
  return { tokens: mended, slips };
}

interface Around {
  readonly tokens: readonly Token[];
  readonly index: number;
  /** As it was meant. */
  readonly before: Token | undefined;
  readonly after: Token | undefined;
}

/** A word behind a number is read as its unit. */
const isWord = (token: Token): boolean => ['ID', 'UNIT'].includes(typeOf(token));

const levels: readonly string[] = ['tile', 'pe', 'crossbar'];

/** The keyword a word was meant to be, where it cannot be a name. */
function meant(around: Around, place: Place): string | undefined {
  const token = around.tokens[around.index]!;
  const near = (...words: readonly string[]) => nearest(token.image, words);
  const { before, after } = around;
  if (typeOf(token) === 'UNIT')
    return place.inside === 'evaluation' && typeOf(after) === 'NUMBER' && onSameLine(after, token)
      ? near('within')
      : undefined;
  switch (place.inside) {
    case 'file':
      return declaratorMeant(around) ?? inHead(around, place, near);
    case 'block':
      return inBlock(around, place, near);
    case 'workload':
      if (place.startsEntry)
        return typeOf(after) === 'NUMBER' && onSameLine(after, token) ? near('input') : undefined;
      return isBetweenNames(around) ? near('from') : undefined;
    case 'evaluation':
      if (place.startsEntry) return typeOf(after) === 'ID' ? near('expect', 'claim', 'normalise') : undefined;
      return typeOf(after) === 'NUMBER' && ['UNIT', 'ID', ')'].includes(typeOf(before))
        ? near('within')
        : undefined;
  }
}

type Near = (...words: readonly string[]) => string | undefined;

/** A word at the beginning of a line that is followed by what a definition begins with. */
function declaratorMeant({ tokens, index, before, after }: Around): string | undefined {
  const token = tokens[index]!;
  const begins = startsLine(token, before) && columnOf(token) === 1 && !openEnded.has(typeOf(before));
  const isFollowed = onSameLine(after, token) && ['ID', 'STRING', ...declarators].includes(typeOf(after));
  return begins && isFollowed ? nearest(token.image, declarators) : undefined;
}

function meantAtTop(around: Around, vocabulary: Vocabulary): Token | undefined {
  const token = around.tokens[around.index]!;
  const keyword = isWord(token) ? declaratorMeant(around) : undefined;
  return keyword === undefined ? undefined : readAs(keyword, token, vocabulary);
}

/** A word between two names, such as the `onn` of `evaluate A onn B`. */
function inHead(around: Around, { declarator }: Place, near: Near): string | undefined {
  if (!isBetweenNames(around)) return undefined;
  if (declarator === 'evaluate') return near('on');
  if (declarator === 'import') return typeOf(around.after) === 'STRING' ? near('from') : near('as');
  return declarator === 'workload' || declarator === 'constant' ? undefined : near('extends');
}

function isBetweenNames({ tokens, index, before, after }: Around): boolean {
  const token = tokens[index]!;
  return (
    ['ID', ')'].includes(typeOf(before)) &&
    ['ID', 'STRING'].includes(typeOf(after)) &&
    onSameLine(token, before) &&
    onSameLine(after, token)
  );
}

function inBlock({ tokens, index, before, after }: Around, place: Place, near: Near): string | undefined {
  const further = tokens[index + 2];
  const isLower = /^[a-z]+$/.test(tokens[index]!.image);
  if (!isLower || typeOf(after) === '') return undefined;
  if (typeOf(before) === '}' && ['{', 'if'].includes(typeOf(after)) && onSameLine(tokens[index], before))
    return near('else');
  if (!place.startsEntry || typeOf(after) !== 'ID') return undefined;
  if (typeOf(further) === '=') return near('constant');
  return ['{', '(', 'extends'].includes(typeOf(further)) ? near(...levels) : undefined;
}

/** Whether a keyword begins an entry that it cannot begin: then it is a property, of whatever name. */
function isName({ tokens, index, after }: Around, { inside, startsEntry }: Place): boolean {
  const token = tokens[index]!;
  const type = typeOf(token);
  if (!startsEntry || !/^[a-z]+$/.test(type) || columnOf(token) === 1 || !onSameLine(after, token))
    return false;
  const isValue = ['NUMBER', 'ID', ...(inside === 'block' ? [] : ['{'])].includes(typeOf(after));
  if (inside === 'block') return isValue && !inBlocks.includes(type);
  return inside === 'evaluation' && typeOf(after) === 'NUMBER' && !inEvaluations.includes(type);
}

/** Keywords that entries of a block begin with. */
const inBlocks: readonly string[] = [...levels, 'chip', 'if', 'else', 'constant'];

const inEvaluations: readonly string[] = ['expect', 'claim', 'normalise'];

function slipOf(token: Token, keyword: string): Slip {
  const [offset, length] = [token.startOffset, endOf(token) - token.startOffset];
  return {
    message: `\`${token.image}\` cannot stand here; did you mean \`${keyword}\`?`,
    offset,
    length,
    fix: { title: `Change to \`${keyword}\``, offset, length, text: keyword },
  };
}
