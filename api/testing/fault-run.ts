import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../db/database.ts';
import { isUnavailable } from '../db/dialect.ts';
import { emptyLedger, type Ledger, moderate } from './moderator.ts';
import { importHeldMessages, prepare, type Prepared } from './prepare.ts';
import type { Environment, LaunchOptions, Running } from './processes.ts';
import { type Manner, type Receiver, startReceiver } from './receiver.ts';
import { redisPlace } from './redis-server.ts';
import { readFeed, reconcile, type Reconciliation, unsettled } from './reconcile.ts';

const SETTLE_MS = 60_000;
const RECEIVER_DELAY_MS = 15;
/** How a receiver misbehaves: each phase lasts at least so long, and until it has met so many webhooks. */
const PHASES: readonly Manner[] = ['fail', 'accept', 'hang', 'accept', 'redirect', 'accept'];
const PHASE_MS = 300;
const PHASE_WEBHOOKS = 4;

/** A process that is started anew whenever a test ends it. */
export interface Kept<R extends Running> {
  current(): R;
  /** `SIGKILL`, as a power cut would; then the next one. */
  killAndRestart(): Promise<void>;
}

/** The test's own connections are cut like the others: it asks again, as the product's clients do. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (!isUnavailable(error) || tries >= 20) throw error;
      await sleep(50);
    }
  }
}

/** Starts a process and keeps a successor coming. */
export async function keepRunning<R extends Running>(start: () => Promise<R>): Promise<Kept<R>> {
  let running = await start();
  return {
    current: () => running,
    async killAndRestart() {
      await running.end('SIGKILL');
      running = await start();
    },
  };
}

/** Waits until `count()` has grown by `growth`, or `ms` have passed: a kill should hit work in progress. */
export async function untilMore(count: () => number, growth: number, ms: number): Promise<void> {
  const goal = count() + growth;
  const until = performance.now() + ms;
  while (count() < goal && performance.now() < until) await sleep(2);
}

/** One run of decisions under trouble: a database with held messages, people, a receiver, and what they saw. */
export interface FaultRun {
  launch: LaunchOptions;
  receiver: Receiver;
  prepared: Prepared;
  ledger: Ledger;
  /** All moderators at once, until no case is left. */
  decideAll(url: () => string, options?: { undoEvery?: number; pauseMs?: number }): Promise<void>;
  /** Lets the receiver misbehave in phases until `stop` is called; then it takes everything. */
  misbehave(): { stop: () => Promise<void> };
  /** Waits until everything has left, then compares everything with everything. */
  settle(url: string): Promise<Reconciliation>;
  close(): Promise<void>;
}

export interface FaultRunOptions {
  database: Database & { url: string };
  cases: number;
  moderators: number;
  env?: Environment;
  /** A Redis for the jobs; undefined: in the process. */
  redisUrl?: string | undefined;
}

export async function startFaultRun({
  database,
  cases,
  moderators,
  env = {},
  redisUrl,
}: FaultRunOptions): Promise<FaultRun> {
  const dir = await mkdtemp(join(tmpdir(), 'gatehouse-fault-'));
  const receiver = await startReceiver(RECEIVER_DELAY_MS);
  const staff = Array.from({ length: moderators }, (_, i) => ({
    name: `Moderator ${i + 1}`,
    role: 'moderator' as const,
  }));
  const prepared = await prepare({ databaseUrl: database.url, staff });
  await importHeldMessages(database.url, cases);
  const ledger = emptyLedger();
  let closed = false;
  const redis = redisUrl === undefined ? undefined : redisPlace(redisUrl);

  /**
   * The pauses of the retry table are 5 s, 5 min, and more: what waits for its next try is made due now. Only that;
   * what a killed process held stays locked until its lease ends by itself.
   */
  async function fastForward(): Promise<void> {
    // in a transaction, because that is tried again where it meets a sender's (deadlock)
    await database.transaction((trx) =>
      trx('webhook_deliveries').where({ status: 'pending' }).update({ next_attempt_at: 0 }),
    );
  }

  return {
    launch: {
      cwd: dir,
      env: {
        DATABASE_URL: database.url,
        MARKETPLACE_WEBHOOK_URL: receiver.url,
        MARKETPLACE_WEBHOOK_SECRET: receiver.secret,
        WEBHOOK_TIMEOUT_SECONDS: '1',
        UNDO_WINDOW_SECONDS: '1',
        ...redis?.env,
        ...env,
      },
    },
    receiver,
    prepared,
    ledger,

    async decideAll(url, options = {}) {
      await Promise.all(
        prepared.staff.map((person) => moderate({ url, person, ledger, goOn: () => !closed, ...options })),
      );
    },

    misbehave() {
      let stopped = false;
      const turn = async () => {
        for (let i = 0; !stopped; i++) {
          const manner = PHASES[i % PHASES.length] as Manner;
          receiver.answer(manner);
          const goal = receiver.met[manner] + PHASE_WEBHOOKS;
          const begun = performance.now();
          while (!stopped && (receiver.met[manner] < goal || performance.now() < begun + PHASE_MS))
            await sleep(10);
        }
        receiver.answer('accept');
      };
      const turning = turn();
      return {
        async stop() {
          stopped = true;
          await turning;
        },
      };
    },

    async settle(url) {
      const until = performance.now() + SETTLE_MS;
      const left = () => patiently(() => unsettled(database));
      // what is still left in the end is told as mismatches
      while ((await left()) > 0 && performance.now() < until) {
        await patiently(fastForward);
        await sleep(250);
      }
      return reconcile({
        database,
        feed: await readFeed(url, prepared.apiKey),
        answered: ledger.answered.values(),
        undone: ledger.undone,
        receiver,
      });
    },

    async close() {
      closed = true;
      await receiver.close();
      await database.close();
      await redis?.clear();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
