import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../db/database.ts';
import { testDatabases } from '../testing/databases.ts';
import { type Harness, type StaffClient, startHarness } from '../testing/harness.ts';
import type { EventRow } from './chain.ts';
import { sealAudit } from './seal.ts';
import { verifyAudit } from './verify.ts';

const COLUMNS = ['at', 'actor_kind', 'actor_id', 'actor_name', 'type', 'data', 'prev_hash', 'hash'] as const;
const HOUR = 3_600_000;

/** The value with one byte of it changed. */
function oneByteOff(value: string | number): string | number {
  if (typeof value === 'number') return value + 1;
  const at = Math.floor(value.length / 2);
  const other = value[at] === 'a' ? 'b' : 'a';
  return value.slice(0, at) + other + value.slice(at + 1);
}

describe.each(testDatabases())('the event log on $name', ({ open }) => {
  let h: Harness;
  let moderator: StaffClient;
  let lead: StaffClient;
  let db: Database;

  beforeAll(async () => {
    h = await startHarness(open);
    [moderator, lead, db] = [await h.as('moderator'), await h.as('lead'), h.database];
    for (const [i, caseId] of (await h.heldCases(6)).entries()) {
      await h.view(lead, caseId);
      await h.decide(
        moderator,
        caseId,
        i % 2 ? { outcome: 'release' } : { outcome: 'reject', reasonCode: 'spam' },
      );
      if (i % 3 === 0) await moderator.post(`/api/cases/${caseId}/undo`);
    }
    const { body } = await lead.get<{ version: number; value: object }>('/api/settings/first-messages');
    await lead.put('/api/settings/first-messages', { version: body.version, value: body.value });
    await h.relay();
    await h.runJob('seal-audit');
    h.clock.advance(HOUR);
    await h.heldCases(2);
  });
  afterAll(() => h.close());

  const eventsOf = (stream: string) =>
    db.select<EventRow>('select * from audit_events where stream = ? order by seq', [stream]);
  const lived = async () => {
    const [row] = await db.select<{ stream: string }>(
      "select stream from audit_events where stream like 'case:%' group by stream having count(*) >= 4 order by stream limit 1",
      [],
    );
    return row?.stream ?? '';
  };

  /** Tampers, looks, and puts everything back. */
  async function tampered(tamper: () => Promise<unknown>, restore: () => Promise<unknown>) {
    await tamper();
    const report = await verifyAudit(db);
    await restore();
    const after = await verifyAudit(db);
    expect(after.problems).toEqual([]);
    return report;
  }
  const put = async (rows: EventRow[], stream: string) => {
    await db.knex('audit_events').where({ stream }).delete();
    await db.knex('audit_events').insert(rows);
  };

  it('is in order on a database that people have worked with', async () => {
    const report = await verifyAudit(db);
    expect(report).toMatchObject({ ok: true, problems: [] });
    expect(report.checkpoints).toBe(1);
    expect(report.events).toBeGreaterThan(20);
    expect(report.streams).toBeGreaterThan(8);
  });

  it('stays in order while people work', async () => {
    const working = (async () => {
      for (const caseId of await h.heldCases(15)) await h.decide(moderator, caseId, { outcome: 'release' });
    })();
    const reports = [];
    for (let i = 0; i < 5; i++) reports.push(await verifyAudit(db));
    await working;
    expect(reports.flatMap((report) => report.problems)).toEqual([]);
  });

  it.each(COLUMNS)('shows where one byte of %s was changed, in any event of a chain', async (column) => {
    const stream = await lived();
    for (const event of await eventsOf(stream)) {
      const { seq } = event;
      const write = (value: string | number) =>
        db
          .knex('audit_events')
          .where({ stream, seq })
          .update({ [column]: value });
      const report = await tampered(
        () => write(oneByteOff(event[column])),
        () => write(event[column]),
      );
      expect(report.ok).toBe(false);
      expect(report.problems[0]).toMatchObject({ stream, seq });
    }
  });

  it.each(['access:', 'setting:', 'api-key:'])('watches over %s chains as well', async (prefix) => {
    const [event] = await db.select<EventRow>('select * from audit_events where stream like ? limit 1', [
      `${prefix}%`,
    ]);
    expect(event).toBeDefined();
    const { stream = '', seq = 0, data = '' } = event ?? {};
    const write = (value: string) => db.knex('audit_events').where({ stream, seq }).update({ data: value });
    const report = await tampered(
      () => write(`${data} `),
      () => write(data),
    );
    expect(report.problems[0]).toEqual({ stream, seq, problem: 'the event was changed' });
  });

  it.each(['first', 'middle', 'last'])('shows that the %s event of a chain is missing', async (which) => {
    const stream = await lived();
    const rows = await eventsOf(stream);
    const seq = which === 'first' ? 1 : which === 'last' ? rows.length : Math.ceil(rows.length / 2);
    const report = await tampered(
      () => db.knex('audit_events').where({ stream, seq }).delete(),
      () => put(rows, stream),
    );
    expect(report.problems[0]).toEqual({ stream, seq, problem: 'the event is missing' });
  });

  it('shows that two events have changed places', async () => {
    const stream = await lived();
    const rows = await eventsOf(stream);
    const [first, second, third, ...rest] = rows as [EventRow, EventRow, EventRow, ...EventRow[]];
    const swapped = [first, { ...third, seq: 2 }, { ...second, seq: 3 }, ...rest];
    const report = await tampered(
      () => put(swapped, stream),
      () => put(rows, stream),
    );
    expect(report.problems[0]).toMatchObject({ stream, seq: 2 });
  });

  it('shows that a whole chain is missing, even with the place that says where it should end', async () => {
    const stream = await lived();
    const rows = await eventsOf(stream);
    const gone = await tampered(
      () => db.knex('audit_events').where({ stream }).delete(),
      () => put(rows, stream),
    );
    expect(gone.problems[0]).toEqual({ stream, seq: 1, problem: 'the event is missing' });

    const access = `access:${lead.id}`;
    const viewed = await eventsOf(access);
    const head = await db.select<object>('select * from audit_streams where stream = ?', [access]);
    const erased = await tampered(
      async () => {
        await db.knex('audit_events').where({ stream: access }).delete();
        await db.knex('audit_streams').where({ stream: access }).delete();
      },
      async () => {
        await put(viewed, access);
        await db.knex('audit_streams').insert(head);
      },
    );
    expect(erased.problems[0]).toMatchObject({ stream: access });
    expect(erased.problems[0]?.problem).toContain('checkpoint 1');
  });

  it('shows events that were added, and chains of nothing', async () => {
    const stream = await lived();
    const rows = await eventsOf(stream);
    const [event] = rows as [EventRow];
    const added = { ...event, seq: rows.length + 1 };
    const longer = await tampered(
      () => db.knex('audit_events').insert(added),
      () => put(rows, stream),
    );
    expect(longer.problems[0]).toMatchObject({ stream, seq: added.seq });
    const orphan = { ...event, stream: 'case:nobody' };
    const nobody = await tampered(
      () => db.knex('audit_events').insert(orphan),
      () => db.knex('audit_events').where({ stream: 'case:nobody' }).delete(),
    );
    expect(nobody.problems[0]).toMatchObject({ stream: 'case:nobody' });
  });

  it.each(['id', 'at', 'sealed_until', 'streams', 'prev_hash', 'hash'])(
    'shows that the %s of a checkpoint was forged',
    async (column) => {
      const [row] = await db.select<Record<string, string | number>>(
        'select * from audit_checkpoints order by seq limit 1',
        [],
      );
      const seq = Number(row?.seq);
      const write = (value: unknown) =>
        db
          .knex('audit_checkpoints')
          .where({ seq })
          .update({ [column]: value });
      const report = await tampered(
        () => write(oneByteOff(row?.[column] ?? '')),
        () => write(row?.[column]),
      );
      expect(report.problems[0]).toMatchObject({ stream: 'checkpoints', seq });
    },
  );

  it('shows that what a checkpoint sealed was forged', async () => {
    const [head] = await db.select<{ checkpoint_seq: number; stream: string; head: string }>(
      'select * from audit_checkpoint_heads order by stream limit 1',
      [],
    );
    const { checkpoint_seq = 0, stream = '', head: hash = '' } = head ?? {};
    const write = (value: string) =>
      db.knex('audit_checkpoint_heads').where({ checkpoint_seq, stream }).update({ head: value });
    const report = await tampered(
      () => write(String(oneByteOff(hash))),
      () => write(hash),
    );
    expect(report.problems.map((problem) => problem.stream)).toContain('checkpoints');
  });

  it('seals what is new once, however often and by however many it is asked', async () => {
    await h.heldCase();
    h.clock.advance(1);
    const other = openDatabaseOf(db);
    const sealed = await Promise.all([1, 2, 3, 4].map((i) => sealAudit(i % 2 ? db : other, h.clock)));
    expect(sealed.filter((one) => one !== undefined)).toHaveLength(1);
    expect(await sealAudit(db, h.clock)).toBeUndefined();
    h.clock.advance(60_000);
    expect(await sealAudit(db, h.clock)).toBeUndefined();
    await h.heldCase();
    expect(await sealAudit(db, h.clock)).toMatchObject({ streams: 1 });
    expect((await verifyAudit(db)).problems).toEqual([]);
    if (other !== db) await other.close();
  });

  /** The database of another process; SQLite has one writer in a process. */
  function openDatabaseOf(database: Database): Database {
    if (database.dialect === 'sqlite') return database;
    return openDatabase({ databaseUrl: (database as Database & { url: string }).url, databasePoolSize: 4 });
  }

  it('tells who has looked at a case that they do not hold, and not who works on it', async () => {
    const caseId = await h.heldCase();
    const looked = async (who: StaffClient) =>
      (await eventsOf(`access:${who.id}`)).filter((event) => event.data.includes(caseId));
    await h.view(lead, caseId);
    expect(await looked(lead)).toMatchObject([
      { type: 'case.viewed', actor_id: lead.id, seq: expect.any(Number) as number },
    ]);
    await h.claim(moderator, caseId);
    await h.view(moderator, caseId);
    expect(await looked(moderator)).toEqual([]);
    h.clock.advance(5 * 60_000);
    await h.view(moderator, caseId);
    expect(await looked(moderator)).toHaveLength(1);
  });

  it('is read by auditors, page by page, and by nobody else', async () => {
    const auditor = await h.as('auditor');
    const seen = new Set<string>();
    let cursor = '';
    for (;;) {
      const page = await auditor.get<{ items: EventRow[]; nextCursor: string | null }>(
        `/api/audit/events?limit=25${cursor}`,
      );
      expect(page.status).toBe(200);
      for (const event of page.body.items) seen.add(`${event.stream} ${event.seq}`);
      if (page.body.nextCursor === null) break;
      cursor = `&cursor=${encodeURIComponent(page.body.nextCursor)}`;
    }
    const [row] = await db.select<{ n: number }>('select count(*) as n from audit_events', []);
    expect(seen.size).toBe(Number(row?.n));
    const mine = await auditor.get<{ items: { actor: { id: string } }[] }>(
      `/api/audit/events?actor=${moderator.id}&type=case.decided`,
    );
    expect(mine.body.items.length).toBeGreaterThan(0);
    expect(mine.body.items.every((event) => event.actor.id === moderator.id)).toBe(true);
    expect((await auditor.get('/api/audit/checkpoints')).status).toBe(200);
    for (const role of ['moderator', 'lead', 'admin'] as const)
      expect((await (await h.as(role)).get('/api/audit/events')).status).toBe(403);
  });
});
