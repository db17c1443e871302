import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { verifyAudit } from '../audit/verify.ts';
import type { Database } from '../db/database.ts';
import { testDatabases } from '../testing/databases.ts';
import { type FaultRun, startFaultRun } from '../testing/fault-run.ts';
import { type EventStream, listen } from '../testing/event-stream.ts';
import { call, moderate, signIn } from '../testing/moderator.ts';
import { prepare, type Person } from '../testing/prepare.ts';
import { endAll, type RunningApi, runGatehouse, startApi, startWorker } from '../testing/processes.ts';
import { REDIS_URL } from '../testing/services.ts';

const PROCESSES = 3;
const CASES = 120;
const MODERATORS = 6;

interface Claimed {
  cases: { id: string; version: number; leaseToken: string }[];
}

describe.each(testDatabases().filter(({ name }) => name === 'postgres' && inject('run').redis))(
  'three API processes and three workers beside each other on $name',
  ({ open }) => {
    let database: Database & { url: string };
    let run: FaultRun;
    let apis: RunningApi[];
    let admin: Person;
    let leaver: Person;
    const urlOf = (i: number) => (apis[i % apis.length] as RunningApi).url;
    const next = '/api/queues/first-messages/claim-next';

    beforeAll(async () => {
      database = await open();
      const redisUrl = REDIS_URL;
      run = await startFaultRun({ database, cases: CASES, moderators: MODERATORS, redisUrl });
      const more = await prepare({
        databaseUrl: database.url,
        staff: [
          { name: 'Admin', role: 'admin' },
          { name: 'Leaver', role: 'moderator' },
        ],
      });
      [admin, leaver] = more.staff as [Person, Person];
      const starting = Array.from({ length: PROCESSES }, () => startApi(run.launch));
      const working = Array.from({ length: PROCESSES }, () => startWorker(run.launch));
      [apis] = await Promise.all([Promise.all(starting), Promise.all(working)]);
    });
    afterAll(async () => {
      await endAll();
      await run.close();
    });

    const eventsOfType = (type: string) =>
      database.select<{ stream: string; n: number }>(
        'select stream, count(*) as n from audit_events where type = ? group by stream',
        [type],
      );

    it('tells a console on one process what happens on another, once', async () => {
      const [first, second] = run.prepared.staff as [Person, Person];
      const [cookie, watching] = await Promise.all([signIn(urlOf(0), first), signIn(urlOf(1), second)]);
      const stream = await listen(urlOf(1), watching);
      const { body } = await call<Claimed>(urlOf(0), cookie, ['POST', next, { count: 1 }]);
      const [held] = body.cases;
      if (held === undefined) throw new Error('There was nothing to claim.');
      const { version, leaseToken } = held;
      const decision = { version, leaseToken, outcome: 'release' };
      const path = `/api/cases/${held.id}/decision`;
      const answer = await call<{ decision: { id: string } }>(urlOf(2), cookie, ['POST', path, decision]);
      expect(answer.status).toBe(200);
      await vi.waitFor(() => {
        const heard = stream.events.filter((event) => event.caseId === held.id).map((event) => event.type);
        expect(heard).toEqual(['case.claimed', 'case.decided']);
      });
      stream.close();
    });

    it('lets somebody who was disabled on one process out of all of them at once', async () => {
      const boss = await signIn(urlOf(0), admin);
      const cookie = await signIn(urlOf(1), leaver);
      const streams: EventStream[] = await Promise.all([1, 2].map((i) => listen(urlOf(i), cookie)));
      // every process remembers the session now
      for (const i of [0, 1, 2])
        expect((await call(urlOf(i), cookie, ['GET', '/api/session'])).status).toBe(200);
      const change = { version: 1, status: 'disabled' };
      const path = `/api/staff/${leaver.id}`;
      const { body } = await call<{ version: number }>(urlOf(0), boss, ['GET', path]);
      const disabled = await call(urlOf(0), boss, ['PATCH', path, { ...change, version: body.version }]);
      expect(disabled.status).toBe(200);
      const begun = performance.now();
      for (const i of [0, 1, 2]) {
        await vi.waitFor(
          async () => expect((await call(urlOf(i), cookie, ['GET', '/api/session'])).status).toBe(401),
          { timeout: 800, interval: 5 },
        );
      }
      await Promise.all(streams.map((stream) => stream.ended));
      // a session is remembered for a second: being faster means having been told
      expect(performance.now() - begun).toBeLessThan(900);
    });

    it('ends a lease once, however many workers look at it', async () => {
      const cookie = await signIn(urlOf(0), run.prepared.staff[0] as Person);
      for (let i = 0; i < 3; i++) await call(urlOf(i), cookie, ['POST', next, { count: 10 }]);
      await database.knex('cases').whereNotNull('lease_holder').update({ lease_expires_at: 1 });
      await vi.waitFor(async () => expect(await eventsOfType('case.lease_expired')).toHaveLength(30), {
        timeout: 15_000,
        interval: 100,
      });
      const expired = await eventsOfType('case.lease_expired');
      expect(expired.filter(({ n }) => n !== 1)).toEqual([]);
    });

    it('lets a scheduled job that runs several times at once have its effect once', async () => {
      const some = await database
        .knex('cases')
        .where({ status: 'open' })
        .limit(20)
        .select<{ id: string }[]>('id');
      const ids = some.map((row) => row.id);
      await database.knex('cases').whereIn('id', ids).update({ due_at: 1 });
      const twice = (job: string) => [runGatehouse([job], run.launch), runGatehouse([job], run.launch)];
      const ran = await Promise.all([...twice('escalate-overdue'), ...twice('seal-audit')]);
      expect(ran.map(({ exit }) => exit.code)).toEqual([0, 0, 0, 0]);
      const escalated = await eventsOfType('case.escalated');
      expect(escalated.map(({ stream }) => stream).sort()).toEqual(ids.map((id) => `case:${id}`).sort());
      expect(escalated.filter(({ n }) => n !== 1)).toEqual([]);
      expect((await verifyAudit(database)).problems).toEqual([]);
    });

    it('gives each case to one person, whichever process they ask, and tells the marketplace once', async () => {
      const { staff } = run.prepared;
      const { ledger } = run;
      await Promise.all(
        staff.map((person, i) => {
          let asked = i;
          // each call goes to another process, as behind a load balancer
          return moderate({ url: () => urlOf(asked++), person, ledger, goOn: () => true, undoEvery: 8 });
        }),
      );
      ledger.conflicts.delete('undo_window_over'); // on a slow machine a second is over soon
      expect(Object.fromEntries(ledger.conflicts)).toEqual({});
      expect(ledger.unexpected).toEqual([]);
      const result = await run.settle(urlOf(0));
      expect(result.mismatches).toEqual([]);
      expect(result.decisions).toBe(CASES);
      expect(result.received).toBe(result.events);
    });
  },
);
