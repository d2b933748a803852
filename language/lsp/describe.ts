import type { AstNode } from 'langium';
import { metrics, type MetricName, strategies } from '../../simulator/index.ts';
import {
  articles,
  formatAs,
  type Parameter,
  type Unit,
  dimensionName,
  formatQuantity,
  inUnit,
  describeDimension,
  units,
} from '../../simulator/units/index.ts';
import type { LanguageFunction } from '../types/functions.ts';
import { documentationOf } from '../syntax/documentation.ts';

/** Descriptions in Markdown that hover and completion share. Empty where there is nothing to say. */

/** What the doc comment of a node says: its words, then where its numbers come from. */
export const documentationText = (node: AstNode): string => paragraphs(summaryText(node), sourcesText(node));

/** What the doc comment says in its own words. */
export const summaryText = (node: AstNode): string => documentationOf(node)?.summary ?? '';

/** Where the doc comment says that numbers come from. */
export function sourcesText(node: AstNode): string {
  const documentation = documentationOf(node);
  if (!documentation) return '';
  const { sources, derived, assumptions } = documentation;
  const tagged = (tag: string, texts: readonly string[]) => texts.map(text => `*${tag}:* ${text}.`);
  return paragraphs(
    ...tagged('Source', sources),
    ...tagged('Derived', derived),
    ...tagged('Assumption', assumptions),
  );
}

/** What may be said for a parameter, in a few words: `a power above 0`, `geometric or arithmetic`. */
export function typeText({ type }: Parameter): string {
  if ('words' in type) return type.words.map(word => `\`${word}\``).join(' or ');
  if ('sizes' in type)
    return ['whole numbers joined by ×', ...(type.or ?? []).map(word => `\`${word}\``)].join(' or ');
  if ('group' in type) return `{ ${Object.keys(type.group).join(', ')} }`;
  if ('component' in type) return `a component of kind \`${type.component}\``;
  const { dimension, min, max, above, integer } = type;
  const bound = (value: number) => (value === 0 ? '0' : formatAs(value, dimension));
  const from =
    above !== undefined ? ` above ${bound(above)}` : min !== undefined ? `, at least ${bound(min)}` : '';
  return `${articles[dimension]}${from}${max === undefined ? '' : `, at most ${bound(max)}`}${integer ? ', whole' : ''}`;
}

/** `required`, or what holds when the text is silent. */
export function silenceText({ required, default: standard, type }: Parameter): string {
  if (required) return 'required';
  if (standard === undefined) return '';
  return `default ${typeof standard === 'number' && 'dimension' in type ? formatAs(standard, type.dimension) : standard}`;
}

export function parameterText(parameter: Parameter): string {
  const silence = silenceText(parameter);
  return paragraphs(parameter.doc, `${typeText(parameter)}${silence ? ` · ${silence}` : ''}`);
}

/** What the documentation of a property says about one of its words, as `word`: explanation. */
export function wordText(word: string, { doc }: Parameter): string {
  const strategy = strategies.get(word);
  if (strategy) return strategy.doc;
  const explained = doc.split(/(?=`[\w-]+`:)/).find(part => part.startsWith(`\`${word}\`:`));
  return explained?.slice(word.length + 3).trim() ?? '';
}

export function metricText(name: string): string {
  const metric = Object.hasOwn(metrics, name) ? metrics[name as MetricName] : undefined;
  if (!metric) return '';
  const better = metric.better === undefined ? '' : ` · ${metric.better} is better`;
  return paragraphs(`**${metric.label}**, ${articles[metric.dimension]}${better}`, metric.doc);
}

/** A unit: what it measures, what one of it is, how else it is written, and what a number in it comes to. */
export function unitText(unit: Unit, value?: number): string {
  const what = dimensionName(unit.dimension) ?? describeDimension(unit.dimension);
  const inOthers = (number: number) => {
    const [written, shown] = [`${number} ${unit.symbol}`, formatQuantity(inUnit(number, unit), 4)];
    return shown === written ? '' : `${written} = ${shown}`;
  };
  const spellings = [...units].flatMap(([spelling, each]) =>
    each.symbol === unit.symbol && spelling !== unit.symbol ? [`\`${spelling}\``] : [],
  );
  return paragraphs(
    `\`${unit.symbol}\`, a unit of ${what}`,
    lines(inOthers(1), value === undefined || value === 1 ? '' : inOthers(value)),
    spellings.length > 0 ? `Also written ${spellings.join(', ')}.` : '',
  );
}

/** `min(a, b, …)` */
export function signatureText({ name, parameters, variadic }: LanguageFunction): string {
  return `${name}(${[...parameters, ...(variadic ? ['…'] : [])].join(', ')})`;
}

export const paragraphs = (...texts: readonly string[]): string =>
  texts.filter(text => text !== '').join('\n\n');

/** Lines that stay on their own within one paragraph. */
export const lines = (...texts: readonly string[]): string => texts.filter(text => text !== '').join('  \n');

/** A small Markdown table with right-aligned numbers. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(line)].join(
    '\n',
  );
}

/** A declaration up to its braces, on one line. */
export function headText({ $cstNode, body }: AstNode & { readonly body?: AstNode }): string {
  if (!$cstNode) return '';
  const end = body?.$cstNode ? body.$cstNode.offset - $cstNode.offset : undefined;
  return code($cstNode.text.slice(0, end).replace(/\s+/g, ' ').trim());
}

export const code = (text: string): string => `\`\`\`pim\n${text}\n\`\`\``;
