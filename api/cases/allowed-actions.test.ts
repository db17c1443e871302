import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES, type Role } from '../core/permissions.ts';
import { testDatabases } from '../testing/databases.ts';
import { type Harness, type StaffClient, startHarness } from '../testing/harness.ts';
import { CASE_ACTIONS, type CaseAction, type CaseDetail } from './contract.ts';

const MINUTE = 60_000;
const FRAUD = { outcome: 'reject', reasonCode: 'fraud' };

describe.each(testDatabases())('what a case allows on $name', ({ open }) => {
  let h: Harness;
  let worker: StaffClient;
  let lead: StaffClient;

  beforeAll(async () => {
    h = await startHarness(open);
    [worker, lead] = [await h.person('moderator', 'Worker'), await h.person('lead', 'Lead')];
    const { body } = await lead.get<{ version: number; value: object }>('/api/settings/first-messages');
    const value = { ...body.value, approveReasons: ['fraud'] };
    await lead.put('/api/settings/first-messages', { version: body.version, value });
  });
  afterAll(() => h.close());

  async function wait(caseId: string) {
    const { version, leaseToken } = await h.claim(worker, caseId);
    const until = new Date(h.clock.now() + MINUTE).toISOString();
    await worker.post(`/api/cases/${caseId}/wait`, { version, leaseToken, waitingFor: 'sender', until });
  }
  async function escalate(caseId: string) {
    const { version, leaseToken } = await h.claim(worker, caseId);
    await worker.post(`/api/cases/${caseId}/escalate`, { version, leaseToken, reason: 'see there' });
  }

  /** How a case comes into each situation that differs in what it allows. `me` is whoever is asked about. */
  const situations: Record<string, (caseId: string, me: StaffClient) => Promise<unknown>> = {
    'open and free': async () => undefined,
    'held by me': async (caseId, me) => me.post(`/api/cases/${caseId}/claim`, {}),
    'held by a colleague': (caseId) => h.claim(worker, caseId),
    'held by me, run out': async (caseId, me) => {
      await me.post(`/api/cases/${caseId}/claim`, {});
      h.clock.advance(5 * MINUTE);
    },
    'open, I am tied': async (caseId, me) => me.post(`/api/cases/${caseId}/tie`, {}),
    'open, I skipped it': async (caseId, me) => {
      const { body } = await me.post<{ leaseToken: string }>(`/api/cases/${caseId}/claim`, {});
      await me.post(`/api/cases/${caseId}/skip`, { leaseToken: body.leaseToken });
    },
    escalated: escalate,
    waiting: wait,
    'waiting, I am tied': async (caseId, me) => {
      await wait(caseId);
      await me.post(`/api/cases/${caseId}/tie`, {});
    },
    'proposed by a colleague': (caseId) => h.decide(worker, caseId, FRAUD),
    'proposed by me': async (caseId, me) => {
      if (me.roles.some((role) => role === 'moderator' || role === 'lead')) await h.decide(me, caseId, FRAUD);
    },
    'proposed, I am tied': async (caseId, me) => {
      await me.post(`/api/cases/${caseId}/tie`, {});
      await h.decide(worker, caseId, FRAUD);
    },
    'just decided by a colleague': (caseId) => h.decide(worker, caseId, { outcome: 'release' }),
    'just decided by me': async (caseId, me) => {
      if (me.roles.some((role) => role === 'moderator' || role === 'lead'))
        await h.decide(me, caseId, { outcome: 'release' });
    },
    'decided, and gone': async (caseId) => {
      await h.decide(worker, caseId, { outcome: 'release' });
      await h.relay();
    },
    'decided, and gone, I am tied': async (caseId, me) => {
      await me.post(`/api/cases/${caseId}/tie`, {});
      await h.decide(worker, caseId, { outcome: 'release' });
      await h.relay();
    },
    withdrawn: async (caseId) => {
      const { subject } = await h.view(lead, caseId);
      await h.marketplace.delete(`/v1/messages/${subject.id}`);
    },
  };

  /** The request that each action is. */
  function requestOf(action: CaseAction, { id, version, leaseToken }: CaseDetail): [string, object] {
    const path = `/api/cases/${id}`;
    const lease = { leaseToken: leaseToken ?? 'none' };
    const until = new Date(h.clock.now() + MINUTE).toISOString();
    const requests: Record<CaseAction, [string, object]> = {
      claim: [`${path}/claim`, {}],
      takeover: [`${path}/claim`, { takeover: true }],
      heartbeat: [`${path}/heartbeat`, lease],
      release: [`${path}/release`, lease],
      skip: [`${path}/skip`, lease],
      escalate: [`${path}/escalate`, { ...lease, version, reason: 'see there' }],
      wait: [`${path}/wait`, { ...lease, version, waitingFor: 'sender', until }],
      resume: [`${path}/resume`, { version }],
      decide: [`${path}/decision`, { ...lease, version, outcome: 'release' }],
      approve: [`${path}/approval`, { version, verdict: 'approve' }],
      undo: [`${path}/undo`, {}],
      reverse: [`${path}/reversal`, { version, note: 'again', outcome: 'reject', reasonCode: 'spam' }],
      note: [`${path}/notes`, { text: 'hello' }],
      declare_tie: [`${path}/tie`, {}],
    };
    return requests[action];
  }

  /** A claim that asks for a takeover of a free case is a claim; claiming what one holds changes nothing. */
  function alsoAccepted(action: CaseAction, { lease, allowedActions }: CaseDetail, me: StaffClient): boolean {
    const own = lease?.holder.id === me.id && allowedActions.includes('heartbeat');
    if (action === 'claim') return own;
    return action === 'takeover' && (own || allowedActions.includes('claim'));
  }

  const workers: Role[] = ['moderator', 'lead'];

  it.each(workers.flatMap((role) => Object.keys(situations).map((situation) => [role, situation] as const)))(
    'is for a %s what the server then accepts: %s',
    async (role, situation) => {
      for (const action of CASE_ACTIONS) {
        const me = await h.person(role);
        const caseId = await h.heldCase();
        await situations[situation]?.(caseId, me);
        const seen = await h.view(me, caseId);
        const [path, body] = requestOf(action, seen);
        const answer = await me.post(path, body);
        const accepted = answer.status < 300;
        const expected = seen.allowedActions.includes(action) || alsoAccepted(action, seen, me);
        expect({ action, accepted, code: answer.body.code }).toEqual({
          action,
          accepted: expected,
          code: expected ? undefined : (expect.any(String) as string),
        });
        expect(accepted || [403, 409].includes(answer.status), `${action}: ${answer.status}`).toBe(true);
      }
    },
  );

  it.each(ROLES.filter((role) => !workers.includes(role)))('is nothing for a %s', async (role) => {
    const me = await h.as(role);
    const caseId = await h.heldCase();
    const seen = { ...(await h.view(lead, caseId)), leaseToken: 'none' };
    for (const action of CASE_ACTIONS) {
      const [path, body] = requestOf(action, seen);
      expect([action, (await me.post(path, body)).status]).toEqual([action, 403]);
    }
  });
});
