/**
 * Which numbers of the library would be missed: npm run mutate [words of a place, such as `components`].
 *
 * Each number that is written out is doubled and halved in memory, one at a time. The tests of `test/published` that read it are
 * run, those that take the shortest first, until one fails. What no test notices is listed in `out/mutation.md` with what it
 * changes most: a claim of a study, else any metric of a chip, the cost of a component or what the rules find. A number that
 * changes nothing is a fault: nobody would see that it is wrong.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pim } from '../../language/module.ts';
import { testPim } from '../support/pim.ts';
import { allValues, claimValues, type Effect, largestEffect, type Values } from './effects.ts';
import { type LibraryNumber, numbersIn } from './numbers.ts';
import { publishedTests, type PublishedTest } from './published.ts';
import { type Finding, type Mutant, mutationReport, summaryOf } from './findings.ts';
import { progressLine } from './progress.ts';

const [asked = ''] = process.argv.slice(2);
const file = join(import.meta.dirname, '..', '..', 'out', 'mutation.md');
const started = performance.now();
const pim = await testPim();
const numbers = numbersIn(pim.shared.workspace.LangiumDocuments.all.toArray());
const tests = await readersOf(await publishedTests());
const unchanged = await valuesOf(pim);
const chosen = numbers.filter(({ place }) => place.includes(asked));
const progress = progressLine(process.stderr);
const findings: Finding[] = [];
for (const [index, number] of chosen.entries()) {
  progress.show(index, chosen.length, number.place);
  findings.push({ ...number, mutants: await mutantsOf(number) });
}
progress.clear();
mkdirSync(join(file, '..'), { recursive: true });
writeFileSync(file, mutationReport(findings));
console.log(
  `${summaryOf(findings)}\n${((performance.now() - started) / 1000).toFixed(0)} s, wrote out/mutation.md`,
);

interface Reader extends PublishedTest {
  readonly reads: ReadonlySet<LibraryNumber>;
  readonly ms: number;
}

/** Tests with what they read, those that take the shortest first. */
async function readersOf(all: readonly PublishedTest[]): Promise<Reader[]> {
  const readers: Reader[] = [];
  for (const test of all) {
    // Once to have its code compiled, so that the second run says how long it takes.
    await test.run();
    pim.elaborations.forget();
    const reads = new Set<LibraryNumber>();
    for (const number of numbers) number.onRead = () => reads.add(number);
    const before = performance.now();
    await test.run();
    readers.push({ ...test, reads, ms: performance.now() - before });
  }
  for (const number of numbers) number.onRead = () => {};
  return readers.sort((a, b) => a.ms - b.ms);
}

async function mutantsOf(number: LibraryNumber): Promise<Mutant[]> {
  const doubled = 2 * number.value;
  const halved = number.whole ? Math.round(number.value / 2) : number.value / 2;
  const mutants: Mutant[] = [];
  for (const value of new Set([doubled, halved])) {
    if (value === number.value) continue;
    number.set(value);
    pim.elaborations.forget();
    mutants.push({ value, ...(await noticed(number)) });
    number.set(number.value);
  }
  pim.elaborations.forget();
  return mutants;
}

async function noticed(number: LibraryNumber): Promise<Omit<Mutant, 'value'>> {
  for (const { title, reads, run } of tests) {
    if (!reads.has(number)) continue;
    try {
      await run();
    } catch {
      return { by: title };
    }
  }
  const effect = await effectNow();
  return effect ? { effect } : {};
}

interface AllValues {
  readonly claims: Values;
  readonly others: Values;
}

async function valuesOf(of: Pim): Promise<AllValues> {
  return { claims: await claimValues(), others: await allValues(of) };
}

/** What the change in force does to a claim, else to anything; a chip or a network that breaks is changed beyond measure. */
async function effectNow(): Promise<Effect | undefined> {
  try {
    return (
      largestEffect(unchanged.claims, await claimValues()) ??
      largestEffect(unchanged.others, await allValues(pim))
    );
  } catch (error) {
    return { what: error instanceof Error ? error.message : String(error), change: Number.POSITIVE_INFINITY };
  }
}
