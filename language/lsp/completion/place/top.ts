import { declarators, type Token } from '../../tokens-before.ts';
import { nothing, type Place } from './place.ts';
import { memberOf, operators, typeOf } from './tokens.ts';

/** The place outside of any brackets. */
export function atTop(tail: readonly Token[], isNewLine: boolean): Place {
  const start = tail.findLastIndex(token => declarators.includes(typeOf(token)));
  const last = tail.at(-1);
  const isOpenEnded = [':', 'extends', 'evaluate', 'on', ',', ...operators].includes(typeOf(last));
  if (start < 0 || (!isOpenEnded && (isNewLine || typeOf(last) === '}'))) return { kind: 'declaration' };
  const said = tail.slice(start + 1);
  const declarator = typeOf(tail[start]);
  switch (declarator) {
    case 'import':
      return inImport(said);
    case 'private':
      return { kind: 'private' };
    case 'component':
      return typeOf(last) === ':' ? { kind: 'componentKind' } : inHeader(said, declarator);
    case 'evaluate':
      return inQuestion(said);
    case 'constant':
      return inConstant(said);
    case 'workload':
      return nothing;
    default:
      return inHeader(said, declarator);
  }
}

function inImport(said: readonly Token[]): Place {
  const last = typeOf(said.at(-1));
  if (last === '') return { kind: 'import' };
  if (last === 'from') return { kind: 'importPath' };
  if (last === ',') return { kind: 'importedName' };
  const isNamed = last === 'ID' && typeOf(said.at(-2)) !== 'as';
  return last === 'ID' ? { kind: 'keywords', words: isNamed ? ['as', 'from'] : ['from'] } : nothing;
}

function inHeader(said: readonly Token[], of: string): Place {
  if (typeOf(said.at(-1)) === 'extends') return { kind: 'base', of };
  const isExtended = said.some(token => typeOf(token) === 'extends');
  return said.length > 0 && !isExtended ? { kind: 'keywords', words: ['extends'] } : nothing;
}

function inQuestion(said: readonly Token[]): Place {
  const isAfterOn = said.some(token => typeOf(token) === 'on');
  const expectsName = said.length === 0 || [',', 'on'].includes(typeOf(said.at(-1)));
  if (expectsName) return { kind: isAfterOn ? 'workload' : 'chip', owner: -1 };
  return isAfterOn ? nothing : { kind: 'keywords', words: ['on'] };
}

function inConstant(said: readonly Token[]): Place {
  const last = typeOf(said.at(-1));
  if (last === 'NUMBER' && said.length > 1) return { kind: 'unit', owner: -1 };
  if (last === '.') return memberOf(said, -1);
  const isOpenEnded = said.length > 1 && operators.includes(last);
  return isOpenEnded ? { kind: 'expression', owner: -1, declares: said[0]!.image } : nothing;
}
