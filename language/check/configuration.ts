import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { nearest } from '../syntax/spelling.ts';
import type { Span } from './allowances.ts';
import { checks } from './checks.ts';
import { isLevel, type Level, type Levels, levels } from './levels.ts';
import { didYouMean, oneOf } from './nearest.ts';

/** Name of the file that says how severe rules are for the files beside it and in the folders below. */
export const configurationName = 'pim.json';

/** What a `pim.json` says, and what is wrong with it. */
export interface Configuration {
  readonly levels: Levels;
  readonly problems: readonly ConfigurationProblem[];
}

export interface ConfigurationProblem extends Span {
  readonly message: string;
}

/** Reads the text of a `pim.json`. What is wrong in it is said and otherwise passed over. */
export function readConfiguration(text: string): Configuration {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const chosen = new Map<string, Level>();
  const problems: ConfigurationProblem[] = [];
  const tell = (node: Span, message: string) =>
    problems.push({ offset: node.offset, length: node.length, message });
  const [broken] = errors;
  if (broken) tell(broken, `this is no JSON: ${wordsOf(printParseErrorCode(broken.error))}`);
  if (root && root.type !== 'object') tell(root, `expected an object, for example \`${example}\``);
  for (const { key, name, value } of propertiesOf(root))
    if (name === 'checks') readChecks(value, chosen, tell);
    else if (name !== '$schema')
      tell(
        key,
        `unknown setting \`${name}\`${didYouMean(nearest(name, ['checks'])) || '; expected `checks`'}`,
      );
  return { levels: chosen, problems };
}

const example = '{ "checks": { "network-exceeds-chip": "off" } }';

type Tell = (node: Span, message: string) => void;

function readChecks(node: Node, chosen: Map<string, Level>, tell: Tell): void {
  if (node.type !== 'object')
    tell(node, `\`checks\` gives rules a severity by their codes, for example \`${example}\``);
  for (const { key, name, value } of propertiesOf(node)) {
    const check = checks.find(({ code }) => code === name);
    const level: unknown = value.type === 'string' ? value.value : undefined;
    if (!check) tell(key, `there is no rule \`${name}\`${didYouMean(nearest(name, codes)) || see}`);
    else if (!isLevel(level)) tell(value, `expected ${oneOf(levels)}${didYouMean(meant(level))}`);
    else if (check.severity === 'error' && level !== 'error')
      tell(value, `\`${name}\` is an error and stays one; with it, nothing can be evaluated`);
    else chosen.set(name, level);
  }
}

const codes = checks.map(({ code }) => code);
const see = '; `pim schema config` lists them';

const meant = (level: unknown): string | undefined =>
  typeof level === 'string' ? nearest(level, levels) : undefined;

interface Property {
  readonly key: Node;
  readonly name: string;
  readonly value: Node;
}

/** The properties of an object that have a value; a text that breaks off may leave one out. */
function propertiesOf(node: Node | undefined): Property[] {
  if (node?.type !== 'object') return [];
  return (node.children ?? []).flatMap(({ children: [key, value] = [] }) =>
    key && value ? [{ key, name: String(key.value), value }] : [],
  );
}

/** `CommaExpected` as `comma expected`. */
const wordsOf = (name: string): string =>
  name.replaceAll(/(?<=[a-z])[A-Z]/g, letter => ` ${letter}`).toLowerCase();
