import { type CstNode, DefaultValueConverter, type GrammarAST, type ValueType } from 'langium';

/** Reads numbers whose digits are grouped: `1_000`. */
export class PimValueConverter extends DefaultValueConverter {
  protected override runConverter(rule: GrammarAST.AbstractRule, input: string, cst: CstNode): ValueType {
    return rule.name === 'NUMBER' ? Number(input.replaceAll('_', '')) : super.runConverter(rule, input, cst);
  }
}
