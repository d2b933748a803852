import { format } from 'node:util';
import * as mochaModule from 'mocha';
import { activationTests } from './activation.ts';
import { languageTests } from './language.ts';
import { navigationTests } from './navigation.ts';

// What `require` gives for this ES module differs between versions of Node, but it always has this name.
const { Mocha } = mochaModule as unknown as { Mocha: typeof mochaModule.default };

/** VS Code calls this in the extension host, once its window is ready. */
export function run(): Promise<void> {
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: 20_000,
    reporter: 'spec',
    color: false,
    forbidPending: true,
  });
  Mocha.reporters.Base.consoleLog = tell;
  mocha.suite.emit('pre-require', globalThis, 'inline', mocha);
  activationTests();
  languageTests();
  navigationTests();
  return new Promise((resolve, reject) => {
    const runner = mocha.run(failures => {
      tell(`counts ${runner.stats?.passes ?? 0} ${failures}`);
      if (failures > 0) reject(new Error(`${failures} failed`));
      else resolve();
    });
  });
}

/** The mark tells these lines from the log of the workbench, which goes the same way. */
function tell(...values: unknown[]): void {
  for (const line of format(...values).split('\n')) console.log(`mocha| ${line}`);
}
