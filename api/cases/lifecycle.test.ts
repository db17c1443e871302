import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabases } from '../testing/databases.ts';
import { type Harness, type StaffClient, startHarness } from '../testing/harness.ts';
import type { CaseSummary, ClaimedCase } from './contract.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe.each(testDatabases())('what happens to a case besides decisions on $name', ({ open }) => {
  let h: Harness;
  let moderator: StaffClient;
  let lead: StaffClient;

  beforeAll(async () => {
    h = await startHarness(open);
    [moderator, lead] = [await h.as('moderator'), await h.as('lead')];
  });
  afterAll(() => h.close());

  async function waiting(more: object = {}) {
    const caseId = await h.heldCase();
    const { version, leaseToken, dueAt } = await h.claim(moderator, caseId);
    const until = new Date(h.clock.now() + DAY).toISOString();
    const body = { version, leaseToken, waitingFor: 'sender', until, ...more };
    const answer = await moderator.post<CaseSummary & { code?: string }>(`/api/cases/${caseId}/wait`, body);
    return { caseId, until, dueAt, answer, version: answer.body.version };
  }

  describe('waiting', () => {
    it('puts a case aside: nobody is given it, nobody can claim it', async () => {
      const { caseId, until, answer } = await waiting({ note: 'asked for the invoice' });
      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject({
        status: 'waiting',
        waitingFor: 'sender',
        waitingUntil: until,
        lease: null,
      });
      const given = await h.claimNext(await h.person('moderator'), 10);
      expect(given.map((one) => one.id)).not.toContain(caseId);
      expect((await moderator.post(`/api/cases/${caseId}/claim`, {})).body.code).toBe('wrong_status');
    });

    it('ends when somebody resumes it; its deadline has not moved, as somebody’s work is delayed', async () => {
      const { caseId, version, dueAt } = await waiting();
      h.clock.advance(HOUR);
      const colleague = await h.person('moderator');
      const resumed = await colleague.post<CaseSummary>(`/api/cases/${caseId}/resume`, { version });
      expect(resumed.body).toMatchObject({
        status: 'open',
        waitingFor: null,
        waitingUntil: null,
        dueAt,
      });
      const again = await colleague.post(`/api/cases/${caseId}/resume`, { version });
      expect(again.status).toBe(409);
      expect((await h.claim(moderator, caseId)).version).toBe(version + 1);
    });

    it('ends by itself at the time given', async () => {
      const { caseId } = await waiting();
      h.clock.advance(DAY - 1);
      await h.runJob('end-waits');
      expect((await h.view(lead, caseId)).status).toBe('waiting');
      h.clock.advance(1);
      await h.runJob('end-waits');
      const { status, history } = await h.view(lead, caseId);
      expect([status, history.at(-1)?.type]).toEqual(['open', 'case.wait_ended']);
    });

    it.each([
      ['in the past', -1, 422],
      ['beyond a week', 7 * DAY + 1, 422],
      ['for a week', 7 * DAY, 200],
    ])('%s', async (_what, ms, status) => {
      const { answer } = await waiting({ until: new Date(h.clock.now() + ms).toISOString() });
      expect(answer.status).toBe(status);
      if (status === 422) expect(answer.body.code).toBe('wait_out_of_range');
    });

    it('is for somebody whom the desk knows', async () => {
      const { answer } = await waiting({ waitingFor: 'godot' });
      expect([answer.status, answer.body.code]).toEqual([400, 'bad_input']);
    });
  });

  describe('escalation', () => {
    it('puts what is past its deadline first in the queue, and leaves it to everybody', async () => {
      const { caseId: late = '' } = await h.sendMessage({ text: 'Could we begin in the first week of May?' });
      const held = await h.heldCase();
      const { version, leaseToken } = await h.claim(moderator, held);
      h.clock.advance(10 * DAY);
      const fresh = await h.heldCase({ text: '국민은행 123456-04-123456 예금주 김민수로 입금해 주세요' });
      await h.runJob('escalate-overdue');
      await h.runJob('escalate-overdue');
      const seen = await h.view(lead, late);
      expect(seen).toMatchObject({ escalated: true, leadsOnly: false, escalationReason: 'deadline' });
      expect(seen.priority).toBeGreaterThanOrEqual(100);
      expect(seen.history.filter((event) => event.type === 'case.escalated')).toHaveLength(1);
      expect((await h.view(lead, fresh)).escalated).toBe(false);

      const given = (await h.claimNext(await h.person('moderator'), 10)).map((one) => one.id);
      expect(given).toContain(late);
      expect(given.indexOf(late)).toBeLessThan(given.includes(fresh) ? given.indexOf(fresh) : Infinity);
      // the version has not moved, so whoever was at work when the deadline passed can go on
      expect((await h.view(lead, held)).version).toBe(version);
      expect(leaseToken).toBeDefined();
    });

    it('does not take a case from whoever is deciding it when its deadline passes', async () => {
      const caseId = await h.heldCase();
      const { dueAt } = await h.view(lead, caseId);
      h.clock.set(dueAt);
      const { version, leaseToken } = await h.claim(moderator, caseId);
      await h.runJob('escalate-overdue');
      expect((await h.view(lead, caseId)).escalated).toBe(true);
      const done = await moderator.post(`/api/cases/${caseId}/decision`, {
        version,
        leaseToken,
        outcome: 'release',
      });
      expect(done.status).toBe(200);
    });

    it('by a person says why, and needs the lease and a reason', async () => {
      const caseId = await h.heldCase();
      const { version, leaseToken } = await h.claim(moderator, caseId);
      expect((await moderator.post(`/api/cases/${caseId}/escalate`, { version, leaseToken })).status).toBe(
        400,
      );
      const reason = 'They say they know where I live.';
      const done = await moderator.post<CaseSummary>(`/api/cases/${caseId}/escalate`, {
        version,
        leaseToken,
        reason,
      });
      expect(done.body).toMatchObject({ escalationReason: reason, version: version + 1 });
      for (const escalated of [true, false]) {
        const page = await lead.get<{ items: CaseSummary[] }>(
          `/api/cases?queue=first-messages&limit=100&escalated=${escalated}`,
        );
        expect(page.body.items.every((one) => one.escalated === escalated)).toBe(true);
        expect(page.body.items.some((one) => one.id === caseId)).toBe(escalated);
      }
      const late = await moderator.post(`/api/cases/${caseId}/escalate`, { version, leaseToken, reason });
      expect(late.status).toBe(409);
      expect((await h.view(moderator, caseId)).notes).toMatchObject([
        { id: late.body.draftNoteId, kind: 'draft', text: expect.stringContaining(reason) as string },
      ]);
      expect(await h.decide(lead, caseId, { outcome: 'release' })).toMatchObject({
        case: { status: 'decided' },
      });
    });
  });

  describe('withdrawal by the marketplace', () => {
    const withdraw = (id: string) => h.marketplace.delete(`/v1/messages/${id}`);

    it('takes an open case away, whoever holds it, and again without harm', async () => {
      const { id, caseId = '' } = await h.sendMessage();
      const { version, leaseToken } = await h.claim(moderator, caseId);
      expect((await withdraw(id)).status).toBe(204);
      expect((await withdraw(id)).status).toBe(204);
      expect((await h.marketplace.get(`/v1/messages/${id}`)).body).toMatchObject({
        disposition: 'withdrawn',
      });
      const late = await moderator.post(`/api/cases/${caseId}/decision`, {
        version,
        leaseToken,
        outcome: 'release',
        note: 'typed',
      });
      expect(late.body).toMatchObject({ code: 'wrong_status', caseStatus: 'withdrawn' });
      expect(late.body.draftNoteId).toBeDefined();
      const seen = await h.view(moderator, caseId);
      expect(seen).toMatchObject({ status: 'withdrawn', lease: null });
      expect(seen.history.filter((event) => event.type === 'case.withdrawn')).toHaveLength(1);
      expect(seen.allowedActions).toEqual(['note']);
    });

    it('is answered once for all, however many ask at once', async () => {
      for (let i = 0; i < 10; i++) {
        const { id } = await h.sendMessage();
        const answers = await Promise.all([withdraw(id), withdraw(id), withdraw(id)]);
        expect(answers.map((answer) => answer.status)).toEqual([204, 204, 204]);
      }
    });

    it('takes a waiting case away', async () => {
      const { caseId } = await waiting();
      const { subject } = await h.view(moderator, caseId);
      expect((await withdraw(subject.id)).status).toBe(204);
      expect((await h.view(moderator, caseId)).status).toBe('withdrawn');
      h.clock.advance(2 * DAY);
      await h.runJob('end-waits');
      expect((await h.view(moderator, caseId)).status).toBe('withdrawn');
    });

    it('takes a proposal away with the case', async () => {
      const { body } = await lead.get<{ version: number; value: object }>('/api/settings/first-messages');
      const value = { ...body.value, approveReasons: ['fraud'] };
      await lead.put('/api/settings/first-messages', { version: body.version, value });
      const { id, caseId = '' } = await h.sendMessage();
      await h.decide(moderator, caseId, { outcome: 'reject', reasonCode: 'fraud' });
      expect((await withdraw(id)).status).toBe(204);
      const { status, decisions, version } = await h.view(lead, caseId);
      expect([status, decisions[0]?.status]).toEqual(['withdrawn', 'undone']);
      const approval = await lead.post(`/api/cases/${caseId}/approval`, { version, verdict: 'approve' });
      expect(approval.status).toBe(409);
    });

    it('comes too late after a decision; until that has left, the marketplace does not learn which', async () => {
      const { id, caseId = '' } = await h.sendMessage();
      await h.decide(moderator, caseId, { outcome: 'release', note: 'for colleagues only' });
      const late = await withdraw(id);
      expect(late.status).toBe(409);
      expect(late.body).toMatchObject({ code: 'being_decided' });
      expect(JSON.stringify(late.body)).not.toMatch(/release|colleagues|staff_/);
      await moderator.post(`/api/cases/${caseId}/undo`);
      expect((await withdraw(id)).status).toBe(204);
    });

    it('knows no message that is not there', async () => {
      expect((await withdraw('no-such-message')).status).toBe(404);
    });

    it('or the decision: one of them, fifty times', async () => {
      for (let i = 0; i < 50; i++) {
        const { id, caseId = '' } = await h.sendMessage();
        const { version, leaseToken } = await h.claim(moderator, caseId);
        const decide = () =>
          moderator.post<ClaimedCase & { code?: string; caseStatus?: string }>(
            `/api/cases/${caseId}/decision`,
            {
              version,
              leaseToken,
              outcome: 'release',
              note: 'for colleagues only',
            },
          );
        const [decided, withdrawn] = await (i % 2
          ? Promise.all([decide(), withdraw(id)])
          : Promise.all([withdraw(id), decide()]).then(([w, d]) => [d, w] as const));
        const { disposition } = (await h.marketplace.get<{ disposition: string }>(`/v1/messages/${id}`)).body;
        const { status } = await h.view(moderator, caseId);
        if (decided.status === 200) {
          expect([withdrawn.status, disposition, status]).toEqual([409, 'held', 'decided']);
          expect(withdrawn.body).toMatchObject({ code: 'being_decided' });
          await h.relay();
          expect((await withdraw(id)).body).toMatchObject({ code: 'not_held', disposition: 'released' });
          expect(JSON.stringify(withdrawn.body)).not.toMatch(/colleagues|staff_/);
        } else {
          expect([withdrawn.status, disposition, status]).toEqual([204, 'withdrawn', 'withdrawn']);
          expect(decided.body).toMatchObject({ code: 'wrong_status', caseStatus: 'withdrawn' });
        }
      }
    });
  });
});
