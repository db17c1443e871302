import { randomBytes } from 'node:crypto';
import { Command } from 'commander';
import { createMarketplace } from './marketplace/marketplace.ts';
import { type PushedEvent, startReceiver } from './marketplace/receiver.ts';
import { createStatusLine } from './marketplace/status-line.ts';

/**
 * A marketplace of invented people against any Gatehouse: what `npm run demo` runs inside, for a server of your own.
 * Point that server's MARKETPLACE_WEBHOOK_URL at the address it prints.
 */
interface Options {
  url: string;
  key?: string;
  secret?: string;
  port: string;
  every: string;
}

async function simulate(options: Options): Promise<void> {
  if (options.key === undefined) throw new Error('Give an API key: --key ghk_… or GATEHOUSE_API_KEY.');
  const secret = options.secret ?? `whsec_${randomBytes(32).toString('base64')}`;
  const hear = (event: PushedEvent) => marketplace.hear(event);
  const receiver = await startReceiver({ secret, port: Number(options.port), onEvent: hear });
  const marketplace = createMarketplace({
    url: options.url,
    key: options.key,
    everyMs: Number(options.every) * 1000,
    onChange: () => status.changed(),
  });
  const status = createStatusLine(marketplace.tally);
  process.stdout.write(
    `Webhooks are received here. Gatehouse needs:\n  MARKETPLACE_WEBHOOK_URL=${receiver.url}\n` +
      (options.secret === undefined ? `  MARKETPLACE_WEBHOOK_SECRET=${secret}\n` : ''),
  );
  marketplace.start();
  await new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
  await marketplace.stop();
  await receiver.close();
  status.end();
}

try {
  await new Command('simulate-marketplace')
    .description('Sends invented messages to a Gatehouse, and receives its webhooks.')
    .option('--url <url>', 'the Gatehouse', process.env.GATEHOUSE_URL ?? 'http://127.0.0.1:8080')
    .option('--key <key>', 'an API key (GATEHOUSE_API_KEY)', process.env.GATEHOUSE_API_KEY)
    .option(
      '--secret <secret>',
      'whsec_…, as Gatehouse has it (MARKETPLACE_WEBHOOK_SECRET); made up where missing',
      process.env.MARKETPLACE_WEBHOOK_SECRET,
    )
    .option('--port <port>', 'where webhooks are received; 0: any', '0')
    .option('--every <seconds>', 'between two messages, on average', '4')
    .action(simulate)
    .parseAsync();
} catch (error) {
  process.stderr.write(`simulate-marketplace: ${(error as Error).message}\n`);
  process.exitCode = 1;
}
