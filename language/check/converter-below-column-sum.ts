import { GrammarUtils } from 'langium';
import { type Chip, dotProductOf, strategies } from '../../simulator/index.ts';
import * as ast from '../generated/ast.ts';
import { performers, placesOf } from './chip-parts.ts';
import type { Check, Fix } from './check.ts';

/**
 * A converter with fewer bits than its input can hold loses the low ones, for every result. How many bits that is depends on
 * the dataflow: the sum of a column, a buffered sum, or the output itself (Neural-PIM eqs. 2, 5 and 7).
 */
export const converterBelowColumnSum: Check = {
  code: 'converter-below-column-sum',
  severity: 'error',
  doc: 'A converter has the bits that its dataflow needs so that nothing is lost.',
  chip: (elaboration, declaration, report) => {
    const { chip } = elaboration;
    if (!chip) return;
    const needed = strategies.get(chip.dataflow)!.resolution(dotProductOf(chip));
    for (const placed of performers(elaboration, 'conversions')) {
      const { resolution } = placed.component.parameters;
      if (resolution === undefined || resolution >= needed) continue;
      const at = placesOf(elaboration, placed, 'resolution', declaration);
      report({
        message: `${placed.component.name} has ${resolution} bits, but ${reason(chip, needed)}`,
        at,
        ...(ast.isProperty(at[0]) ? { property: 'value' } : {}),
        fix: fix(at[0]!, needed),
      });
    }
  },
};

function reason({ dataflow, array, precision }: Chip, needed: number): string {
  const { rows, cellBits, dacBits, flipped } = array;
  if (dataflow === 'analog-accumulation')
    return `an output of ${precision.outputBits} bits is converted at once`;
  const columns = `${rows} rows of ${cellBits}-bit cells driven ${dacBits} ${dacBits === 1 ? 'bit' : 'bits'} at a time`;
  const sum = dataflow === 'analog-buffering' ? 'a buffered column sum' : 'the column sum';
  const hint = !flipped && dataflow === 'digital-accumulation' ? '; `columns flipped` would save one' : '';
  return `${sum} of ${columns} needs ${needed}${hint}`;
}

function fix(at: Parameters<typeof ast.isProperty>[0], needed: number): Fix {
  const title = `Use ${needed} bits`;
  if (ast.isProperty(at)) {
    const value = GrammarUtils.findNodeForProperty(at.$cstNode, 'value');
    return {
      title,
      edits: value ? [{ offset: value.offset, length: value.length, text: `${needed} bit` }] : [],
    };
  }
  const end = (at as ast.Part).$cstNode?.end ?? 0;
  return { title, edits: [{ offset: end, length: 0, text: ` { resolution ${needed} bit }` }] };
}
