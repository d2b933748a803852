import { Command, CommanderError, Option } from 'commander';
import { checkCommand } from './check-command.ts';
import { evaluateCommand, metricNamed } from './evaluate-command.ts';
import { explainCommand } from './explain-command.ts';
import { formatCommand } from './format-command.ts';
import { serve } from './language-server.ts';
import { version } from './product.ts';
import { schemaCommand } from './schema-command.ts';
import { UsageError } from './usage-error.ts';

/** Exit codes: 0 done, 1 the files have errors or an expectation fails, 2 the command was used wrongly. */
const usageExit = 2;
const internalExit = 70;

const program = new Command('pim')
  .description('Describe, check and evaluate RRAM processing-in-memory chips.')
  .version(version)
  .showHelpAfterError('(pim --help says more)')
  .exitOverride();

program
  .command('check')
  .description('report what is wrong with files; exit code 1 if there are errors')
  .argument('<file...>', 'files ending in .pim')
  .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
  .action(finish(checkCommand));

program
  .command('evaluate')
  .description('evaluate chips on networks: what a file asks for, or chips and networks by name')
  .argument('[file]', 'a file ending in .pim, or one of the library such as pim:studies/neural-pim')
  .option('--chip <name>', 'a chip of the file or the library; may be repeated', collect, [])
  .option('--workload <name>', 'a network of the file or the library; may be repeated', collect, [])
  .addOption(
    new Option('--format <format>', 'how to print the report').choices(['table', 'json', 'csv', 'html']),
  )
  .option(
    '--out <path>',
    'write the report there; its ending says how unless --format does; may be repeated',
    collect,
    [],
  )
  .addOption(
    new Option(
      '--sensitivity [metric]',
      'how much a metric, such as energyEfficiency, depends on each number of the text; may be repeated',
    )
      .preset('energyEfficiency')
      .argParser(metricNamed),
  )
  .action(finish(evaluateCommand));

program
  .command('format')
  .description('bring files into the standard form')
  .argument('<file...>', 'files ending in .pim, or - for standard input')
  .option('--check', 'change nothing; exit code 1 if a file is not in the standard form')
  .action(finish(formatCommand));

program
  .command('lsp')
  .description('serve an editor with the language server protocol')
  .option('--stdio', 'over standard input and output')
  // Read by the protocol library itself; named here so that they are no wrong usage.
  .addOption(new Option('--node-ipc').hideHelp())
  .addOption(new Option('--clientProcessId <id>').hideHelp())
  .action(({ stdio, nodeIpc }: { stdio?: boolean; nodeIpc?: boolean }) => {
    if (!stdio && !nodeIpc) throw new UsageError('say how to talk: `pim lsp --stdio`');
    serve();
  });

program
  .command('schema')
  .description('print the JSON Schema of a format')
  .argument('<format>', '`report`, or `config` for pim.json')
  .action(finish(schemaCommand));

program
  .command('explain')
  .description('say what a rule is for, with an example and what mends it')
  .argument('<code>', 'the code behind a message, such as network-exceeds-chip')
  .action(finish(explainCommand));

void main();

async function main(): Promise<void> {
  try {
    await program.parseAsync();
  } catch (error) {
    if (error instanceof UsageError) process.stderr.write(`pim: ${error.message}\n`);
    else if (!(error instanceof CommanderError)) return fail(error);
    // Asking for help or the version ends in an error of its own kind, with exit code 0.
    process.exitCode = error instanceof CommanderError && error.exitCode === 0 ? 0 : usageExit;
  }
}

/** Text nested beyond any stack, or a mistake of ours: one line, and an exit code of its own; the stack only for those who ask with PIM_DEBUG. */
function fail(error: unknown): void {
  const detail = process.env['PIM_DEBUG'] && error instanceof Error ? error.stack : String(error);
  const what =
    error instanceof RangeError ? 'the text is nested too deeply' : 'this should not have happened';
  process.stderr.write(`pim: ${what}: ${detail}\n`);
  process.exitCode = internalExit;
}

/** Runs a command and takes its answer as exit code. */
function finish<A extends unknown[]>(command: (...args: A) => Promise<number> | number) {
  return async (...args: A): Promise<void> => {
    process.exitCode = await command(...args);
  };
}

function collect(value: string, before: readonly string[]): string[] {
  return [...before, value];
}
