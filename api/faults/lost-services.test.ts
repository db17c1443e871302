import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { testDatabases } from '../testing/databases.ts';
import { type FaultRun, startFaultRun, untilMore } from '../testing/fault-run.ts';
import { endAll, logOf, type Running, startApi, startWorker } from '../testing/processes.ts';
import { hasRedisServer, ownRedis } from '../testing/redis-server.ts';
import { pgServer } from '../testing/services.ts';

const CASES = 400;
const CUTS = 12;
const REDIS_KILLS = 3;

const required = process.env.GATEHOUSE_REQUIRE_SERVICES === '1';
const canRun = inject('run').postgres && hasRedisServer();
if (!canRun) {
  process.stderr.write(
    '\n*** NOT TESTED HERE: Redis and PostgreSQL lost mid-run (needs redis-server and PostgreSQL) ***\n\n',
  );
}

/** Ends every connection to a database, whoever has it: what a failover or an administrator does. */
async function cutConnections(databaseUrl: string): Promise<void> {
  const server = pgServer();
  const name = new URL(databaseUrl).pathname.slice(1);
  await server.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
  await server.end();
}

async function stillRunning(running: Running): Promise<boolean> {
  return Promise.race([running.exited.then(() => false), sleep(0).then(() => true)]);
}

describe.each(testDatabases().filter(({ name }) => name === 'postgres'))(
  'services lost on $name',
  ({ open }) => {
    let run: FaultRun | undefined;
    let dir: string | undefined;
    afterEach(async () => {
      await endAll();
      await run?.close();
      if (dir !== undefined) await rm(dir, { recursive: true, force: true });
      run = undefined;
      dir = undefined;
    });

    it.skipIf(!canRun)(
      'Redis killed and restarted, connections cut, the receiver failing: the same processes go on, nothing is lost or doubled',
      async () => {
        dir = await mkdtemp(join(tmpdir(), 'gatehouse-redis-'));
        const redis = await ownRedis(dir);
        await redis.start();
        const database = await open();
        run = await startFaultRun({
          database,
          cases: CASES,
          moderators: 4,
          redisUrl: redis.url,
        });
        const { launch, ledger, receiver } = run;
        const [api, worker] = await Promise.all([startApi(launch), startWorker(launch)]);
        const misbehaving = run.misbehave();
        let decided = false;
        const deciding = run
          .decideAll(() => api.url, { undoEvery: 10, pauseMs: 40 })
          .finally(() => {
            decided = true;
          });
        const cutting = (async () => {
          for (let cut = 0; cut < CUTS; cut++) {
            await untilMore(() => ledger.answered.size, 10, 2_000);
            await cutConnections(database.url);
          }
        })();
        const restarting = (async () => {
          for (let kill = 0; kill < REDIS_KILLS; kill++) {
            await untilMore(() => ledger.answered.size, 20, 2_000);
            await redis.kill();
            // while Redis is away people go on deciding
            const before = ledger.answered.size;
            await untilMore(() => ledger.answered.size, 5, 5_000);
            if (!decided) expect(ledger.answered.size).toBeGreaterThan(before);
            await redis.start();
          }
        })();
        await Promise.all([cutting, restarting, deciding]);
        await misbehaving.stop();
        const result = await run.settle(api.url);

        expect(ledger.unexpected).toEqual([]);
        expect(result.mismatches).toEqual([]);
        expect(result.decisions).toBe(CASES);
        expect(result.received).toBe(result.events);
        expect(Math.min(receiver.met.fail, receiver.met.hang, receiver.met.redirect)).toBeGreaterThan(0);
        for (const one of [api, worker]) {
          expect(await stillRunning(one)).toBe(true);
          expect(logOf(one).filter((line) => line.level >= 60)).toEqual([]);
        }
        const ready = await fetch(`${api.url}/readyz`);
        expect(ready.status).toBe(200);
      },
      300_000,
    );
  },
);

describe.runIf(required)('the services that this has to be tested with', () => {
  it('are here', () => {
    expect(canRun).toBe(true);
  });
});
