import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Claim } from '../../simulator/index.ts';
import { parameterDefault, uncheckedReportOf } from '../support/evaluate.ts';
import { leastSquares } from './least-squares.ts';

/** What CASCADE's paper does not print, by what it does. */
export interface CascadeFit {
  readonly values: readonly FittedValue[];
  /** Printed figures less fitted values. */
  readonly degreesOfFreedom: number;
  readonly figures: readonly FittedFigure[];
}

/** A parameter of some chips of the library. */
export interface FittedValue {
  readonly name: string;
  /** Chips that have it. */
  readonly chips: readonly string[];
  /** In SI base units. */
  readonly value: number;
}

/** A claim of the study. */
export interface FittedFigure {
  readonly text: string;
  readonly source: string;
  readonly printed: number;
  readonly ours: number;
  /** ln(ours ÷ printed): what the fit makes small, squared and summed. */
  readonly residual: number;
}

/** Parameters by what is fitted. Areas of all amplifiers are one value; see the assumptions of the chips. */
const unknowns: readonly Readonly<Record<string, string>>[] = [
  { tiaEnergy: 'J' },
  { writeEnergy: 'J' },
  { tiaArea: 'm²', saArea: 'm²' },
  { sumEnergy: 'J' },
  { sumArea: 'm²' },
  { stepEnergy: 'J' },
  { stepTime: 's' },
];

const parametersOf = {
  CASCADE: ['tiaEnergy', 'writeEnergy', 'tiaArea'],
  ADCBased: ['sumEnergy', 'sumArea'],
  SABased: ['sumEnergy', 'sumArea', 'stepEnergy', 'stepTime', 'saArea'],
};

/** What the library has for each of the unknowns, in their order. */
export function libraryValues(): Promise<number[]> {
  const ofFirst = ([name]: string[]) => {
    const [chip] = Object.entries(parametersOf).find(([, own]) => own.includes(name!))!;
    return parameterDefault(chip, name!);
  };
  return Promise.all(unknowns.map(names => ofFirst(Object.keys(names))));
}

/** Where the search begins, in the order of `unknowns`. A step must not be so short that it limits nothing, or no figure tells of it. */
const somewhere = [1e-13, 1e-13, 1e-10, 1e-12, 1e-9, 1e-13, 1e-8];

/**
 * Least squares on the logarithms of all figures the study of the library claims, evaluated with the chips of the library whose
 * parameters are replaced: text in, report out, nothing known beside.
 */
export async function fitCascade(start: readonly number[] = somewhere): Promise<CascadeFit> {
  const residuals = async (logs: readonly number[]) =>
    (await claimsWith(logs.map(Math.exp))).map(({ actual, claimed }) => Math.log(actual / claimed));
  const values = (await leastSquares(residuals, start.map(Math.log))).map(Math.exp);
  const claims = await claimsWith(values);
  return {
    values: unknowns.flatMap((names, index) =>
      Object.keys(names).map(name => ({
        name,
        chips: Object.entries(parametersOf).flatMap(([chip, own]) => (own.includes(name) ? [chip] : [])),
        value: values[index]!,
      })),
    ),
    degreesOfFreedom: claims.length - unknowns.length,
    figures: claims.map(({ text, source, claimed, actual }) => ({
      text,
      source,
      printed: claimed,
      ours: actual,
      residual: Math.log(actual / claimed),
    })),
  };
}

/** The claims of the study, with chips that have other values under the names of the library's. */
async function claimsWith(values: readonly number[]): Promise<readonly Claim[]> {
  const given = new Map(
    unknowns.flatMap((names, index) =>
      Object.entries(names).map(([name, unit]) => [name, `${name} = ${values[index]!} ${unit}`] as const),
    ),
  );
  const chips = Object.entries(parametersOf).map(
    ([chip, names]) =>
      `chip ${chip} extends Library${chip}(${names.map(name => given.get(name)).join(', ')}) {}`,
  );
  return (await uncheckedReportOf([imports, ...chips, study].join('\n'))).claims;
}

const imports = `import CASCADE as LibraryCASCADE from "pim:chips/cascade"
import ADCBased as LibraryADCBased, SABased as LibrarySABased from "pim:chips/cascade-baselines"`;

const study = readFileSync(
  join(import.meta.dirname, '../../language/library/studies/cascade.pim'),
  'utf8',
).replaceAll(/^import "pim:chips.*$/gm, '');
