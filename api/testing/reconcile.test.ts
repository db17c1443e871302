import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { staffDirectory } from '../auth/directory.ts';
import { actorOf } from '../auth/account.ts';
import { createContainer } from '../container.ts';
import { readConfig } from '../core/config.ts';
import { createLogger } from '../core/logger.ts';
import type { Database } from '../db/database.ts';
import { type ManualClock, manualClock } from './clock.ts';
import { testDatabases } from './databases.ts';
import type { AnsweredDecision } from './moderator.ts';
import { importHeldMessages, type Person, prepare } from './prepare.ts';
import type { Arrival } from './receiver.ts';
import { reconcile } from './reconcile.ts';
import type { Evidence } from './reconcile-checks.ts';

// A comparison that cannot fail proves nothing: here it is shown everything that it is there to find.
describe.each(testDatabases())('comparing everything with everything on $name', ({ open }) => {
  let database: Database & { url: string };
  let clock: ManualClock;
  let container: ReturnType<typeof createContainer>;
  let answered: AnsweredDecision[];
  let arrivals: Map<string, Arrival>;
  let feed: Evidence['feed'];

  beforeEach(async () => {
    database = await open();
    clock = manualClock(new Date().toISOString());
    const { staff } = await prepare({
      databaseUrl: database.url,
      staff: [{ name: 'Kim', role: 'moderator' }],
    });
    await importHeldMessages(database.url, 6);
    const config = readConfig({
      DATABASE_URL: database.url,
      MARKETPLACE_WEBHOOK_URL: 'http://127.0.0.1:9/hooks',
      MARKETPLACE_WEBHOOK_SECRET: `whsec_${'A'.repeat(32)}`,
    });
    container = createContainer({ config, database, clock, logger: createLogger('silent') });
    const account = await staffDirectory(database.knex).byId((staff[0] as Person).id);
    if (account === undefined) throw new Error('Nobody was made.');
    const actor = actorOf(account);
    answered = [];
    const held = await container.caseDesk.claimNext('first-messages', 4, actor);
    for (const [i, { id, version, leaseToken }] of held.entries()) {
      const choice = i % 2 === 0 ? { outcome: 'release' } : { outcome: 'reject', reasonCode: 'spam' };
      const { decision } = await container.caseDesk.decide(id, { version, leaseToken, ...choice }, actor);
      const { id: decisionId, outcome, reasonCode } = decision;
      answered.push({ decisionId, caseId: id, outcome, reasonCode, by: actor.id });
    }
    clock.advance(60_000);
    const relay = container.jobs.find((job) => job.name === 'relay-outbox');
    await relay?.run({});
    const rows = await database.select<{ id: string; type: string; data: string; created_at: number }>(
      'select id, type, data, created_at from events order by seq',
      [],
    );
    feed = rows.map(({ id, type, data, created_at }) => ({
      ...{ id, type, createdAt: new Date(created_at).toISOString() },
      data: JSON.parse(data) as Record<string, unknown>,
    }));
    arrivals = new Map(feed.map((event) => [event.id, { accepted: 1, tries: 1, body: '', event }]));
    await database.knex('webhook_deliveries').update({ status: 'delivered' });
  });
  afterEach(() => container.close());

  const compare = async (change: Partial<Evidence> = {}) => {
    const receiver = { arrivals, complaints: [] };
    const evidence = { database, feed, answered, undone: new Set<string>(), receiver, ...change };
    return (await reconcile(evidence)).mismatches;
  };
  const first = () => answered[0] as AnsweredDecision;
  const tables = () => database.knex;

  it('finds nothing where everything agrees', async () => {
    expect(await compare()).toEqual([]);
  });

  it('finds an event that is missing, repeated, of nobody, or says something else', async () => {
    const [one, ...others] = feed as [Evidence['feed'][number], ...Evidence['feed'][number][]];
    expect(await compare({ feed: others })).not.toEqual([]);
    expect(await compare({ feed: [...feed, one] })).not.toEqual([]);
    const stranger = { ...one, id: 'evt_other', data: { ...one.data, decisionId: 'dec_other' } };
    expect(await compare({ feed: [...feed, stranger] })).not.toEqual([]);
    const changed = { ...one, data: { ...one.data, outcome: 'other' } };
    expect(await compare({ feed: [changed, ...others] })).not.toEqual([]);
  });

  it('finds a decision that was answered and is not there, is another one, or was taken back', async () => {
    expect(await compare({ answered: [...answered, { ...first(), decisionId: 'dec_lost' }] })).toHaveLength(
      1,
    );
    expect(await compare({ answered: [{ ...first(), outcome: 'reject' }] })).toHaveLength(1);
    expect(await compare({ undone: new Set([first().decisionId]) })).toHaveLength(1);
  });

  it('finds a webhook that did not arrive, was never sent by us, or was not what the feed says', async () => {
    const [one] = [...arrivals.values()] as [Arrival];
    arrivals.set(one.event.id, { ...one, accepted: 0 });
    expect(await compare()).toHaveLength(1);
    arrivals.set(one.event.id, { ...one, event: { ...one.event, data: {} } });
    expect(await compare()).toHaveLength(1);
    arrivals.set(one.event.id, one).set('evt_other', one);
    expect(await compare()).toHaveLength(1);
    arrivals.delete('evt_other');
    expect(await compare({ receiver: { arrivals, complaints: ['wrong signature'] } })).toHaveLength(1);
  });

  it.each<[string, (id: string, caseId: string) => Promise<unknown>]>([
    [
      'an outbox row that still waits',
      (id) => tables()('outbox').where({ decision_id: id }).update({ status: 'pending' }),
    ],
    ['a decision without outbox rows', (id) => tables()('outbox').where({ decision_id: id }).delete()],
    [
      'a decided case that stands open',
      (_id, caseId) => tables()('cases').where({ id: caseId }).update({ status: 'open' }),
    ],
    [
      'a case of another outcome',
      (_id, caseId) => tables()('cases').where({ id: caseId }).update({ outcome: 'reject' }),
    ],
    [
      'a message that is still held',
      () => tables()('messages').where({ disposition: 'released' }).update({ disposition: 'held' }),
    ],
    ['a notice that was cancelled', () => tables()('notices').update({ status: 'cancelled' })],
    ['a delivery that is missing', () => tables()('webhook_deliveries').delete()],
    [
      'a changed event of the event log',
      (_id, caseId) =>
        tables()('audit_events')
          .where({ stream: `case:${caseId}`, seq: 1 })
          .update({ type: 'x' }),
    ],
    [
      'a decision nobody was told of in the event log',
      (_id, caseId) =>
        tables()('audit_events')
          .where({ stream: `case:${caseId}`, type: 'case.decided' })
          .update({ type: 'x' }),
    ],
  ])('finds %s', async (_what, tamper) => {
    await tables()('webhook_attempts').delete();
    await tamper(first().decisionId, first().caseId);
    expect(await compare()).not.toEqual([]);
  });
});
