import { formatAs } from '../../simulator/units/index.ts';
import * as ast from '../generated/ast.ts';
import { performers, placesOf } from './chip-parts.ts';
import type { Check } from './check.ts';

/**
 * A trans-impedance amplifier holds its voltage only while it transfers it; a buffer cell that is still being written then keeps
 * something else (CASCADE, section 3).
 */
export const transferBelowWrite: Check = {
  code: 'transfer-below-write',
  severity: 'warning',
  doc: 'A TIA holds a voltage for as long as a buffer cell takes to be written.',
  silence: 'Where something else holds the voltage.',
  chip: (elaboration, declaration, report) => {
    const writes = performers(elaboration, 'bufferCellWrites').map(
      ({ component }) => component.parameters['write-time'] ?? 0,
    );
    const writeS = Math.max(0, ...writes);
    for (const placed of performers(elaboration, 'sensings')) {
      const transferS = placed.component.parameters['transfer-time'];
      if (transferS === undefined || transferS >= writeS * (1 - 1e-9)) continue;
      const at = placesOf(elaboration, placed, 'transfer-time', declaration);
      report({
        message: `${placed.component.name} holds a voltage for ${formatAs(transferS, 'time')}, but a buffer cell takes ${formatAs(writeS, 'time')} to be written`,
        at,
        ...(ast.isProperty(at[0]) ? { property: 'value' } : {}),
      });
    }
  },
};
