import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  type Cost,
  type Evaluation,
  type Metrics,
  peakActions,
  structureOf,
} from '../../../simulator/index.ts';
import { chipWith, costOfPart, costsOfParts } from '../../support/cost.ts';
import { evaluationOf, modelsOf } from '../../support/evaluate.ts';

const runs = { numRuns: 25 };

/** Parts whose cost follows a law: what there may be more of, how much, and the text. */
interface Growing {
  readonly what: string;
  readonly sizes: fc.Arbitrary<number>;
  readonly part: (size: number) => string;
  /** Bits of one access, where bytes are counted and the size changes how many make one. */
  readonly accessBits?: (size: number) => number;
}

const whole = (min: number, max: number) => fc.integer({ min, max });
const same = (size: number) => size;

const growing: readonly Growing[] = [
  {
    what: 'bits of a successive-approximation converter',
    sizes: whole(4, 20),
    part: n => `ScaledADC { resolution ${n} bit }`,
  },
  {
    what: 'bits of a converter of the survey',
    sizes: whole(4, 20),
    part: n => `SurveyADC { resolution ${n} bit }`,
  },
  {
    what: 'effective bits of a converter of the survey',
    sizes: fc.double({ min: 4.5, max: 14, noNaN: true }),
    part: n => `SurveyADC { resolution 16 bit, effective-bits ${n.toFixed(6)} bit }`,
  },
  {
    what: 'rate of a converter of the survey',
    sizes: whole(1, 10_000),
    part: n => `SurveyADC { rate ${n} MHz }`,
  },
  {
    what: 'capacity of a memory',
    sizes: whole(64, 1 << 20),
    part: n => `SRAM { capacity ${n} B, width 64 bit }`,
  },
  {
    what: 'width of a memory',
    sizes: whole(1, 1024),
    part: n => `SRAM { capacity 64 KiB, width ${n} bit }`,
    accessBits: same,
  },
  { what: 'ports of a memory', sizes: whole(1, 8), part: n => `SRAM { capacity 64 KiB, ports ${n} }` },
  { what: 'length of a bus', sizes: whole(1, 20_000), part: n => `WireBus { length ${n} µm }` },
  {
    what: 'width of a bus',
    sizes: whole(1, 1024),
    part: n => `WireBus { length 1 mm, width ${n} bit }`,
    accessBits: same,
  },
  { what: 'ports of a router', sizes: whole(1, 16), part: n => `MeshRouter { ports ${n} }` },
  { what: 'depth of a router', sizes: whole(1, 64), part: n => `MeshRouter { depth ${n} }` },
  { what: 'bits of a flit', sizes: whole(1, 1024), part: n => `MeshRouter { flit ${n} bit }` },
  {
    what: 'width of a link',
    sizes: whole(1, 128),
    part: n => `BoardLink { width ${n} bit }`,
    accessBits: same,
  },
  {
    what: 'ones among the weights',
    sizes: whole(0, 100),
    part: n => `ConductingCells { on-fraction ${n} % }`,
  },
  {
    what: 'ones among the inputs',
    sizes: whole(1, 100),
    part: n => `ConductingCells { input-activity ${n} % }`,
  },
];

/** The text of any of them. */
const parts = fc.constantFrom(...growing).chain(({ sizes, part }) => sizes.map(part));

