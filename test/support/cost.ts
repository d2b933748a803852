import { type Cost, structureOf } from '../../simulator/index.ts';
import { modelsOf } from './evaluate.ts';

/** What one of a part costs on a chip that has everything else; `declarations` may define what the part names. */
export async function costOfPart(part: string, declarations = '', node = '32 nm'): Promise<Cost> {
  return (await costsOfParts([part], declarations, node))[0]!;
}

/** The same for several parts of different names. */
export async function costsOfParts(
  parts: readonly string[],
  declarations = '',
  node = '32 nm',
): Promise<Cost[]> {
  const { chip } = await modelsOf(chipWith(parts.join('\n    '), declarations, node), 'C', 'W');
  return structureOf(chip)
    .components.slice(-parts.length)
    .map(({ cost }) => cost);
}

/** A chip of one tile, asked about on a small network. The parts given stand last; a row driver among them is the only one. */
export const chipWith = (parts: string, declarations = '', node = '32 nm'): string => `
import "pim:components"
import "pim:devices"
${declarations}
chip C {
  node      ${node}
  precision { inputs 8 bit, weights 4 bit, outputs 4 bit }
  dataflow  analog-accumulation
  tile T {
    1 × crossbar { size 128 × 128, cell RRAM, read 100 ns, 1 × Array1Bit, ${parts.includes('DAC') ? '' : '128 × DAC, '}2 × NNSA }
    1 × NNADC { resolution 4 bit }
    ${parts}
  }
  1 × T
}
workload W { input 64, dense d { outputs 10 } }
evaluate C on W
`;
