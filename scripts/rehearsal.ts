import { Command, InvalidArgumentError } from 'commander';
import { loadDotEnv } from '../api/core/config.ts';
import { endAll } from '../api/testing/processes.ts';
import { rehearse } from './rehearsal/rehearse.ts';
import { summaryOf } from './rehearsal/summary.ts';

/**
 * `node scripts/rehearsal.ts --members <file> --messages <file>`: the whole way with real input, on the database (and
 * Redis) of the settings. The table goes to standard output; anything that does not agree makes it exit non-zero.
 */
function positive(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('a whole number, 1 or more');
  return number;
}

interface Options {
  members: string;
  messages: string;
  cases: number;
  moderators: number;
}

const program = new Command('rehearsal')
  .description(
    'Imports members and messages twice, has moderators decide cases at once over HTTP, receives the webhooks, and ' +
      'compares decisions, feed and receiver. Needs a database of its own (DATABASE_URL).',
  )
  .requiredOption('--members <ndjson>', 'members, one per line')
  .requiredOption('--messages <ndjson>', 'their messages, one per line')
  .option('--cases <number>', 'how many to decide', positive, 1000)
  .option('--moderators <number>', 'how many decide at once', positive, 8)
  .action(async (options: Options) => {
    const env = Object.fromEntries(
      Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    );
    const say = (line: string) => void process.stderr.write(`${line}\n`);
    const rehearsal = await rehearse({ ...options, launch: { env, cwd: process.cwd() }, say });
    process.stdout.write(`${summaryOf(rehearsal)}\n`);
    if (rehearsal.mismatches.length > 0) process.exitCode = 1;
  });

try {
  loadDotEnv();
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`rehearsal: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await endAll();
}
