import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { testDatabases } from '../testing/databases.ts';
import { type FaultRun, type Kept, keepRunning, startFaultRun, untilMore } from '../testing/fault-run.ts';
import { endAll, type Running, startApi, startWorker } from '../testing/processes.ts';
import { REDIS_URL } from '../testing/services.ts';

const KILLS = 20;
const CASES = 400;
const MODERATORS = 4;
/** A kill comes after so much more of the work has happened, or after this time. */
const WORK = 8;
const WORK_MS = 4_000;

/** Kills a process over and over while the work goes on: each time in the middle of something. */
async function killOften<R extends Running>(kept: Kept<R>, work: () => number): Promise<void> {
  for (let kill = 0; kill < KILLS; kill++) {
    await untilMore(work, WORK, WORK_MS);
    await sleep(Math.random() * 20);
    await kept.killAndRestart();
  }
}

const triesAt = ({ receiver }: FaultRun) => Object.values(receiver.met).reduce((sum, met) => sum + met, 0);

function expectNothingLost(run: FaultRun, result: Awaited<ReturnType<FaultRun['settle']>>): void {
  expect(run.ledger.unexpected).toEqual([]);
  expect(result.mismatches).toEqual([]);
  expect(result.decisions).toBe(CASES);
  expect(result.received).toBe(result.events);
  // the trouble was real
  expect(run.ledger.unanswered).toBeGreaterThan(KILLS);
  expect(run.ledger.undone.size).toBeGreaterThan(0);
  const { fail, hang, redirect } = run.receiver.met;
  expect(Math.min(fail, hang, redirect)).toBeGreaterThan(0);
}

describe('killed again and again', () => {
  let run: FaultRun | undefined;
  afterEach(async () => {
    await endAll();
    await run?.close();
    run = undefined;
  });

  const { postgres, redis } = inject('run');
  for (const { name, open } of testDatabases()) {
    if (name === 'sqlite') {
      it('one process on SQLite, killed 20 times while people decide and webhooks leave, loses and doubles nothing', async () => {
        run = await startFaultRun({ database: await open(), cases: CASES, moderators: MODERATORS });
        const { launch, ledger } = run;
        const started = run;
        const api = await keepRunning(() => startApi(launch));
        const receiver = run.misbehave();
        const deciding = run.decideAll(() => api.current().url, { undoEvery: 10, pauseMs: 10 });
        await killOften(api, () => ledger.answered.size + triesAt(started));
        await deciding;
        await receiver.stop();
        expectNothingLost(run, await run.settle(api.current().url));
      }, 300_000);
      continue;
    }
    it.skipIf(!postgres || !redis)(
      'API and worker on PostgreSQL and Redis, each killed 20 times, lose and double nothing',
      async () => {
        const redisUrl = REDIS_URL;
        run = await startFaultRun({ database: await open(), cases: CASES, moderators: MODERATORS, redisUrl });
        const { launch, ledger } = run;
        const started = run;
        const api = await keepRunning(() => startApi(launch));
        const worker = await keepRunning(() => startWorker(launch));
        const receiver = run.misbehave();
        const deciding = run.decideAll(() => api.current().url, { undoEvery: 10, pauseMs: 10 });
        await Promise.all([
          killOften(api, () => ledger.answered.size),
          killOften(worker, () => triesAt(started)),
        ]);
        await deciding;
        await receiver.stop();
        expectNothingLost(run, await run.settle(api.current().url));
      },
      300_000,
    );
  }
});
