import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testDatabases } from '../testing/databases.ts';
import { marketplaceOf } from '../testing/held.ts';
import { type RunningApp, runningApp } from '../testing/running-app.ts';

const MINUTE = 60_000;

describe.each(testDatabases())('my own page on $name', ({ open }) => {
  let app: RunningApp;
  let market: ReturnType<typeof marketplaceOf>;

  beforeEach(async () => {
    app = await runningApp(open);
    market = marketplaceOf(app);
    await market.twoMembers();
  });
  afterEach(() => app.close());

  it('shows what I hold, what I did since midnight, and where it burns', async () => {
    const held = [];
    for (let i = 0; i < 6; i++) held.push(await market.message(`Message number ${i}`));
    const [first, second, third, fourth, fifth] = held.map((one) => one.caseId) as [
      string,
      string,
      string,
      string,
      string,
    ];
    const moderator = (method: string, path: string, body?: unknown) =>
      app.as('moderator', method, path, body);
    const decideAfter = async (minutes: number, caseId: string, decision: Record<string, unknown>) => {
      const { version, leaseToken } = (await moderator('POST', `/api/cases/${caseId}/claim`, {})).body;
      app.clock.advance(minutes * MINUTE);
      await moderator('POST', `/api/cases/${caseId}/decision`, { version, leaseToken, ...decision });
    };
    await decideAfter(1, first, { outcome: 'release' });
    await decideAfter(2, second, { outcome: 'reject', reasonCode: 'spam' });
    await decideAfter(3, third, { outcome: 'release' });
    await moderator('POST', `/api/cases/${third}/undo`);
    const { leaseToken } = (await moderator('POST', `/api/cases/${fourth}/claim`, {})).body;
    await moderator('POST', `/api/cases/${fourth}/skip`, { leaseToken });
    await moderator('POST', `/api/cases/${fifth}/claim`, {});

    const { body } = await moderator('GET', '/api/me/overview');
    expect((body.openCases as { id: string; summary: object }[]).map((one) => one.id).sort()).toEqual(
      [third, fifth].sort(),
    );
    expect(body.openCases).toMatchObject([{ summary: { sender: { nickname: 'Anna' } } }, {}]);
    expect(body.today).toEqual({
      since: '2026-11-22T15:00:00.000Z',
      decided: 2,
      released: 1,
      rejected: 1,
      byOutcome: { release: 1, reject: 1 },
      undone: 1,
      skipped: 1,
      medianHandlingMs: 2 * MINUTE,
    });
    expect(body.queues).toMatchObject([
      {
        queue: 'first-messages',
        open: { count: 4, capped: false },
        oldestOpenedAt: '2026-11-23T01:00:00.000Z',
        overdue: { count: 0 },
        dueWithinHour: { count: 0 },
        pendingApproval: { count: 0 },
      },
    ]);
    const nobody = (await app.as('claims_officer', 'GET', '/api/me/overview')).body;
    expect(nobody).toMatchObject({
      openCases: [],
      queues: [],
      today: { decided: 0, medianHandlingMs: null },
    });
  });

  it('tells what is overdue and what will be soon', async () => {
    await market.message('due in four business hours');
    const dueAt = (await app.as('moderator', 'GET', '/api/me/overview')).body.queues as {
      nextDueAt: string;
    }[];
    const due = dueAt[0]?.nextDueAt as string;
    const at = async (ms: number) => {
      app.clock.set(new Date(Date.parse(due) + ms).toISOString());
      const somebody = await app.person(['moderator']);
      return (await app.as(somebody, 'GET', '/api/me/overview')).body.queues;
    };
    expect(await at(-30 * MINUTE)).toMatchObject([{ overdue: { count: 0 }, dueWithinHour: { count: 1 } }]);
    expect(await at(0)).toMatchObject([
      { overdue: { count: 1 }, dueWithinHour: { count: 0 }, nextDueAt: due },
    ]);
  });

  it('keeps my preferences, mine alone, and forgets what it no longer knows', async () => {
    const path = '/api/me/preferences';
    const defaults = (await app.as('moderator', 'GET', path)).body;
    expect(defaults).toEqual({
      theme: 'system',
      density: 'comfortable',
      blurImages: true,
      greyscaleImages: false,
      desk: { autoAdvance: true, shortcutHints: true },
      columns: {},
    });
    const mine = { ...defaults, theme: 'dark', columns: { cases: ['id', 'dueAt'] } };
    expect((await app.as('moderator', 'PUT', path, mine)).body).toEqual(mine);
    expect((await app.as('moderator', 'GET', path)).body).toEqual(mine);
    expect((await app.as('lead', 'GET', path)).body).toEqual(defaults);
    expect((await app.as('moderator', 'PUT', path, { theme: 'pink' })).body.detail).toContain('/body/theme');
    expect((await app.as('moderator', 'PUT', path, { colour: 'red' })).status).toBe(400);
    await app.database.knex('staff_preferences').update({
      value: JSON.stringify({ theme: 'solarized', density: 'compact', gone: 1 }),
    });
    expect((await app.as('moderator', 'GET', path)).body).toEqual({ ...defaults, density: 'compact' });
  });
});
