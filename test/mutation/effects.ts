import { checks } from '../../language/check/checks.ts';
import { elaborateAlone } from '../../language/elaborate/component.ts';
import { defaultWorkloads, isReadyChip } from '../../language/elaborate/evaluable.ts';
import { plainStudy } from '../../language/elaborate/study.ts';
import * as ast from '../../language/generated/ast.ts';
import type { Pim } from '../../language/module.ts';
import { seenFrom } from '../../language/scope/seen-from.ts';
import { description, evaluate } from '../../simulator/index.ts';
import { codeOf } from '../support/check.ts';
import { costsOfParts } from '../support/cost.ts';
import { libraryReport } from '../support/evaluate.ts';
import { withFiles } from '../support/pim.ts';

/** A change of something that is said about the library, as a fraction: 0.08 is eight per cent more. */
export interface Effect {
  readonly what: string;
  readonly change: number;
}

/** What somebody could look at, by what it is called. */
export type Values = ReadonlyMap<string, number>;

/** What the claims of the library's studies come to. */
export async function claimValues(): Promise<Values> {
  const reports = [await libraryReport('studies/isaac'), await libraryReport('studies/neural-pim')];
  return new Map(
    reports.flatMap(({ claims }) =>
      claims.map(({ text, actual }) => [text.replace(/^claim (.*) = .*$/, '$1'), actual] as const),
    ),
  );
}

/**
 * Every metric of every chip of the library on the default networks, on as many chips as they take and with arrays rewritten on one;
 * what each component costs by itself; and how often each rule finds something about a chip.
 */
export async function allValues(pim: Pim): Promise<Values> {
  const documents = pim.shared.workspace.LangiumDocuments;
  const chips = seenFrom(documents, undefined, isReadyChip).map(({ node }) => node);
  const workloads = seenFrom(documents, undefined, ast.isWorkload)
    .map(({ node }) => node)
    .filter(({ name }) => defaultWorkloads.includes(name));
  const components = documents.all
    .toArray()
    .flatMap(({ parseResult }) => (parseResult.value as ast.Document).declarations)
    .filter(ast.isComponent);
  return new Map([
    ...chipValues(pim, chips, workloads),
    ...(await costValues(components)),
    ...(await findingsAbout(chips.map(({ name }) => name))),
  ]);
}

type Entry = readonly [string, number];

function chipValues(pim: Pim, chips: readonly ast.Block[], workloads: readonly ast.Workload[]): Entry[] {
  const study = plainStudy(chips, workloads, pim.elaborations);
  if (!study) throw new Error('a chip or a network can no longer be made out');
  return study.chips.flatMap(({ name, chip }) =>
    study.workloads.flatMap(workload =>
      [{}, { capacity: 'reload' } as const].flatMap(placing => {
        const { metrics, reload } = evaluate(chip, workload, placing);
        const values: Readonly<Record<string, number>> = { ...reload, ...metrics };
        return Object.entries(values).map(
          ([key, value]): Entry => [
            `${name}.${key} on ${workload.name}${reload ? ', rewritten' : ''}`,
            value,
          ],
        );
      }),
    ),
  );
}

/** Of one of each, brought to another node than any of them is given for. */
async function costValues(components: readonly ast.Component[]): Promise<Entry[]> {
  const parts = components.flatMap(component => {
    const alone = elaborateAlone(component)?.component;
    if (!alone || alone.kind === 'cell') return [];
    const open = Object.keys(samples).filter(
      name =>
        alone.parameters[name] === undefined &&
        description.components.get(alone.kind)?.laws?.some(({ needs }) => needs.includes(name)),
    );
    const braces = open.map(name => `${name} ${samples[name]}`).join(', ');
    return [{ name: component.name, part: `1 × ${component.name}${braces ? ` { ${braces} }` : ''}` }];
  });
  const costs = await costsOfParts(
    parts.map(({ part }) => part),
    '',
    '45 nm',
  );
  return costs.flatMap((cost, index) =>
    Object.entries(cost)
      .filter((entry): entry is [string, number] => typeof entry[1] === 'number')
      .map(([key, value]): Entry => [`${parts[index]!.name}: ${key}`, value]),
  );
}

/** What a text says about a component that the library leaves open. */
const samples: Readonly<Record<string, string>> = {
  capacity: '4 KiB',
  width: '64 bit',
  length: '1 mm',
};

/** How often each rule speaks about chips that add nothing to those of the library, on the last of the default networks. */
async function findingsAbout(names: readonly string[]): Promise<Entry[]> {
  const text = [
    'import "pim:chips"',
    'import "pim:networks"',
    ...names.flatMap(name => [
      `chip Same${name} extends ${name} {}`,
      `evaluate Same${name} on ${defaultWorkloads.at(-1)}`,
    ]),
  ].join('\n');
  const codes = await withFiles(text, ([document]) => (document!.diagnostics ?? []).map(codeOf));
  return checks.map(({ code }) => [
    `findings of ${code}`,
    // One more, so that the first finding is a change that can be measured.
    1 + codes.filter(each => each === code).length,
  ]);
}

/** What changed most, or undefined where nothing did. */
export function largestEffect(before: Values, after: Values): Effect | undefined {
  const effects = [...before].flatMap(([what, value]): Effect[] => {
    const now = after.get(what);
    if (Object.is(now, value)) return [];
    const change = now === undefined ? Number.NaN : now / value - 1;
    return [{ what, change: Number.isFinite(change) ? change : Number.POSITIVE_INFINITY }];
  });
  return effects.sort((a, b) => Math.abs(b.change) - Math.abs(a.change))[0];
}
