import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCalendar } from '../calendar/calendar.ts';
import { permissionsOf } from '../core/permissions.ts';
import { createSettings } from '../settings/settings.ts';
import { testDatabases } from '../testing/databases.ts';
import { marketplaceOf } from '../testing/held.ts';
import { type RunningApp, runningApp } from '../testing/running-app.ts';
import { createPolicyPreview } from './preview.ts';
import type { PolicyPreview } from './preview-contract.ts';
import { firstMessagePolicy } from './setting.ts';

const MINUTE = 60_000;
const policy = firstMessagePolicy.initial;
const ACCOUNT = '국민은행 123456-04-123456 예금주 김민수로 입금해 주세요. 010-1234-5678';

describe.each(testDatabases())('the effect of a policy on $name', ({ open }) => {
  let app: RunningApp;
  let market: ReturnType<typeof marketplaceOf>;

  beforeEach(async () => {
    app = await runningApp(open);
    market = marketplaceOf(app);
    await market.twoMembers();
  });
  afterEach(() => app.close());

  const preview = async (value: object, who: 'lead' | 'admin' | 'moderator' = 'lead') => {
    const answer = await app.as(who, 'POST', '/api/settings/first-messages/preview', { value });
    return { status: answer.status, body: answer.body as unknown as PolicyPreview };
  };
  /** Anna is trusted after three releases, and writes two more that pass. */
  const annaWrites = async () => {
    for (let i = 0; i < 5; i++) {
      const { caseId } = await market.message(`Message number ${i}`);
      app.clock.advance(MINUTE);
      if (caseId !== undefined) await market.decide(caseId, { outcome: 'release' });
      app.clock.advance(MINUTE);
    }
  };

  it('is nothing where the policy stays as it is', async () => {
    await annaWrites();
    const { body } = await preview(policy);
    expect(body).toMatchObject({
      days: 30,
      lookedAt: 5,
      complete: true,
      held: { actual: 3, proposed: 3 },
      newlyHeld: { count: 0, examples: [] },
      noLongerHeld: { count: 0 },
    });
    expect(body.businessDays).toBeGreaterThan(18);
    expect(body.perBusinessDay.actual).toBe(Math.round(30 / body.businessDays) / 10);
  });

  it('tells what would no longer be held, and what newly', async () => {
    await annaWrites();
    const fewer = (await preview({ ...policy, holdFirst: 1 })).body;
    expect(fewer.held).toEqual({ actual: 3, proposed: 1 });
    expect(fewer.noLongerHeld.count).toBe(2);
    expect(fewer.noLongerHeld.examples[0]).toMatchObject({
      senderId: 'anna',
      excerpt: 'Message number 2',
      reasons: ['first_messages'],
    });
    const more = (await preview({ ...policy, holdFirst: 4 })).body;
    expect(more.held).toEqual({ actual: 3, proposed: 4 });
    expect(more.newlyHeld).toMatchObject({
      count: 1,
      examples: [{ excerpt: 'Message number 3', caseId: null }],
    });
    expect(more.byReason).toContainEqual({ reason: 'first_messages', actual: 3, proposed: 4 });
  });

  it('reads anew what came while nobody looked at severe signals', async () => {
    await annaWrites();
    const blind = { ...policy, holdSevereSignals: false };
    await app.as('lead', 'PUT', '/api/settings/first-messages', { version: 0, value: blind });
    app.clock.advance(2_000);
    expect((await market.message(ACCOUNT)).disposition).toBe('released');
    const { body } = await preview(policy);
    expect(body.newlyHeld).toMatchObject({ count: 1, examples: [{ reasons: ['severe_signal'] }] });
    expect((await preview(blind)).body.newlyHeld.count).toBe(0);
  });

  it('shows texts to those who may read them, and writes down that they did', async () => {
    await annaWrites();
    const asAdmin = (await preview({ ...policy, holdFirst: 1 }, 'admin')).body;
    expect(asAdmin.noLongerHeld.examples.map((one) => one.excerpt)).toEqual([null, null]);
    await preview({ ...policy, holdFirst: 1 });
    const readers = await app.database.select<{ stream: string }>(
      "select stream from audit_events where type = 'first-messages.read'",
      [],
    );
    expect(readers.map((one) => one.stream)).toEqual([`access:${app.people.lead.id}`]);
    expect((await preview(policy, 'moderator')).status).toBe(403);
    expect((await preview({ ...policy, holdFirst: -1 })).status).toBe(400);
  });

  it('looks at the newest up to its bound, and says how far back that goes', async () => {
    await annaWrites();
    const settings = createSettings({ clock: app.clock });
    const calendar = createCalendar({
      settings,
      database: app.database,
      clock: app.clock,
      timeZone: 'Asia/Seoul',
    });
    const bounded = createPolicyPreview({
      database: app.database,
      clock: app.clock,
      settings,
      calendar,
      bound: 2,
    });
    const roles = ['lead'] as const;
    const lead = {
      kind: 'staff' as const,
      id: app.people.lead.id,
      name: 'Lead',
      roles,
      permissions: permissionsOf(roles),
    };
    const shown = await bounded(policy, lead);
    expect(shown).toMatchObject({
      lookedAt: 2,
      complete: false,
      held: { actual: 0, proposed: 0 },
      businessDays: 1,
    });
    expect(Date.parse(shown.since)).toBe(Date.parse('2026-11-23T01:06:00.000Z'));
  });
});
