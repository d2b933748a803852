import type { WindowBuffer } from '../../simulator/index.ts';
import { formatNumber } from '../../simulator/units/index.ts';
import type { Check } from './check.ts';

/** The evaluation takes buffers to be large enough; where one is not, its times and energies cannot be had. */
export const bufferBelowWindow: Check = {
  code: 'buffer-below-window',
  severity: 'warning',
  doc: 'The buffers of the tiles a layer stands on hold its sliding window (ISAAC’s formula).',
  outcome: ({ evaluation, name, networks }, report) => {
    networks.forEach(({ workload, outcome }, index) => {
      const short = outcome.windows
        .filter(({ neededBytes, availableBytes }) => neededBytes > availableBytes)
        .sort((a, b) => lack(b) - lack(a));
      const [worst] = short;
      if (worst) report({ message: message(worst), at: evaluation, property: 'workloads', index });

      function message({ layer, neededBytes, availableBytes, tiles }: WindowBuffer): string {
        const where = tiles === 1 ? 'its one tile' : `its ${formatNumber(tiles)} tiles`;
        const others =
          short.length > 1
            ? `; nor is there room for ${short.length - 1} other ${short.length > 2 ? 'layers' : 'layer'}`
            : '';
        return `the window of ${layer.name} of ${workload.name} takes ${formatNumber(neededBytes)} bytes, but the buffers of ${where} on ${name} hold ${formatNumber(availableBytes)}${others}`;
      }
    });
  },
};

const lack = ({ neededBytes, availableBytes }: WindowBuffer): number => neededBytes / availableBytes;
