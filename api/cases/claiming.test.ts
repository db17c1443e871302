import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabases } from '../testing/databases.ts';
import { type Harness, type StaffClient, startHarness } from '../testing/harness.ts';
import type { ClaimedCase } from './contract.ts';

const CLAIM_NEXT = '/api/queues/first-messages/claim-next';
const MINUTE = 60_000;

describe.each(testDatabases())('claiming the next case on $name', ({ open }) => {
  let h: Harness;
  let moderator: StaffClient;

  beforeAll(async () => {
    h = await startHarness(open);
    moderator = await h.as('moderator');
  });
  afterAll(() => h.close());
  beforeEach(async () => {
    const lease = { lease_holder: null, lease_token: null, lease_expires_at: 0 };
    await h.database.knex('cases').update({ status: 'withdrawn', ...lease });
  });

  /** Opens cases that stand as given in the order of the queue. */
  async function queue(...places: { rank?: number; due_at?: number; opened_at?: number }[]) {
    const ids = await h.heldCases(places.length);
    for (const [i, place] of places.entries()) {
      const now = h.clock.now();
      await h.database
        .knex('cases')
        .where({ id: ids[i] })
        .update({ rank: 0, due_at: now, opened_at: now, ...place });
    }
    return ids;
  }

  it('gives the highest priority first, then the earliest deadline, then the oldest', async () => {
    const now = h.clock.now();
    const [plain, older, sooner, urgent] = await queue(
      { due_at: now + 2000, opened_at: now },
      { due_at: now + 2000, opened_at: now - 1000 },
      { due_at: now + 1000, opened_at: now },
      { rank: -50, due_at: now + 9000, opened_at: now },
    );
    const given = [];
    for (let i = 0; i < 4; i++) given.push((await h.claimNext(moderator))[0]?.id);
    expect(given).toEqual([urgent, sooner, older, plain]);
    expect(await h.claimNext(moderator)).toEqual([]);
  });

  it('puts a message that gives a bank account away before one that says nothing', async () => {
    const plain = await h.heldCase({ text: 'Thank you, I will have a look at your offer tomorrow.' });
    const grave = await h.heldCase({
      text: '국민은행 123456-04-123456 예금주 김민수로 입금해 주세요. 010-1234-5678',
    });
    expect((await h.claimNext(moderator, 2)).map((one) => one.id)).toEqual([grave, plain]);
  });

  it('gives several at once, each with a lease token of its own, and never more than asked', async () => {
    const ids = await h.heldCases(5);
    const cases = await h.claimNext(moderator, 3);
    expect(cases).toHaveLength(3);
    expect(new Set(cases.map((one) => one.leaseToken)).size).toBe(3);
    expect(cases.every((one) => ids.includes(one.id) && one.lease?.holder.id === moderator.id)).toBe(true);
    expect(cases[0]?.leaseExpiresAt).toBe(new Date(h.clock.now() + 5 * MINUTE).toISOString());
    expect(await h.claimNext(moderator, 10)).toHaveLength(2);
    for (const count of [0, 11, 1.5]) expect((await moderator.post(CLAIM_NEXT, { count })).status).toBe(400);
  });

  it.each(['claims_officer', 'account_manager', 'support_agent', 'auditor', 'admin'] as const)(
    'gives nothing to a %s',
    async (role) => {
      await h.heldCase();
      const answer = await (await h.as(role)).post(CLAIM_NEXT, {});
      expect([answer.status, answer.body.code]).toEqual([403, 'forbidden']);
    },
  );

  it('does not give a skipped case to the same person again for a while, but gives it to others', async () => {
    const caseId = await h.heldCase();
    const { leaseToken } = await h.claim(moderator, caseId);
    const skipped = await moderator.post<ClaimedCase>(`/api/cases/${caseId}/skip`, { leaseToken });
    expect(skipped.body.lease).toBeNull();
    expect(await h.claimNext(moderator)).toEqual([]);
    const colleague = await h.person('moderator');
    const [theirs] = await h.claimNext(colleague);
    expect(theirs?.id).toBe(caseId);
    await colleague.post(`/api/cases/${caseId}/release`, { leaseToken: theirs?.leaseToken });

    h.clock.advance(30 * MINUTE - 1);
    expect(await h.claimNext(moderator)).toEqual([]);
    h.clock.advance(1);
    expect((await h.claimNext(moderator))[0]?.id).toBe(caseId);
  });

  it('lets a person who skipped a case take it by hand all the same', async () => {
    const caseId = await h.heldCase();
    const { leaseToken } = await h.claim(moderator, caseId);
    await moderator.post(`/api/cases/${caseId}/skip`, { leaseToken });
    expect((await h.claim(moderator, caseId)).id).toBe(caseId);
  });

  it('never gives a case to somebody who is tied to a party, now or later', async () => {
    const caseId = await h.heldCase();
    await h.claim(moderator, caseId);
    const tied = await moderator.post<ClaimedCase>(`/api/cases/${caseId}/tie`, { note: 'my brother' });
    expect([tied.status, tied.body.lease]).toEqual([200, null]);
    expect(await h.claimNext(moderator)).toEqual([]);
    h.clock.advance(365 * 24 * 60 * MINUTE);
    expect(await h.claimNext(moderator)).toEqual([]);
    const refused = await moderator.post(`/api/cases/${caseId}/claim`, {});
    expect([refused.status, refused.body.code]).toEqual([403, 'conflict_of_interest']);
    expect((await h.view(moderator, caseId)).allowedActions).not.toContain('claim');
    expect(await h.claimNext(await h.person('moderator'))).toHaveLength(1);
  });

  it('never gives a case to whoever decided the round before', async () => {
    const caseId = await h.heldCase();
    await h.database
      .knex('case_exclusions')
      .insert({ case_id: caseId, staff_id: moderator.id, reason: 'decided_before', until: null });
    expect(await h.claimNext(moderator)).toEqual([]);
    expect((await moderator.post(`/api/cases/${caseId}/claim`, {})).body.code).toBe('conflict_of_interest');
  });

  it('gives what a person escalated to leads only', async () => {
    const caseId = await h.heldCase();
    const { version, leaseToken } = await h.claim(moderator, caseId);
    const escalated = await moderator.post<ClaimedCase>(`/api/cases/${caseId}/escalate`, {
      version,
      leaseToken,
      reason: 'They threaten a colleague.',
    });
    expect(escalated.body).toMatchObject({ escalated: true, leadsOnly: true, lease: null });
    expect(await h.claimNext(moderator)).toEqual([]);
    expect((await moderator.post(`/api/cases/${caseId}/claim`, {})).body.code).toBe('escalated');
    expect((await h.claimNext(await h.as('lead')))[0]?.id).toBe(caseId);
  });

  it('gives a case whose lease ran out to the next who asks, before any job has looked', async () => {
    const caseId = await h.heldCase();
    await h.claim(moderator, caseId);
    h.clock.advance(5 * MINUTE);
    const [again] = await h.claimNext(await h.person('moderator'));
    expect(again?.id).toBe(caseId);
    const { history } = await h.view(moderator, caseId);
    expect(history.map((event) => event.type)).toEqual([
      'case.opened',
      'case.claimed',
      'case.lease_expired',
      'case.claimed',
    ]);
  });

  it('gives forty cases to forty of a hundred people who ask at once, each once', async () => {
    const ids = await h.heldCases(40);
    const people = await Promise.all(Array.from({ length: 100 }, () => h.person('moderator')));
    const given = await Promise.all(people.map((one) => h.claimNext(one)));
    const taken = given.flat().map((one) => one.id);
    expect(taken).toHaveLength(40);
    expect(new Set(taken)).toEqual(new Set(ids));
    expect(given.filter((cases) => cases.length === 0)).toHaveLength(60);
  });

  it('does not give more than there is to people who ask for several at once', async () => {
    await h.heldCases(25);
    const people = await Promise.all(Array.from({ length: 20 }, () => h.person('moderator')));
    const given = (await Promise.all(people.map((one) => h.claimNext(one, 10)))).flat();
    expect(new Set(given.map((one) => one.id)).size).toBe(given.length);
    const rest = await h.claimNext(moderator, 10);
    expect(given.length + rest.length).toBe(25);
  });
});
