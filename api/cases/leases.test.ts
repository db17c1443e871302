import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabases } from '../testing/databases.ts';
import { type Harness, type StaffClient, startHarness } from '../testing/harness.ts';
import type { ClaimedCase } from './contract.ts';

const MINUTE = 60_000;
const RELEASE = { outcome: 'release' };

describe.each(testDatabases())('leases on $name', ({ open }) => {
  let h: Harness;
  let moderator: StaffClient;
  let colleague: StaffClient;
  let lead: StaffClient;

  beforeAll(async () => {
    h = await startHarness(open);
    [moderator, lead] = [await h.as('moderator'), await h.as('lead')];
    colleague = await h.person('moderator', 'Jiwoo Park');
  });
  afterAll(() => h.close());

  it('is prolonged by a heartbeat, and only while it lives', async () => {
    const caseId = await h.heldCase();
    const { leaseToken } = await h.claim(moderator, caseId);
    const beat = () =>
      moderator.post<{ leaseExpiresAt: string; code?: string }>(`/api/cases/${caseId}/heartbeat`, {
        leaseToken,
      });
    h.clock.advance(4 * MINUTE);
    expect((await beat()).body.leaseExpiresAt).toBe(new Date(h.clock.now() + 5 * MINUTE).toISOString());
    h.clock.advance(4 * MINUTE);
    expect((await beat()).status).toBe(200);
    h.clock.advance(5 * MINUTE);
    const late = await beat();
    expect([late.status, late.body.code]).toEqual([409, 'lease_expired']);
  });

  it('is nobody else’s to use: not to keep, give back, skip, escalate, put aside or decide with', async () => {
    const caseId = await h.heldCase();
    const { version, leaseToken } = await h.claim(moderator, caseId);
    const until = new Date(h.clock.now() + 60 * MINUTE).toISOString();
    const tries: [string, Record<string, unknown>][] = [
      ['heartbeat', {}],
      ['release', {}],
      ['skip', {}],
      ['escalate', { version, reason: 'mine now' }],
      ['wait', { version, waitingFor: 'sender', until }],
      ['decision', { version, ...RELEASE }],
    ];
    for (const [action, body] of tries) {
      const refused = await colleague.post(`/api/cases/${caseId}/${action}`, { leaseToken, ...body });
      expect([action, refused.status, refused.body.code]).toEqual([action, 409, 'lease_lost']);
    }
    const officer = await h.as('claims_officer');
    expect((await officer.post(`/api/cases/${caseId}/heartbeat`, { leaseToken })).status).not.toBe(200);
    expect((await h.view(moderator, caseId)).leaseToken).toBe(leaseToken);
  });

  it('counts: once it ran out its holder cannot decide, even if nobody else has taken the case', async () => {
    const caseId = await h.heldCase();
    const { version, leaseToken } = await h.claim(moderator, caseId);
    h.clock.advance(5 * MINUTE);
    const late = await moderator.post(`/api/cases/${caseId}/decision`, { version, leaseToken, ...RELEASE });
    expect([late.status, late.body.code]).toEqual([409, 'lease_expired']);
    const again = await h.claim(moderator, caseId);
    expect(again.leaseToken).not.toBe(leaseToken);
    expect(again.version).toBe(version);
  });

  it('tells a colleague who holds a case, and does not hand it over', async () => {
    const caseId = await h.heldCase();
    await h.claim(colleague, caseId);
    const refused = await moderator.post(`/api/cases/${caseId}/claim`, {});
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({
      code: 'held',
      detail: expect.stringContaining('Jiwoo Park') as string,
      holder: { id: colleague.id, name: 'Jiwoo Park' },
    });
  });

  it('is taken over by leads only; the token of whoever had it is worth nothing then', async () => {
    const caseId = await h.heldCase();
    const before = await h.claim(colleague, caseId);
    const refused = await moderator.post(`/api/cases/${caseId}/claim`, { takeover: true });
    expect([refused.status, refused.body.code]).toEqual([403, 'forbidden']);
    expect((await lead.post(`/api/cases/${caseId}/claim`, {})).body.code).toBe('held');

    const after = await h.claim(lead, caseId, true);
    expect(after.lease?.holder.id).toBe(lead.id);
    const { version, leaseToken } = before;
    const late = await colleague.post(`/api/cases/${caseId}/decision`, { version, leaseToken, ...RELEASE });
    expect(late.status).toBe(409);
    expect(late.body).toMatchObject({ code: 'lease_lost', holder: { id: lead.id, name: lead.name } });
    expect((await colleague.post(`/api/cases/${caseId}/heartbeat`, { leaseToken })).body.code).toBe(
      'lease_lost',
    );
    expect((await colleague.post(`/api/cases/${caseId}/release`, { leaseToken })).body.code).toBe(
      'lease_lost',
    );

    const { history } = await h.view(lead, caseId);
    expect(history.at(-1)).toMatchObject({ type: 'case.taken_over', data: { from: colleague.id } });
  });

  it('stays the same for its holder, whichever tab claims again', async () => {
    const caseId = await h.heldCase();
    const first = await h.claim(moderator, caseId);
    expect((await h.claim(moderator, caseId)).leaseToken).toBe(first.leaseToken);
    expect((await h.claim(moderator, caseId, true)).leaseToken).toBe(first.leaseToken);
  });

  it('ends when it is given back, and the case is free at once', async () => {
    const caseId = await h.heldCase();
    const { leaseToken } = await h.claim(moderator, caseId);
    const released = await moderator.post<ClaimedCase>(`/api/cases/${caseId}/release`, { leaseToken });
    expect([released.status, released.body.lease]).toEqual([200, null]);
    expect((await moderator.post(`/api/cases/${caseId}/release`, { leaseToken })).body.code).toBe(
      'lease_lost',
    );
    expect((await h.claim(colleague, caseId)).id).toBe(caseId);
  });

  it('ends by itself, and the log says so', async () => {
    const caseId = await h.heldCase();
    await h.claim(moderator, caseId);
    h.clock.advance(5 * MINUTE - 1);
    await h.runJob('expire-leases');
    expect((await h.view(lead, caseId)).lease).not.toBeNull();
    h.clock.advance(1);
    await h.runJob('expire-leases');
    const { lease, history } = await h.view(lead, caseId);
    expect(lease).toBeNull();
    expect(history.at(-1)).toMatchObject({
      type: 'case.lease_expired',
      actor: { id: 'system:leases' },
      data: { holder: moderator.id },
    });
    await h.runJob('expire-leases');
    expect((await h.view(lead, caseId)).history).toHaveLength(history.length);
  });

  it('is one per case, whatever writes to the database', async () => {
    const caseId = await h.heldCase();
    await expect(
      h.database.knex('cases').where({ id: caseId }).update({ lease_holder: moderator.id }),
    ).rejects.toThrow();
  });

  it('shows its token to its holder and to nobody else', async () => {
    const caseId = await h.heldCase();
    const { leaseToken } = await h.claim(moderator, caseId);
    expect((await h.view(moderator, caseId)).leaseToken).toBe(leaseToken);
    expect((await h.view(lead, caseId)).leaseToken).toBeNull();
    expect(JSON.stringify(await h.view(lead, caseId))).not.toContain(leaseToken);
    const page = await lead.get('/api/cases?queue=first-messages');
    expect(JSON.stringify(page.body)).not.toContain(leaseToken);
  });
});
