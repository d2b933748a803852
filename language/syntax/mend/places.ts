import { columnOf, endOf, openEnded, startsLine, type Token, typeOf } from './tokens.ts';

/** What kind of braces a token stands in. */
export type Inside = 'file' | 'block' | 'workload' | 'evaluation';

/** Where a token stands, as far as braces and lines tell. */
export interface Place {
  readonly inside: Inside;
  /** The definition it belongs to: the word that began it. */
  readonly declarator: string;
  /** Whether an entry of the braces, or a definition of the file, begins with it. */
  readonly startsEntry: boolean;
  /** Column in which the line of the entry around it begins. */
  readonly column: number;
}

/** Goes through tokens and says of each where it stands; what was left open ends before the next definition at the margin. */
export class Places {
  private readonly braces: Inside[] = [];
  private brackets = 0;
  private declarator = '';
  private column = 1;
  private lineColumn = 1;

  /** Whether no braces are open before the next token. */
  get isOutside(): boolean {
    return this.braces.length === 0;
  }

  /** Asked for every token in turn, `token` being the one read before it. `declarators` begin a definition. */
  next(token: Token, before: Token | undefined, declarators: readonly string[]): Place {
    const type = typeOf(token);
    const isFirst = startsLine(token, before);
    if (isFirst) this.lineColumn = columnOf(token);
    if (this.braces.length === 0 || (isFirst && columnOf(token) === 1 && declarators.includes(type)))
      this.atTop(type, declarators);
    if (type === '}') this.braces.pop();
    const inside = this.braces.at(-1) ?? 'file';
    const startsEntry = this.brackets === 0 && type !== '}' && isStart(token, before, isFirst);
    if (startsEntry) this.column = this.lineColumn;
    const place = { inside, declarator: this.declarator, startsEntry, column: this.column };
    if (type === '{') this.braces.push(this.opened(inside));
    if (['(', 'LINE_PAREN', '['].includes(type)) this.brackets++;
    if ([')', ']'].includes(type)) this.brackets = Math.max(0, this.brackets - 1);
    return place;
  }

  private atTop(type: string, declarators: readonly string[]): void {
    if (!declarators.includes(type)) return;
    this.braces.length = 0;
    this.brackets = 0;
    this.declarator = type;
  }

  private opened(around: Inside): Inside {
    if (around !== 'file') return 'block';
    if (this.declarator === 'workload') return 'workload';
    return this.declarator === 'evaluate' ? 'evaluation' : 'block';
  }
}

function isStart(token: Token, before: Token | undefined, isFirst: boolean): boolean {
  if (!before || ['{', '}', ','].includes(typeOf(before))) return true;
  return isFirst && !openEnded.has(typeOf(before)) && endOf(before) <= token.startOffset;
}
