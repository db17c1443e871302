import { Command } from 'commander';
import { loadDotEnv } from '../api/core/config.ts';
import { accountCommands } from './commands/accounts.ts';
import { dataCommands } from './commands/data.ts';
import { jobCommands } from './commands/jobs.ts';
import { signalCommands } from './commands/signals.ts';

/**
 * `npm run gatehouse -- <command>`. The result goes to standard output, what was done to standard error; a failure
 * exits non-zero with one sentence.
 */
const program = new Command('gatehouse').description(
  'Operates Gatehouse: the database, accounts, imports, audit, jobs.',
);

for (const command of [...dataCommands(), ...accountCommands(), ...signalCommands(), ...jobCommands()]) {
  program.addCommand(command);
}

try {
  loadDotEnv();
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`gatehouse: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
