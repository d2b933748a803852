import process from 'node:process';
import Mocha from 'mocha';
import { writeResult } from '../../scripts/results.mjs';

/** Mocha's usual report, and the counts in a file for the test command. */
export default class CountingReporter extends Mocha.reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once(Mocha.Runner.constants.EVENT_RUN_END, () => {
      const { passes, failures } = runner.stats;
      writeResult(process.env.PIM_RESULTS, { passed: passes, failed: failures });
    });
  }
}
