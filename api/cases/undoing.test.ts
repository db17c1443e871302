import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabases } from '../testing/databases.ts';
import { type Harness, type StaffClient, startHarness } from '../testing/harness.ts';
import type { ClaimedCase, Decided } from './contract.ts';

const UNDO_MS = 10_000;
const SPAM = { outcome: 'reject', reasonCode: 'spam' };

describe.each(testDatabases())('undoing on $name', ({ open }) => {
  let h: Harness;
  let moderator: StaffClient;
  let lead: StaffClient;

  beforeAll(async () => {
    h = await startHarness(open);
    [moderator, lead] = [await h.as('moderator'), await h.as('lead')];
  });
  afterAll(() => h.close());

  const undo = (who: StaffClient, caseId: string) =>
    who.post<{ case: ClaimedCase; leaseToken: string; code?: string }>(`/api/cases/${caseId}/undo`);
  const told = async (caseId: string) =>
    (await h.feed()).filter((event) => event.data.caseId === caseId).map((event) => event.type);

  it('restores everything within the window, and gives the case back to whoever undoes it', async () => {
    const { id, caseId = '' } = await h.sendMessage();
    const before = await h.view(moderator, caseId);
    await h.decide(moderator, caseId, SPAM);
    const [notice] = await h.database.select<{ id: string }>('select id from notices where case_id = ?', [
      caseId,
    ]);
    h.clock.advance(UNDO_MS - 1);
    const undone = await undo(moderator, caseId);
    expect(undone.status).toBe(200);
    const { version, status, round, outcome, reasonCode, decidedBy, decidedAt } = undone.body.case;
    expect({ status, round, outcome, reasonCode, decidedBy, decidedAt }).toEqual({
      status: before.status,
      round: before.round,
      outcome: null,
      reasonCode: null,
      decidedBy: null,
      decidedAt: null,
    });
    expect(version).toBe(before.version + 2);
    expect(undone.body.case.lease?.holder.id).toBe(moderator.id);

    expect((await h.marketplace.get(`/v1/messages/${id}`)).body).toMatchObject({ disposition: 'held' });
    expect((await h.marketplace.get(`/v1/notices/${notice?.id}`)).status).toBe(404);
    await h.relay();
    expect(await told(caseId)).toEqual([]);
    const seen = await h.view(moderator, caseId);
    expect(seen.history.at(-1)?.type).toBe('case.undone');
    expect(seen.decisions).toMatchObject([{ status: 'undone' }]);

    const again = await moderator.post<Decided>(`/api/cases/${caseId}/decision`, {
      version,
      leaseToken: undone.body.leaseToken,
      outcome: 'release',
    });
    expect([again.status, again.body.decision.round]).toEqual([200, 1]);
    await h.relay();
    expect(await told(caseId)).toEqual(['message.released']);
  });

  it('is not for somebody else, unless they are a lead', async () => {
    const caseId = await h.heldCase();
    await h.decide(moderator, caseId, { outcome: 'release' });
    const other = await h.person('moderator');
    const refused = await undo(other, caseId);
    expect([refused.status, refused.body.code]).toEqual([403, 'not_yours']);
    expect((await h.view(other, caseId)).allowedActions).not.toContain('undo');
    expect((await h.view(lead, caseId)).allowedActions).toContain('undo');
    const undone = await undo(lead, caseId);
    expect(undone.body.case.lease?.holder.id).toBe(lead.id);
  });

  it('gives no lease to a lead who may not decide the case themselves', async () => {
    const caseId = await h.heldCase();
    await lead.post(`/api/cases/${caseId}/tie`, {});
    await h.decide(moderator, caseId, { outcome: 'release' });
    const undone = await undo(lead, caseId);
    expect([undone.status, undone.body.case.lease, undone.body.leaseToken]).toEqual([200, null, null]);
  });

  it('is over when the window is', async () => {
    const caseId = await h.heldCase();
    await h.decide(moderator, caseId, { outcome: 'release' });
    h.clock.advance(UNDO_MS);
    const late = await undo(moderator, caseId);
    expect([late.status, late.body.code]).toEqual([409, 'undo_window_over']);
    expect((await h.view(moderator, caseId)).allowedActions).not.toContain('undo');
    await h.relay();
    expect(await told(caseId)).toEqual(['message.released']);
  });

  it('undoes once, however often it is pressed', async () => {
    const caseId = await h.heldCase();
    await h.decide(moderator, caseId, { outcome: 'release' });
    const answers = await Promise.all([1, 2, 3].map(() => undo(moderator, caseId)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409]);
    expect(answers.filter((answer) => answer.body.code === 'nothing_to_undo')).toHaveLength(2);
    expect((await h.view(moderator, caseId)).status).toBe('open');
  });

  it('has nothing to undo on an undecided case', async () => {
    const caseId = await h.heldCase();
    expect((await undo(moderator, caseId)).body.code).toBe('nothing_to_undo');
  });

  it('takes the trust back that an undone release had given', async () => {
    const senderId = await h.member('undone-sender');
    const first = await h.heldCase({ senderId });
    await h.decide(moderator, first, { outcome: 'release' });
    await undo(moderator, first);
    const rows = await h.database.select<{ n: number }>(
      'select count(*) as n from messages where sender_id = ? and released_by_person',
      [senderId],
    );
    expect(Number(rows[0]?.n)).toBe(0);
  });
});