describe('a component that follows a law', () => {
  for (const { what, sizes, part, accessBits = () => 8 } of growing)
    it(`never costs less with more ${what}`, () =>
      fc.assert(
        fc.asyncProperty(sizes, sizes, async (a, b) => {
          const costs: Cost[] = [];
          for (const size of [Math.min(a, b), Math.max(a, b)]) {
            const cost = await costOfPart(`1 × ${part(size)}`);
            costs.push({ ...cost, energyJ: (cost.energyJ * accessBits(size)) / 8 });
          }
          const [fewer, more] = costs;
          for (const key of ['energyJ', 'areaM2', 'staticPowerW'] as const)
            assert.ok(more![key] >= fewer![key] * (1 - 1e-12), `${key}: ${more![key]} < ${fewer![key]}`);
        }),
        runs,
      ));

  it('never costs less with more bits as a row driver', async () => {
    // Slices of the inputs must come out even, so there are four widths of a driver and no more.
    for (const kind of ['LadderDAC', 'CapacitiveDAC']) {
      const costs: Cost[] = [];
      for (const bits of [1, 2, 4, 8]) costs.push(await costOfPart(`1 × ${kind} { resolution ${bits} bit }`));
      for (const key of ['energyJ', 'areaM2'] as const)
        assert.deepEqual(
          costs.map(cost => cost[key]),
          costs.map(cost => cost[key]).sort((a, b) => a - b),
        );
    }
  });

  it('gives the same evaluation from a table of what its law gives', () =>
    fc.assert(
      fc.asyncProperty(
        whole(256, 65_536),
        fc.constantFrom(8, 32, 64, 256),
        whole(1, 4),
        async (bytes, width, ports) => {
          const law = `component Some extends SRAM { capacity ${bytes} B, width ${width} bit, ports ${ports} }`;
          const { energyJ, areaM2, rateHz, staticPowerW } = await costOfPart('1 × Some', law);
          const table = `component Some : buffer {
            width ${width} bit, energy ${(energyJ * width) / 8} J, area ${areaM2} m²
            rate ${(rateHz * 8) / width} Hz, static ${staticPowerW} W
          }`;
          assert.deepEqual(
            numbersIn(await evaluationOf(chipWith('1 × Some', table))),
            numbersIn(await evaluationOf(chipWith('1 × Some', law))),
          );
        },
      ),
      runs,
    ));

  it('draws at its peak what its actions and its rest draw, where no power is stated', () =>
    fc.assert(
      fc.asyncProperty(parts, async part => {
        const { energyJ, rateHz, staticPowerW, peakPowerW } = await costOfPart(`1 × ${part}`);
        // What has no rate of its own is busy for no known share of the time.
        close(peakPowerW, (Number.isFinite(rateHz) ? energyJ * rateHz : 0) + staticPowerW);
      }),
      runs,
    ));
});

describe('a table', () => {
  it('draws at its peak energy × rate + static, where no power is stated', () =>
    fc.assert(
      fc.asyncProperty(value, value, value, async (energy, rate, atRest) => {
        const table = `component Table : adc { resolution 8 bit, energy ${energy} pJ, rate ${rate} MHz, static ${atRest} mW }`;
        const { peakPowerW } = await costOfPart('1 × Table', table);
        close(peakPowerW, energy * 1e-12 * rate * 1e6 + atRest * 1e-3);
      }),
      runs,
    ));
});

const value = fc.double({ min: 0.001, max: 1000, noNaN: true }).map(each => Number(each.toFixed(6)) + 1e-6);

