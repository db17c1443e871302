import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testDatabases } from '../testing/databases.ts';
import { marketplaceOf } from '../testing/held.ts';
import { type RunningApp, runningApp } from '../testing/running-app.ts';
import type { AccessReview, VerificationState } from './console-contract.ts';
import { sealAudit } from './seal.ts';

const REASON = 'monthly review, ticket 4711';

describe.each(testDatabases())('the auditor’s page on $name', ({ open }) => {
  let app: RunningApp;
  let caseId: string;

  beforeEach(async () => {
    app = await runningApp(open);
    const market = marketplaceOf(app);
    await market.twoMembers();
    ({ caseId } = await market.message('Hello'));
  });
  afterEach(() => app.close());

  const verify = () => app.as('auditor', 'POST', '/api/audit/verification');
  const state = async () =>
    (await app.as('auditor', 'GET', '/api/audit/verification')).body as unknown as VerificationState;
  const ended = async () => {
    for (;;) {
      const now = await state();
      if (now.running === null) return now;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };

  it('verifies the log, and keeps the result', async () => {
    expect(await state()).toEqual({ running: null, latest: null, lastCheckpoint: null });
    await sealAudit(app.database, app.clock);
    const started = await verify();
    expect([started.status, started.body.status]).toEqual([202, 'running']);
    const { latest, lastCheckpoint } = await ended();
    expect(latest).toMatchObject({
      id: started.body.id,
      status: 'ok',
      startedBy: { id: app.people.auditor.id },
      checkpoints: 1,
      problems: [],
    });
    expect(latest?.events).toBeGreaterThan(1);
    expect(lastCheckpoint).toMatchObject({ seq: 1 });
    expect((await app.as('lead', 'GET', '/api/audit/verification')).status).toBe(403);
  });

  it('names what was changed', async () => {
    await app.database
      .knex('audit_events')
      .where({ stream: `case:${caseId}` })
      .update({ actor_name: 'Nobody' });
    await verify();
    const { latest } = await ended();
    expect(latest).toMatchObject({
      status: 'problems',
      problems: [{ stream: `case:${caseId}`, seq: 1, problem: 'the event was changed' }],
    });
  });

  it('runs once at a time, and not behind a process that died', async () => {
    const left = { id: 'verify_left', status: 'running', started_by: 'x', started_by_name: 'X' };
    const now = app.clock.now();
    await app.database.knex('audit_verifications').insert({ ...left, started_at: now, seen_at: now });
    const refused = await verify();
    expect([refused.status, refused.body.code]).toEqual([409, 'verification_running']);
    expect(refused.body.running).toMatchObject({ id: 'verify_left', startedBy: { name: 'X' } });
    app.clock.advance(2 * 60_000 + 1);
    expect((await verify()).status).toBe(202);
    expect((await ended()).latest?.status).toBe('ok');
    const failed = await app.database.select<{ id: string }>(
      "select id from audit_verifications where status = 'failed'",
      [],
    );
    expect(failed).toEqual([{ id: 'verify_left' }]);
  });

  it('gives the log as a file, and writes down that it did', async () => {
    app.clock.advance(1000);
    const filter = { stream: `case:${caseId}` };
    const csv = await app.as('auditor', 'POST', '/api/audit/export', {
      format: 'csv',
      filter,
      reason: REASON,
    });
    expect(csv.headers.get('content-disposition')).toBe('attachment; filename="audit-2026-11-23.csv"');
    const lines = csv.text.trim().split('\r\n');
    expect(lines[0]).toContain('at,stream,seq,type,actorKind');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain(`case:${caseId},1,case.opened,marketplace`);
    app.clock.advance(1000);
    const all = await app.as('auditor', 'POST', '/api/audit/export', {
      format: 'ndjson',
      filter: { type: 'audit.exported' },
      reason: REASON,
    });
    const events = all.text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { type: string; data: object });
    expect(events).toMatchObject([
      { type: 'audit.exported', data: { filter, format: 'csv', count: 1, reason: REASON } },
    ]);
    const refused = await app.as('lead', 'POST', '/api/audit/export', {
      format: 'csv',
      filter,
      reason: REASON,
    });
    expect(refused.status).toBe(403);
  });

  it('tells who looked at how much and took out what in a month of the marketplace', async () => {
    await app.as('moderator', 'GET', `/api/cases/${caseId}`);
    await app.as('moderator', 'GET', `/api/cases/${caseId}`);
    await app.as('moderator', 'GET', '/api/members/anna');
    const filter = { queue: 'first-messages' };
    await app.as('lead', 'POST', '/api/cases/export', { format: 'csv', filter, reason: REASON });
    const review = async (month: string) =>
      (await app.as('auditor', 'GET', `/api/audit/access?month=${month}`)).body as unknown as AccessReview;
    const november = await review('2026-11');
    expect([november.from, november.to]).toEqual(['2026-10-31T15:00:00.000Z', '2026-11-30T15:00:00.000Z']);
    const of = (role: 'moderator' | 'lead') => november.staff.find((one) => one.id === app.people[role].id);
    expect(of('moderator')).toMatchObject({ casesViewed: 2, membersViewed: 1, exports: 0, reasons: [] });
    expect(of('lead')).toMatchObject({
      casesViewed: 0,
      exports: 1,
      rowsExported: 1,
      reasons: [{ type: 'cases.exported', rows: 1, reason: REASON }],
    });
    expect((await review('2026-10')).staff).toEqual([]);
    expect((await app.as('auditor', 'GET', '/api/audit/access?month=2026-13')).status).toBe(400);
  });
});
