import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testDatabases } from '../testing/databases.ts';
import { marketplaceOf } from '../testing/held.ts';
import { type RunningApp, runningApp } from '../testing/running-app.ts';
import { firstMessagePolicy } from './setting.ts';

describe.each(testDatabases())('the page of a case on $name', ({ open }) => {
  let app: RunningApp;
  let market: ReturnType<typeof marketplaceOf>;

  beforeEach(async () => {
    app = await runningApp(open);
    market = marketplaceOf(app);
    await market.twoMembers();
  });
  afterEach(() => app.close());

  it('says what each outcome will do to whom, and which reasons need a second person', async () => {
    const value = { ...firstMessagePolicy.initial, approveReasons: ['fraud'] };
    await app.as('lead', 'PUT', '/api/settings/first-messages', { version: 0, value });
    const { caseId } = await market.message('Hello');
    const page = async () => (await app.as('moderator', 'GET', `/api/cases/${caseId}`)).body;
    const release = { outcome: 'release', approvalFor: [] };
    expect((await page()).consequences).toEqual([
      {
        ...release,
        effects: [
          { to: 'recipient', kind: 'delivered' },
          { to: 'sender', kind: 'trust' },
        ],
      },
      {
        outcome: 'reject',
        effects: [
          { to: 'recipient', kind: 'not_delivered' },
          { to: 'sender', kind: 'notice' },
        ],
        approvalFor: ['fraud'],
      },
    ]);
    await market.decide(caseId, { outcome: 'release' });
    expect((await page()).consequences).toMatchObject([
      {},
      {
        effects: [
          { to: 'recipient', kind: 'removed' },
          { to: 'sender', kind: 'notice' },
        ],
      },
    ]);
  });

  it('says until when I hold it, and until when its decision can be undone', async () => {
    const { caseId } = await market.message('Hello');
    const page = async (who: 'moderator' | 'lead' = 'moderator') =>
      (await app.as(who, 'GET', `/api/cases/${caseId}`)).body;
    expect(await page()).toMatchObject({ leaseExpiresAt: null, undoUntil: null });
    await app.as('moderator', 'POST', `/api/cases/${caseId}/claim`, {});
    expect(await page()).toMatchObject({ leaseExpiresAt: '2026-11-23T01:05:00.000Z', undoUntil: null });
    expect(await page('lead')).toMatchObject({ leaseExpiresAt: null, leaseToken: null });
    await market.decide(caseId, { outcome: 'release' });
    expect(await page()).toMatchObject({ leaseExpiresAt: null, undoUntil: '2026-11-23T01:00:10.000Z' });
    app.clock.advance(10_000);
    expect((await page()).undoUntil).toBeNull();
  });
});