describe('scaling between nodes', () => {
  const scalings = fc.constantFrom('constant-voltage', 'constant-field', 'none');
  const nodes = fc.integer({ min: 5, max: 250 });
  const component = (nodeNM: number, scaling: string, cost: Cost) => `component Table : adc {
    resolution 8 bit, node ${nodeNM} nm, scaling ${scaling}
    energy ${cost.energyJ} J, rate ${cost.rateHz} Hz, static ${cost.staticPowerW} W, area ${cost.areaM2} m², power ${cost.peakPowerW} W
  }`;
  const some: Cost = {
    energyJ: 2e-12,
    rateHz: 1e9,
    staticPowerW: 1e-4,
    areaM2: 1e-9,
    peakPowerW: 2.5e-3,
  };

  it('to the same node changes nothing', () =>
    fc.assert(
      fc.asyncProperty(nodes, scalings, async (node, scaling) =>
        assert.deepEqual(await costOfPart('1 × Table', component(node, scaling, some), `${node} nm`), some),
      ),
      runs,
    ));

  it('twice is the same as once', () =>
    fc.assert(
      fc.asyncProperty(nodes, nodes, nodes, scalings, async (from, by, to, scaling) => {
        const halfway = await costOfPart('1 × Table', component(from, scaling, some), `${by} nm`);
        const twice = await costOfPart('1 × Table', component(by, scaling, halfway), `${to} nm`);
        sameCost(twice, await costOfPart('1 × Table', component(from, scaling, some), `${to} nm`));
      }),
      runs,
    ));

  it('goes with the powers its word promises', async () => {
    const scaled = async (scaling: string) => {
      const { energyJ, areaM2, staticPowerW, rateHz } = await costOfPart(
        '1 × Table',
        component(64, scaling, some),
        '32 nm',
      );
      return [energyJ, areaM2, staticPowerW, rateHz].map(
        (each, index) => each / [some.energyJ, some.areaM2, some.staticPowerW, some.rateHz][index]!,
      );
    };
    assert.deepEqual(await scaled('constant-voltage'), [1 / 2, 1 / 4, 1 / 2, 1]);
    assert.deepEqual(await scaled('constant-field'), [1 / 8, 1 / 4, 1 / 4, 1]);
    assert.deepEqual(await scaled('none'), [1, 1, 1, 1]);
  });

  // V² · G · t has no capacitance in it, and neither voltage, resistance nor time are the transistors'.
  for (const [what, part] of [
    ['cells of a law', 'array { node 64 nm, voltage 0.3 V, on-resistance 10 kΩ, off-resistance 1 MΩ }'],
    ['cells of a table', 'array { node 64 nm, power 0.3 mW, area 25 µm² }'],
    [
      'a ladder',
      'ladder-dac { node 64 nm, resolution 1 bit, rate 10 MHz, voltage 0.3 V, resistance 10 kΩ, resistor-area 1 µm² }',
    ],
  ] as const)
    it(`leaves the energy of currents alone: ${what}`, async () => {
      const declared = `component Some : ${part}`;
      for (const scaling of ['constant-voltage', 'constant-field']) {
        const at = (node: string) => costOfPart(`1 × Some { scaling ${scaling} }`, declared, node);
        const [there, here] = [await at('64 nm'), await at('32 nm')];
        close(here.energyJ, there.energyJ);
        close(here.peakPowerW, there.peakPowerW);
        close(here.areaM2, there.areaM2 / 4);
      }
    });
});

describe('any component', () => {
  it('costs n times as much when there are n', () =>
    fc.assert(
      fc.asyncProperty(parts, whole(1, 50), async (part, n) => {
        const [none, one, many] = [
          await metricsWith(''),
          await metricsWith(`1 × ${part}`),
          await metricsWith(`${n} × ${part}`),
        ];
        for (const key of ['area', 'peakPower'] as const)
          close(many[key] - none[key], n * (one[key] - none[key]), 1e-6);
      }),
      runs,
    ));
});

describe('the cells of an array', () => {
  const cells = (more: string) =>
    `component Cells : array { voltage 0.3 V, on-resistance 10 kΩ, off-resistance 1 MΩ, ${more} }`;

  it('take V² · G · t each, with half of them on and all rows driven where nothing else is said', async () => {
    const { energyJ, peakPowerW } = await costOfPart('1 × Cells', cells(''));
    close(energyJ, 0.3 ** 2 * ((1e-4 + 1e-6) / 2) * 100e-9);
    close(peakPowerW, 128 * 128 * 0.3 ** 2 * ((1e-4 + 1e-6) / 2));
  });

  it('take what their mean conductance, the inputs and the pulse say', async () => {
    const { energyJ } = await costOfPart(
      '1 × Cells',
      cells('on-fraction 25 %, input-activity 40 %, pulse 10 ns'),
    );
    close(energyJ, 0.3 ** 2 * (0.25 * 1e-4 + 0.75 * 1e-6) * 10e-9 * 0.4);
  });

  it('have the area of so many cells', async () => {
    const { areaM2 } = await costOfPart('1 × Cells', cells('cell-area 4096 nm²'));
    close(areaM2, 128 * 128 * 4096e-18);
  });
});

describe('an array read as a whole', () => {
  for (const [what, cells] of [
    ['a table', 'power 0.3 mW'],
    ['its cells', 'voltage 0.3 V, on-resistance 10 kΩ, off-resistance 1 MΩ'],
  ] as const)
    for (const weights of ['differential', 'offset'])
      it(`draws its peak by ${what} with ${weights} weights`, async () => {
        const text = chipWith('1 × Cells', `component Cells : array { ${cells} }`)
          .replace('1 × Array1Bit', '1 × ShiftAdd')
          .replace('read 100 ns', `read 100 ns, weights ${weights}`);
        const { chip } = await modelsOf(text, 'C', 'W');
        const structure = structureOf(chip);
        const { energyJ, peakPowerW } = structure.components.at(-1)!.cost;
        const readsPerCycle = peakActions(structure).cellReads! / structure.cycles;
        assert.equal(readsPerCycle, 128 * (weights === 'offset' ? 129 : 128));
        close((readsPerCycle * energyJ) / 100e-9, peakPowerW);
      });
});

