import { type CstNode, DefaultValueConverter, type GrammarAST, type ValueType } from 'langium';
import { nearest } from './spelling.ts';

/** Reads numbers whose digits are grouped, `1_000`, and the level that a misspelt one was meant to be. */
export class PimValueConverter extends DefaultValueConverter {
  protected override runConverter(rule: GrammarAST.AbstractRule, input: string, cst: CstNode): ValueType {
    if (rule.name === 'NUMBER') return Number(input.replaceAll('_', ''));
    if (rule.name === 'Level' && !levels.includes(input)) return nearest(input, levels) ?? input;
    return super.runConverter(rule, input, cst);
  }
}

const levels: readonly string[] = ['chip', 'tile', 'pe', 'crossbar'];
