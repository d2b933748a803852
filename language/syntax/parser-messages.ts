import { LangiumParserErrorMessageProvider } from 'langium';
import { listed } from '../../simulator/units/index.ts';

/** Syntax errors in the words of the language: what was expected, what stands there instead. */
export class PimParserMessages extends LangiumParserErrorMessageProvider {
  override buildMismatchTokenMessage({ expected, actual }: MismatchOptions): string {
    if (expected.name === 'EOF') return definitionExpected(actual);
    return `expected ${nameOf(expected)}, found ${shown(actual)}`;
  }

  override buildNotAllInputParsedMessage({ firstRedundant }: RedundantOptions): string {
    return definitionExpected(firstRedundant);
  }

  override buildNoViableAltMessage({ expectedPathsPerAlt, actual }: NoViableOptions): string {
    const first = expectedPathsPerAlt.flatMap(paths => paths.flatMap(path => path.slice(0, 1)));
    return `expected ${anyOf(first)}, found ${shown(actual[0]!)}`;
  }

  override buildEarlyExitMessage({ expectedIterationPaths, actual }: EarlyExitOptions): string {
    return `expected ${anyOf(expectedIterationPaths.flatMap(path => path.slice(0, 1)))}, found ${shown(actual[0]!)}`;
  }
}

type Provider = LangiumParserErrorMessageProvider;
type MismatchOptions = Parameters<Provider['buildMismatchTokenMessage']>[0];
type RedundantOptions = Parameters<Provider['buildNotAllInputParsedMessage']>[0];
type NoViableOptions = Parameters<Provider['buildNoViableAltMessage']>[0];
type EarlyExitOptions = Parameters<Provider['buildEarlyExitMessage']>[0];
type TokenType = MismatchOptions['expected'];
type Token = MismatchOptions['actual'];

const definitionExpected = (actual: Token): string =>
  `expected an import or a definition (${topLevel.join(', ')}), found ${shown(actual)}`;

const topLevel = ['component', 'chip', 'workload', 'evaluate', 'constant'];

const terminals: Readonly<Record<string, string>> = {
  ID: 'a name',
  NUMBER: 'a number',
  STRING: 'a text in quotes',
  UNIT: 'a unit',
  ARROW: '`→`',
  LINE_PAREN: '`(`',
  EOF: 'the end of the file',
};

const nameOf = ({ name }: TokenType): string => terminals[name] ?? `\`${name}\``;

const shown = (token: Token): string => (token.image === '' ? 'the end of the file' : `\`${token.image}\``);

/** Each expected token once; where nearly everything could stand, saying "a value" is of more help. */
function anyOf(tokens: readonly TokenType[]): string {
  const names = [...new Set(tokens.map(nameOf))];
  if (names.includes('a number') && names.includes('a name')) return 'a value';
  return names.length === 0 ? 'something else' : listed(names, 'or');
}
