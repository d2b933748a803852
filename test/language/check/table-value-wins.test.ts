import { expectClean, expectInfo, problemsOf } from '../../support/check.ts';
import { chipWith } from '../../support/cost.ts';
import assert from 'node:assert/strict';

const resistances = 'on-resistance 20 kΩ, off-resistance 2 MΩ';

describe('table-value-wins', () => {
  it('says at the value of the table what changes nothing beside it', () =>
    expectInfo(
      `component A : array { voltage 0.2 V, ${resistances}, <|power 1 mW|> }`,
      'table-value-wins',
      'A takes `power` from the table, so `voltage`, `on-resistance` and `off-resistance` change nothing; leave `power` out to use them',
    ));

  it('says so of a coefficient that would not be enough for the law', () =>
    expectInfo(
      'component A : array { voltage 0.2 V, <|energy 1 nJ|> }',
      'table-value-wins',
      'A takes `energy` from the table, so `voltage` changes nothing; leave `energy` out to use it',
    ));

  it('counts a power as energy only where the rate is known', () =>
    expectInfo(
      'component L : link { energy-per-bit 2 pJ, <|power 1 mW|>, rate 1 GHz }\ncomponent M : link { energy-per-bit 2 pJ, power 1 mW }',
      'table-value-wins',
      'L takes `power` from the table, so `energy-per-bit` changes nothing; leave `power` out to use it',
    ));

  it('points at a coefficient where the table stands in the library', () =>
    expectInfo(
      'import "pim:components/isaac-32nm"\ncomponent Mine extends Array1Bit { <|voltage 0.2 V|> }',
      'table-value-wins',
      'Mine takes `power` from the table, so `voltage` changes nothing; leave `power` out to use it',
    ));

  it('looks at what a part overrides', async () =>
    assert.deepEqual(await problemsOf(chipWith('1 × SRAM { capacity 2 KiB, energy 3 pJ }')), [
      'info table-value-wins: SRAM takes `energy` from the table, so `line-energy` and `bit-energy` change nothing; leave `energy` out to use them',
    ]));

  it('leaves alone what describes a component anyhow, and what another law still uses', () =>
    expectClean(
      `component M : buffer { capacity 2 KiB, width 64 bit, ports 2, energy 3 pJ, rate 1 GHz, area 1 µm² }
component N : buffer { capacity 2 KiB, width 64 bit, energy 3 pJ, rate 1 GHz, cell-area 1 µm², column-area 1 µm², port-growth 0 }`,
    ));
});
