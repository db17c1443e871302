import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabases } from '../testing/databases.ts';
import { type Harness, type StaffClient, startHarness } from '../testing/harness.ts';
import type { BulkResult } from './contract.ts';

const TIMES = 200;

describe.each(testDatabases())('two decisions on one case at once on $name', ({ open }) => {
  let h: Harness;
  let moderator: StaffClient;
  let lead: StaffClient;

  beforeAll(async () => {
    h = await startHarness(open);
    [moderator, lead] = [await h.person('moderator', 'Minseo Kim'), await h.person('lead', 'Ada Lange')];
  });
  afterAll(() => h.close());

  const standing = (caseId: string) =>
    h.database.select<{ decided_by: string; outcome: string }>(
      "select decided_by, outcome from decisions where case_id = ? and status = 'applied'",
      [caseId],
    );

  it(`are one 200 and one 409, ${TIMES} times, where a lead has taken the case over`, async () => {
    let told = 0;
    for (const caseId of await h.heldCases(TIMES)) {
      const old = await h.claim(moderator, caseId);
      const now = await h.claim(lead, caseId, true);
      const [late, done] = await Promise.all([
        moderator.post(`/api/cases/${caseId}/decision`, {
          version: old.version,
          leaseToken: old.leaseToken,
          outcome: 'reject',
          reasonCode: 'abuse',
          note: 'typed in vain',
        }),
        lead.post(`/api/cases/${caseId}/decision`, {
          version: now.version,
          leaseToken: now.leaseToken,
          outcome: 'release',
        }),
      ]);
      expect([done.status, late.status]).toEqual([200, 409]);
      expect(await standing(caseId)).toEqual([{ decided_by: lead.id, outcome: 'release' }]);
      expect(late.body.draftNoteId).toBeDefined();
      expect(late.body.detail).toContain('Ada Lange');
      if (late.body.code !== 'already_decided') continue;
      told++;
      expect(late.body.decision).toMatchObject({ outcome: 'release', decidedBy: { name: 'Ada Lange' } });
    }
    expect(told).toBeGreaterThan(TIMES * 0.9);
  });

  it(`are one 200 and one 409 with the winner, ${TIMES} times, from two tabs with one lease`, async () => {
    for (const caseId of await h.heldCases(TIMES)) {
      const { version, leaseToken } = await h.claim(moderator, caseId);
      const decide = (outcome: object) =>
        moderator.post(`/api/cases/${caseId}/decision`, { version, leaseToken, note: 'typed', ...outcome });
      const answers = await Promise.all([
        decide({ outcome: 'release' }),
        decide({ outcome: 'reject', reasonCode: 'spam' }),
      ]);
      expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
      const [winner] = await standing(caseId);
      expect(winner?.outcome).toBe(answers[0].status === 200 ? 'release' : 'reject');
      const lost = answers.find((answer) => answer.status === 409);
      expect(lost?.body).toMatchObject({
        code: 'already_decided',
        decision: { outcome: winner?.outcome, decidedBy: { name: 'Minseo Kim' } },
        draftNoteId: expect.any(String) as string,
      });
      const events = await h.database.select('select id from outbox where case_id = ?', [caseId]);
      expect(events).toHaveLength(winner?.outcome === 'release' ? 1 : 2);
    }
  });

  it(`are one that counts, ${TIMES} times, from the desk and in bulk`, async () => {
    const ids = await h.heldCases(TIMES);
    let bulkWon = 0;
    for (const [i, caseId] of ids.entries()) {
      const { version, leaseToken } = await h.claim(moderator, caseId);
      const single = () =>
        moderator.post(`/api/cases/${caseId}/decision`, { version, leaseToken, outcome: 'release' });
      const bulk = () =>
        moderator.post<BulkResult>('/api/queues/first-messages/decisions', {
          items: [{ caseId, version }],
          outcome: 'reject',
          reasonCode: 'spam',
        });
      // who starts first changes, so that both get their chance to win
      const [alone, many] = await (i % 2 === 0
        ? Promise.all([single(), bulk()])
        : Promise.all([bulk(), single()]).then(([b, s]) => [s, b] as const));
      const [item] = many.body.items;
      expect([alone.status === 200, item?.ok].sort()).toEqual([false, true]);
      if (item?.ok) {
        bulkWon++;
        expect(alone.body).toMatchObject({ code: 'already_decided', decision: { outcome: 'reject' } });
      } else {
        expect(item?.problem?.code).toBe('already_decided');
        expect(item?.problem?.detail).toMatch(/Minseo Kim .*: release/);
      }
      expect(await standing(caseId)).toHaveLength(1);
    }
    expect(bulkWon).toBeGreaterThan(0);
    expect(bulkWon).toBeLessThan(TIMES);
  });

  it('leave a case that a colleague holds alone in bulk, and say who holds it', async () => {
    const caseId = await h.heldCase();
    const { version } = await h.claim(moderator, caseId);
    const { body } = await lead.post<BulkResult>('/api/queues/first-messages/decisions', {
      items: [{ caseId, version }],
      outcome: 'release',
    });
    expect(body.items[0]?.problem).toMatchObject({
      code: 'held',
      detail: expect.stringContaining('Minseo Kim') as string,
    });
  });
});
