import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabases } from '../testing/databases.ts';
import { type Harness, type StaffClient, startHarness } from '../testing/harness.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe.each(testDatabases())('automatic release on $name', ({ open }) => {
  let h: Harness;
  let moderator: StaffClient;
  let lead: StaffClient;

  beforeAll(async () => {
    h = await startHarness(open);
    [moderator, lead] = [await h.as('moderator'), await h.as('lead')];
    h.clock.set('2026-12-07T00:00:00.000Z'); // Monday, 9:00 in Seoul
  });
  afterAll(() => h.close());

  async function releaseAfter(minutes: number | null) {
    const { body } = await lead.get<{ version: number; value: object }>('/api/settings/first-messages');
    const value = { ...body.value, releaseAfterMinutes: minutes };
    expect((await lead.put('/api/settings/first-messages', { version: body.version, value })).status).toBe(
      200,
    );
  }
  const status = async (caseId: string) => (await h.view(lead, caseId)).status;

  it('is off unless a lead turns it on, however late a message is', async () => {
    const caseId = await h.heldCase();
    h.clock.advance(100 * DAY);
    await h.runJob('release-after');
    expect(await status(caseId)).toBe('open');
  });

  it('releases what nobody decided in so many business minutes, and nothing that is on a desk or put aside', async () => {
    h.clock.set('2027-06-07T00:00:00.000Z'); // Monday, 9:00 in Seoul
    await h.database.knex('cases').update({ status: 'withdrawn' });
    await releaseAfter(60);
    const { id, caseId = '' } = await h.sendMessage();
    const waiting = await h.heldCase();
    const { version, leaseToken } = await h.claim(moderator, waiting);
    const until = new Date(h.clock.now() + DAY).toISOString();
    await moderator.post(`/api/cases/${waiting}/wait`, { version, leaseToken, waitingFor: 'sender', until });
    h.clock.advance(HOUR - 1);
    await h.runJob('release-after');
    expect(await status(caseId)).toBe('open');
    const held = await h.heldCase();
    h.clock.advance(3 * HOUR);
    await h.claim(moderator, held);

    await h.runJob('release-after');
    expect([await status(caseId), await status(waiting), await status(held)]).toEqual([
      'decided',
      'waiting',
      'open',
    ]);
    const seen = await h.view(lead, caseId);
    expect(seen).toMatchObject({ outcome: 'release', decidedBy: { id: 'system:release-after' } });
    expect(seen.history.at(-1)).toMatchObject({ type: 'case.decided', data: { automatic: true } });
    await h.relay();
    expect((await h.marketplace.get(`/v1/messages/${id}`)).body).toMatchObject({ disposition: 'released' });
    expect((await h.feed()).filter((event) => event.data.caseId === caseId)).toMatchObject([
      { type: 'message.released' },
    ]);
    await releaseAfter(null);
  });

  it('earns its sender no trust: no person has looked', async () => {
    h.clock.set('2027-07-05T00:00:00.000Z');
    await releaseAfter(1);
    const senderId = await h.member('never-looked-at');
    const caseIds = [];
    for (let i = 0; i < 4; i++) caseIds.push(await h.heldCase({ senderId }));
    h.clock.advance(5 * 60_000);
    await h.runJob('release-after');
    for (const caseId of caseIds) expect(await status(caseId)).toBe('decided');
    expect((await h.sendMessage({ senderId })).disposition).toBe('held');

    // nor does an undone removal of it turn it into a person's release
    const [caseId = ''] = caseIds;
    const { version } = await h.view(lead, caseId);
    const removed = { version, outcome: 'reject', reasonCode: 'spam', note: 'seen now' };
    expect((await lead.post(`/api/cases/${caseId}/reversal`, removed)).status).toBe(200);
    expect((await lead.post(`/api/cases/${caseId}/undo`)).status).toBe(200);
    const [row] = await h.database.select<{ n: number }>(
      'select count(*) as n from messages where sender_id = ? and released_by_person',
      [senderId],
    );
    expect(Number(row?.n)).toBe(0);
    await releaseAfter(null);
  });

  it('leaves to the leads what a person escalated', async () => {
    h.clock.set('2027-07-19T00:00:00.000Z');
    await releaseAfter(1);
    const caseId = await h.heldCase();
    const moderator = await h.person('moderator');
    const { version, leaseToken } = (await moderator.post(`/api/cases/${caseId}/claim`, {})).body;
    const escalated = await moderator.post(`/api/cases/${caseId}/escalate`, {
      version,
      leaseToken,
      reason: 'unsure',
    });
    expect(escalated.status).toBe(200);
    h.clock.advance(60 * 60_000);
    await h.runJob('release-after');
    expect(await status(caseId)).toBe('open');
    await releaseAfter(null);
  });

  it('never takes a decision from a person who is faster', async () => {
    h.clock.set('2027-08-02T00:00:00.000Z');
    await releaseAfter(1);
    const ids = await h.heldCases(20);
    h.clock.advance(5 * 60_000);
    const people = await Promise.all(ids.map(() => h.person('moderator')));
    const claims = Promise.all(people.map((one) => h.claimNext(one)));
    await Promise.all([h.runJob('release-after'), claims]);
    for (const [claimed] of await claims) {
      if (claimed === undefined) continue;
      expect(await h.view(lead, claimed.id)).toMatchObject({ status: 'open' });
    }
    await releaseAfter(null);
  });
});