describe('a resistor ladder', () => {
  it('draws what Kirchhoff says, in the mean over all codes', async () => {
    for (const bits of [1, 2, 4]) {
      const { peakPowerW } = await costOfPart(`1 × LadderDAC { resolution ${bits} bit }`);
      close(peakPowerW, meanLadderPower(bits) / 32e3, 1e-9);
    }
  });
});

describe('a table beside a law', () => {
  it('wins, whatever the law would say', () =>
    fc.assert(
      fc.asyncProperty(parts, async part => {
        const stated = (energyPJ: number) => part.replace(' }', `, energy ${energyPJ} pJ, area 7 µm² }`);
        const [one, two] = [await costOfPart(`1 × ${stated(1)}`), await costOfPart(`1 × ${stated(2)}`)];
        close(two.energyJ, 2 * one.energyJ);
        close(one.areaM2, 7e-12);
      }),
      runs,
    ));

  it('wins for one value while the law gives another', async () => {
    const [law, area] = await costsOfParts(
      ['1 × Law', '1 × Area'],
      'component Law extends SRAM { capacity 1 KiB }\ncomponent Area extends Law { area 5 µm² }',
    );
    assert.equal(area!.energyJ, law!.energyJ);
    close(area!.areaM2, 5e-12);
  });
});

/** An evaluation with numbers to nine digits and nothing of where they come from, which a law and a table say differently. */
function numbersIn(evaluation: Evaluation): unknown {
  const shorten = (key: string, value: unknown) =>
    key === 'origin' || key === 'assumed'
      ? undefined
      : typeof value === 'number'
        ? Number(value.toPrecision(9))
        : value;
  return JSON.parse(JSON.stringify(evaluation, shorten));
}

const metricsWith = async (parts: string): Promise<Metrics> => (await evaluationOf(chipWith(parts))).metrics;

function sameCost(actual: Cost, expected: Cost): void {
  for (const key of ['peakPowerW', 'staticPowerW', 'areaM2', 'energyJ', 'rateHz'] as const)
    close(actual[key], expected[key], 1e-9, key);
}

function close(actual: number, expected: number, relative = 1e-9, what = 'ours'): void {
  const apart = Math.abs(actual - expected);
  assert.ok(apart <= relative * Math.abs(expected), `${what}: ${actual} is not ${expected}`);
}

/**
 * Mean over all codes of what a ladder of resistors R = 1 Ω draws at 1 V. Node i is joined to the bit by 2R, to its neighbours by R,
 * and the first to ground by 2R.
 */
function meanLadderPower(bits: number): number {
  const codes = [...Array(2 ** bits).keys()];
  const powers = codes.map(code => {
    const drive = Array.from({ length: bits }, (_, bit) => (code >> bit) & 1);
    const nodes = ladderNodes(drive);
    return drive.reduce((sum, volts, bit) => sum + (volts * (volts - nodes[bit]!)) / 2, 0);
  });
  return powers.reduce((sum, each) => sum + each, 0) / codes.length;
}

/** Voltages of the nodes: Kirchhoff's current law, swept until it holds. */
function ladderNodes(drive: readonly number[]): number[] {
  const nodes = drive.map(() => 0);
  for (let sweep = 0; sweep < 2000; sweep++)
    for (let index = 0; index < drive.length; index++) {
      const below = index === 0 ? { siemens: 1 / 2, volts: 0 } : { siemens: 1, volts: nodes[index - 1]! };
      const above =
        index === drive.length - 1 ? { siemens: 0, volts: 0 } : { siemens: 1, volts: nodes[index + 1]! };
      const currents = drive[index]! / 2 + below.siemens * below.volts + above.siemens * above.volts;
      nodes[index] = currents / (1 / 2 + below.siemens + above.siemens);
    }
  return nodes;
}
