import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabases } from '../testing/databases.ts';
import { type Harness, type StaffClient, startHarness } from '../testing/harness.ts';
import type { CaseSummary, Decided } from './contract.ts';

const SPAM = { outcome: 'reject', reasonCode: 'spam' };
const RELEASE = { outcome: 'release' };

describe.each(testDatabases())('reversing on $name', ({ open }) => {
  let h: Harness;
  let moderator: StaffClient;
  let lead: StaffClient;

  beforeAll(async () => {
    h = await startHarness(open);
    [moderator, lead] = [await h.as('moderator'), await h.as('lead')];
  });
  afterAll(() => h.close());

  async function decided(outcome: object) {
    const { id, caseId = '' } = await h.sendMessage();
    await h.decide(moderator, caseId, { ...outcome });
    await h.relay();
    const { version } = await h.view(lead, caseId);
    return { messageId: id, caseId, version };
  }
  const reverse = (who: StaffClient, caseId: string, body: object) =>
    who.post<Decided & { code?: string; draftNoteId?: string; decision: { outcome: string } }>(
      `/api/cases/${caseId}/reversal`,
      { note: 'seen again', ...body },
    );
  const told = async (caseId: string) =>
    (await h.feed()).filter((event) => event.data.caseId === caseId).map((event) => event.type);
  const disposition = async (id: string) =>
    (await h.marketplace.get<{ disposition: string }>(`/v1/messages/${id}`)).body.disposition;

  it('removes a message that had been released, in a new round that names the one before', async () => {
    const { messageId, caseId, version } = await decided(RELEASE);
    expect((await h.view(lead, caseId)).allowedActions).toContain('reverse');
    const answer = await reverse(lead, caseId, { version, ...SPAM });
    expect(answer.status).toBe(200);
    const { decisions } = await h.view(lead, caseId);
    expect(decisions.map((one) => [one.round, one.outcome, one.status])).toEqual([
      [1, 'release', 'applied'],
      [2, 'reject', 'applied'],
    ]);
    expect(decisions[1]?.reversesId).toBe(decisions[0]?.id);
    expect(answer.body.case).toMatchObject({ status: 'decided', round: 2, decidedBy: { id: lead.id } });
    await h.relay();
    expect(await disposition(messageId)).toBe('removed');
    const events = await told(caseId);
    expect(events[0]).toBe('message.released');
    expect(events.slice(1).sort()).toEqual(['message.removed', 'notice.created']);
  });

  it('tells the sender of a removed message that it was removed, not that it never arrived', async () => {
    const { caseId, version } = await decided(RELEASE);
    await reverse(lead, caseId, { version, ...SPAM });
    await h.relay();
    const created = (await h.feed()).find(
      (event) => event.data.caseId === caseId && event.type === 'notice.created',
    );
    const notice = await h.marketplace.get<{ text: string; kind: string }>(
      `/v1/notices/${String(created?.data.noticeId)}`,
    );
    expect(notice.body.kind).toBe('message_removed');
    expect(notice.body.text).toMatch(/^Your message was removed\./);
  });

  it('releases a message that had been rejected', async () => {
    const { messageId, caseId, version } = await decided(SPAM);
    expect((await reverse(lead, caseId, { version, ...RELEASE })).status).toBe(200);
    expect(await disposition(messageId)).toBe('rejected');
    await h.relay();
    expect(await disposition(messageId)).toBe('released');
    expect((await told(caseId)).at(-1)).toBe('message.released');
  });

  it('keeps a removed message removed when only the reason changes', async () => {
    const { messageId, caseId, version } = await decided(RELEASE);
    const removed = await reverse(lead, caseId, { version, ...SPAM });
    await h.relay();
    const other = { outcome: 'reject', reasonCode: 'abuse', version: removed.body.case.version };
    expect((await reverse(lead, caseId, other)).status).toBe(200);
    await h.relay();
    expect(await disposition(messageId)).toBe('removed');
  });

  it('is undone within its own window: what it reversed stands again', async () => {
    const { messageId, caseId, version } = await decided(RELEASE);
    const before = await h.view(lead, caseId);
    await reverse(lead, caseId, { version, ...SPAM });
    const undone = await lead.post<{ case: CaseSummary; leaseToken: null }>(`/api/cases/${caseId}/undo`);
    expect(undone.status).toBe(200);
    expect(undone.body).toMatchObject({
      case: {
        status: 'decided',
        round: 1,
        outcome: 'release',
        decidedBy: { id: moderator.id },
        decidedAt: before.decidedAt,
      },
      leaseToken: null,
    });
    expect(await disposition(messageId)).toBe('released');
    await h.relay();
    expect(await told(caseId)).toEqual(['message.released']);
    const next = await reverse(lead, caseId, { version: undone.body.case.version, ...SPAM });
    expect([next.status, next.body.case.round]).toEqual([200, 2]);
  });

  it('gives the sender’s trust back with an undone removal, and only what a person had given', async () => {
    const trust = async (id: string) => {
      const [row] = await h.database.select<{ n: number }>(
        'select count(*) as n from messages where id = ? and released_by_person',
        [id],
      );
      return Number(row?.n);
    };
    const { messageId, caseId, version } = await decided(RELEASE);
    expect(await trust(messageId)).toBe(1);
    await reverse(lead, caseId, { version, ...SPAM });
    expect(await trust(messageId)).toBe(0);
    await lead.post(`/api/cases/${caseId}/undo`);
    expect(await trust(messageId)).toBe(1);
  });

  it('is not needed while the decision can still be undone', async () => {
    const caseId = await h.heldCase();
    const { case: row } = await h.decide(moderator, caseId, RELEASE);
    expect((await h.view(lead, caseId)).allowedActions).not.toContain('reverse');
    const refused = await reverse(lead, caseId, { version: row.version, ...SPAM });
    expect([refused.status, refused.body.code]).toEqual([409, 'undo_instead']);
  });

  it('is of leads, says why, and says something else than before', async () => {
    const { caseId, version } = await decided(SPAM);
    const moderators = await reverse(moderator, caseId, { version, ...RELEASE });
    expect([moderators.status, moderators.body.code]).toEqual([403, 'forbidden']);
    expect((await reverse(lead, caseId, { version, ...RELEASE, note: undefined })).status).toBe(400);
    const same = await reverse(lead, caseId, { version, ...SPAM });
    expect([same.status, same.body.code]).toEqual([409, 'same_outcome']);
    const undecided = await h.heldCase();
    expect((await reverse(lead, undecided, { version: 1, ...RELEASE })).body.code).toBe('wrong_status');
  });

  it('is not for a lead who is tied to a party', async () => {
    const { id, caseId = '' } = await h.sendMessage();
    await lead.post(`/api/cases/${caseId}/tie`, {});
    await h.decide(moderator, caseId, RELEASE);
    await h.relay();
    const { version, allowedActions } = await h.view(lead, caseId);
    expect(allowedActions).not.toContain('reverse');
    expect((await reverse(lead, caseId, { version, ...SPAM })).body.code).toBe('conflict_of_interest');
    expect(await disposition(id)).toBe('released');
  });

  it('happens once where two leads reverse at once; the other learns of it and keeps their text', async () => {
    const other = await h.person('lead', 'Other Lead');
    for (let i = 0; i < 20; i++) {
      const { caseId, version } = await decided(RELEASE);
      const answers = await Promise.all([
        reverse(lead, caseId, { version, ...SPAM }),
        reverse(other, caseId, {
          version,
          outcome: 'reject',
          reasonCode: 'abuse',
          note: 'my long reasoning',
        }),
      ]);
      expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
      const lost = answers.find((answer) => answer.status === 409);
      const loser = answers[0].status === 409 ? lead : other;
      expect(lost?.body.decision).toMatchObject({ outcome: 'reject', round: 2 });
      const { decisions, notes } = await h.view(loser, caseId);
      expect(decisions.filter((one) => one.round === 2)).toHaveLength(1);
      expect(notes).toMatchObject([{ kind: 'draft', id: lost?.body.draftNoteId }]);
    }
  });
});
