import { join, relative } from 'node:path';
import { Command } from 'commander';
import { readConfig } from '../api/core/config.ts';
import { buildConsole } from './console/build.ts';
import { whoListens } from './demo/port.ts';
import { type Door, startGatehouse, takePort } from './demo/server.ts';
import { claimHome, type DemoHome, leaveHome, openHome } from './demo/state.ts';
import { welcome } from './demo/welcome.ts';
import { createMarketplace } from './marketplace/marketplace.ts';
import { type PushedEvent, startReceiver } from './marketplace/receiver.ts';
import { createStatusLine } from './marketplace/status-line.ts';

/**
 * `npm run demo`: everything in one process, on an embedded database under var/demo/ (its tests have a folder of their
 * own, by GATEHOUSE_DEMO_DIR).
 */
const dir = process.env.GATEHOUSE_DEMO_DIR ?? join(import.meta.dirname, '..', 'var', 'demo');

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

class Unusable extends Error {}

/** Only the settings that make sense for a demo; DATABASE_URL and REDIS_URL of the surroundings do not. */
function configOf(home: DemoHome, webhookUrl: string) {
  const { PORT, HOST, UNDO_WINDOW_SECONDS, MARKETPLACE_TIME_ZONE, LOG_LEVEL = 'warn' } = process.env;
  return readConfig({
    PORT,
    HOST,
    UNDO_WINDOW_SECONDS,
    MARKETPLACE_TIME_ZONE,
    LOG_LEVEL,
    DATABASE_URL: home.databaseUrl,
    FILES_DIR: join(home.dir, 'files'),
    MARKETPLACE_WEBHOOK_URL: webhookUrl,
    MARKETPLACE_WEBHOOK_SECRET: home.state.webhookSecret,
  });
}

async function takeDoor(): Promise<Door> {
  const { host, port } = readConfig({ PORT: process.env.PORT, HOST: process.env.HOST });
  try {
    return await takePort(host, port);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') {
      const who = whoListens(port);
      throw new Unusable(
        `Port ${port} is taken${who === undefined ? ' by another program' : ` by ${who}`}.\n` +
          `Stop that program, or choose another port:  PORT=${port + 1} npm run demo`,
      );
    }
    if (code === 'EACCES') {
      throw new Unusable(
        `Port ${port} may not be used by this account. Choose one above 1023:  PORT=8080 npm run demo`,
      );
    }
    throw new Unusable(
      `Cannot listen on ${host}:${port}: ${(error as Error).message}. HOST and PORT say where.`,
    );
  }
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
    // the bootstrap was killed: nobody is left who could stop this
    process.on('disconnect', () => resolve());
    process.channel?.unref();
  });
}

async function demo({ reset = false }: { reset?: boolean }): Promise<void> {
  const stopped = stopSignal();
  const other = claimHome(dir);
  if (other !== undefined) {
    throw new Unusable(
      `The demo is running already (process ${other}). Stop it with Ctrl-C there, or: kill ${other}`,
    );
  }
  const door = await takeDoor().catch((error: unknown) => {
    leaveHome(dir);
    throw error;
  });
  if (reset) say(`Starting over: ${relative(process.cwd(), dir) || dir} is emptied.`);
  const home = openHome(dir, reset);
  claimHome(dir);
  // what was told while nobody listened comes at once, before there is a marketplace to hear it
  const early: PushedEvent[] = [];
  let hear = (event: PushedEvent): void => void early.push(event);
  const receiver = await startReceiver({
    secret: home.state.webhookSecret,
    port: home.state.receiverPort ?? 0,
    onEvent: (event) => hear(event),
  });
  await buildConsole(say);
  say('Starting Gatehouse.');
  home.save({ receiverPort: Number(new URL(receiver.url).port) });
  const { container, app, apiKey } = await startGatehouse(configOf(home, receiver.url), home, say);
  door.open(app);
  say(welcome(door.url));

  const marketplace = createMarketplace({
    url: door.url,
    key: apiKey,
    everyMs: 4000,
    onChange: () => status.changed(),
  });
  const status = createStatusLine(marketplace.tally);
  hear = marketplace.hear;
  early.forEach(hear);
  marketplace.start();

  await stopped;
  status.end();
  say('Stopping.');
  // what is in hand is finished, but nobody waits for ever
  setTimeout(() => process.exit(1), 15_000).unref();
  await marketplace.stop();
  container.live.closeAll();
  await door.close();
  await container.close();
  await receiver.close();
  leaveHome(dir);
  say('Stopped. `npm run demo` goes on from here.');
}

try {
  await new Command('demo')
    .description('Gatehouse with a simulated marketplace, on this machine alone.')
    .option('--reset', 'start over: delete the data of earlier starts')
    .action(demo)
    .parseAsync();
  process.exit(0);
} catch (error) {
  process.stderr.write(`\n${error instanceof Unusable ? error.message : (error as Error).stack}\n`);
  process.exit(1);
}
