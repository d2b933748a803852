import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';

/** A test of what was published, as a function that throws where the library no longer says it. */
export interface PublishedTest {
  readonly title: string;
  readonly run: () => Promise<void>;
}

/** Every test in `test/published`, without a runner around it. */
export async function publishedTests(): Promise<PublishedTest[]> {
  const folder = join(import.meta.dirname, '..', 'published');
  const mocha = new Mocha();
  for (const file of readdirSync(folder).sort()) mocha.addFile(join(folder, file));
  await mocha.loadFilesAsync();
  return testsIn(mocha.suite);
}

const testsIn = ({ tests, suites }: Mocha.Suite): PublishedTest[] => [
  ...tests.map(test => ({ title: test.fullTitle(), run: () => run(test) })),
  ...suites.flatMap(testsIn),
];

async function run({ fn, title }: Mocha.Test): Promise<void> {
  if (!fn) throw new Error(`"${title}" has nothing to run`);
  await (fn as (this: unknown) => unknown).call({});
}
