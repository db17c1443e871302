import { createReadStream } from 'node:fs';
import { Command, Option } from 'commander';
import { verifyAudit } from '../../api/audit/verify.ts';
import { migrate } from '../../api/db/migrate.ts';
import { seedDemo } from '../../seeds/demo.ts';
import { operator, print, requireFile, say, withContainer, withDatabase } from './context.ts';

const RESOURCES = ['members', 'services', 'orders', 'reviews', 'messages'];

async function runImport(file: string, options: { resource: string }): Promise<void> {
  await requireFile(file);
  const counts = await withContainer(({ imports }) =>
    imports.run(options.resource, createReadStream(file), operator, (refusal) =>
      say(JSON.stringify(refusal)),
    ),
  );
  print(JSON.stringify(counts));
  if (counts.stopped !== undefined)
    throw new Error(`The import stopped at line ${counts.stopped.line}: ${counts.stopped.detail}`);
}

async function verify(): Promise<void> {
  const report = await withDatabase(verifyAudit);
  for (const { stream, seq, problem } of report.problems) say(`${stream} #${seq}: ${problem}`);
  print(JSON.stringify(report));
  if (!report.ok)
    throw new Error(`The audit log is not as it was written: ${report.problems.length} places.`);
}

/** Commands about what is stored. */
export function dataCommands(): Command[] {
  return [
    new Command('migrate').description('Brings the database to the current shape.').action(async () => {
      const applied = await withDatabase(migrate);
      say(applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.length} migrations.`);
      print(JSON.stringify({ applied }));
    }),
    new Command('seed')
      .description('Fills an empty database with demo staff, members and held messages.')
      .action(async () => {
        print(JSON.stringify(await withContainer(seedDemo)));
      }),
    new Command('import')
      .description('Imports newline-delimited JSON. Running it again changes nothing that is there.')
      .addOption(
        new Option('--resource <name>', 'what the lines are').choices(RESOURCES).makeOptionMandatory(),
      )
      .argument('<file>', 'one JSON object per line')
      .action(runImport),
    new Command('audit')
      .description('The event log.')
      .addCommand(
        new Command('verify')
          .description('Recomputes every hash; names what is not as it was written.')
          .action(verify),
      ),
  ];
}
