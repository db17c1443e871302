import { setTimeout as sleep } from 'node:timers/promises';
import { readConfig } from '../../api/core/config.ts';
import { type Database, openDatabase } from '../../api/db/database.ts';
import { emptyLedger, moderate } from '../../api/testing/moderator.ts';
import { dismiss, prepare } from '../../api/testing/prepare.ts';
import { type LaunchOptions, runGatehouse, startApi, startWorker } from '../../api/testing/processes.ts';
import { startReceiver } from '../../api/testing/receiver.ts';
import { readFeed, reconcile, type Reconciliation, unsettled } from '../../api/testing/reconcile.ts';
import { importMismatches, type ImportedTwice, importTwice } from './imports.ts';

const SETTLE_MS = 120_000;

export interface RehearsalOptions {
  /** Paths of newline-delimited JSON. */
  members: string;
  messages: string;
  cases: number;
  moderators: number;
  /** The settings of the processes: the database, and Redis where there is one. */
  launch: LaunchOptions;
  /** Told what happens, in a line. */
  say?: (line: string) => void;
}

export interface Rehearsal extends Reconciliation {
  database: string;
  jobs: string;
  imports: ImportedTwice[];
  asked: { cases: number; moderators: number };
  decided: { release: number; reject: number };
  /** From the first sign-in to the last decision, and from there to the last webhook, ms. */
  took: { deciding: number; leaving: number };
}

/** @throws Error where webhooks of somebody else would be sent to the rehearsal's receiver */
async function requireNoMarketplace(database: Database): Promise<void> {
  const endpoints = await database.select<{ url: string }>('select url from webhook_endpoints', []);
  for (const { url } of endpoints) {
    if (new URL(url).hostname !== '127.0.0.1') {
      throw new Error('This database serves a marketplace. Rehearse on a database of its own.');
    }
  }
}

async function eventsSoFar(database: Database): Promise<number> {
  const [head] = await database.select<{ seq: number }>('select seq from feed_head', []);
  return head?.seq ?? 0;
}

/**
 * The whole way once, with real processes: imports twice, then so many moderators at once decide so many cases over
 * HTTP, and a receiver with the published package takes the webhooks. Then everything is compared with everything.
 * The people and the key that it makes are let in no more afterwards.
 */
export async function rehearse(options: RehearsalOptions): Promise<Rehearsal> {
  const { cases, moderators, launch, say = () => {} } = options;
  const config = readConfig(launch.env);
  const migrated = await runGatehouse(['migrate'], launch);
  if (migrated.exit.code !== 0) throw new Error(`Migrating failed:\n${migrated.stderr}`);
  const database = openDatabase(config);
  try {
    await requireNoMarketplace(database);
    const imports: ImportedTwice[] = [];
    for (const resource of ['members', 'messages'] as const) {
      say(`importing ${resource}, twice`);
      imports.push(await importTwice(resource, options[resource], launch));
    }
    const result = await decideAndCompare(options, database, say);
    const mismatches = [...imports.flatMap(importMismatches), ...result.mismatches];
    const decided = result.decided.release + result.decided.reject;
    if (decided !== cases) mismatches.push(`${decided} cases were decided, not ${cases}`);
    return {
      ...result,
      mismatches,
      imports,
      database: database.dialect,
      jobs: config.redisUrl === undefined ? 'in process' : 'redis',
      asked: { cases, moderators },
    };
  } finally {
    await database.close();
  }
}

type Decided = Omit<Rehearsal, 'database' | 'jobs' | 'imports' | 'asked'>;

async function decideAndCompare(
  { cases, moderators, launch }: RehearsalOptions,
  database: Database,
  say: (line: string) => void,
): Promise<Decided> {
  const databaseUrl = readConfig(launch.env).databaseUrl;
  const since = { at: Date.now(), events: await eventsSoFar(database) };
  const staff = Array.from({ length: moderators }, (_, i) => ({
    name: `Rehearsal ${i + 1}`,
    role: 'moderator' as const,
  }));
  const receiver = await startReceiver();
  const prepared = await prepare({ databaseUrl, staff });
  const env = {
    UNDO_WINDOW_SECONDS: '1',
    ...launch.env,
    MARKETPLACE_WEBHOOK_URL: receiver.url,
    MARKETPLACE_WEBHOOK_SECRET: receiver.secret,
  };
  const running = [];
  try {
    const api = await startApi({ ...launch, env });
    running.push(api);
    if (launch.env.REDIS_URL) running.push(await startWorker({ ...launch, env }));

    say(`${moderators} moderators decide ${cases} cases`);
    const ledger = emptyLedger();
    let left = cases;
    const goOn = () => left-- > 0;
    const begun = performance.now();
    await Promise.all(prepared.staff.map((person) => moderate({ url: () => api.url, person, ledger, goOn })));
    const decided = performance.now();
    say('waiting until everything has left');
    while ((await unsettled(database)) > 0 && performance.now() < decided + SETTLE_MS) await sleep(100);
    const settled = performance.now();

    const feed = await readFeed(api.url, prepared.apiKey);
    const answered = [...ledger.answered.values()];
    const compared = await reconcile({
      ...{ database, feed, answered, undone: ledger.undone, receiver, since },
    });
    const conflicts = [...ledger.conflicts].map(([code, n]) => `${n} answers of 409 ${code}`);
    const lost = ledger.unanswered > 0 ? [`${ledger.unanswered} calls had no answer`] : [];
    return {
      ...compared,
      mismatches: [...ledger.unexpected, ...conflicts, ...lost, ...compared.mismatches],
      decided: {
        release: answered.filter(({ outcome }) => outcome === 'release').length,
        reject: answered.filter(({ outcome }) => outcome === 'reject').length,
      },
      took: { deciding: decided - begun, leaving: settled - decided },
    };
  } finally {
    await Promise.all(running.map((process) => process.end('SIGTERM')));
    await receiver.close();
    await dismiss(databaseUrl, prepared);
  }
}
