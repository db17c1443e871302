import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabases } from '../testing/databases.ts';
import { type Harness, type StaffClient, startHarness } from '../testing/harness.ts';
import type { BulkResult, CaseSummary, Decided } from './contract.ts';

const FRAUD = { outcome: 'reject', reasonCode: 'fraud', message: 'This project does not exist.' };

describe.each(testDatabases())('the second approval on $name', ({ open }) => {
  let h: Harness;
  let moderator: StaffClient;
  let maker: StaffClient;
  let approver: StaffClient;

  async function approveReasons(...reasons: string[]) {
    const { body } = await maker.get<{ version: number; value: object }>('/api/settings/first-messages');
    const value = { ...body.value, approveReasons: reasons };
    const changed = await maker.put('/api/settings/first-messages', { version: body.version, value });
    expect(changed.status).toBe(200);
  }

  beforeAll(async () => {
    h = await startHarness(open);
    // the leads that come with the harness could approve too: none of them is here today
    await h.database.knex('staff').update({ status: 'disabled' });
    moderator = await h.person('moderator');
    maker = await h.person('lead', 'Maker');
    approver = await h.person('lead', 'Approver');
    await approveReasons('fraud');
  });
  beforeEach(() => h.database.knex('staff').where({ id: approver.id }).update({ status: 'active' }));
  afterAll(() => h.close());

  async function proposed(by: StaffClient = moderator) {
    const { id: messageId, caseId = '' } = await h.sendMessage();
    const { case: row, decision } = await h.decide(by, caseId, FRAUD);
    expect([row.status, decision.status]).toEqual(['pending_approval', 'proposed']);
    return { messageId, caseId, version: row.version, decision };
  }
  const approve = (who: StaffClient, caseId: string, version: number, verdict = 'approve', note?: string) =>
    who.post<Decided & { code?: string; draftNoteId?: string }>(`/api/cases/${caseId}/approval`, {
      version,
      verdict,
      ...(note === undefined ? {} : { note }),
    });
  const told = async (caseId: string) =>
    (await h.feed()).filter((event) => event.data.caseId === caseId).map((event) => event.type);

  it('holds the decision: nothing happens before somebody else has approved it', async () => {
    const { messageId, caseId, version, decision } = await proposed();
    expect(decision.undoUntil).toBeNull();
    await h.relay();
    expect(await told(caseId)).toEqual([]);
    expect((await h.marketplace.get(`/v1/messages/${messageId}`)).body).toMatchObject({
      disposition: 'held',
    });
    expect(await h.database.select('select id from notices where case_id = ?', [caseId])).toEqual([]);

    const answer = await approve(approver, caseId, version);
    expect(answer.status).toBe(200);
    expect(answer.body.decision).toMatchObject({
      status: 'applied',
      decidedBy: { id: moderator.id },
      approvedBy: { id: approver.id, name: 'Approver' },
      undoUntil: new Date(h.clock.now() + 10_000).toISOString(),
    });
    expect(answer.body.case).toMatchObject({ status: 'decided', decidedBy: { id: moderator.id } });
    await h.relay();
    expect((await told(caseId)).sort()).toEqual(['message.rejected', 'notice.created']);
    const { history } = await h.view(approver, caseId);
    expect(history.map((event) => event.type).slice(-2)).toEqual(['case.proposed', 'case.approved']);
    expect(history.at(-1)).toMatchObject({ actor: { id: approver.id }, data: { proposedBy: moderator.id } });
  });

  it('asks for nobody where the reason needs nobody', async () => {
    const caseId = await h.heldCase();
    const { case: row } = await h.decide(moderator, caseId, { outcome: 'reject', reasonCode: 'spam' });
    expect(row.status).toBe('decided');
  });

  it('is never given by the maker, not even by a lead, by whichever way', async () => {
    const { caseId, version, decision } = await proposed(maker);
    expect((await h.view(maker, caseId)).allowedActions).not.toContain('approve');
    const direct = await approve(maker, caseId, version);
    expect([direct.status, direct.body.code]).toEqual([403, 'maker_is_checker']);
    const items = [{ caseId, version }];
    const ways: [string, object][] = [
      [`/api/cases/${caseId}/claim`, {}],
      [`/api/cases/${caseId}/claim`, { takeover: true }],
      [`/api/cases/${caseId}/decision`, { version, leaseToken: 'x', ...FRAUD }],
      [`/api/cases/${caseId}/reversal`, { version, note: 'once more', ...FRAUD }],
    ];
    for (const [path, body] of ways) expect((await maker.post(path, body)).status).toBe(409);
    const bulk = await maker.post<BulkResult>('/api/queues/first-messages/decisions', { items, ...FRAUD });
    expect(bulk.body.failed).toBe(1);
    const forged = { status: 'applied', approved_by: maker.id, approved_by_name: maker.name };
    await expect(h.database.knex('decisions').where({ id: decision.id }).update(forged)).rejects.toThrow();
    expect((await h.view(approver, caseId)).status).toBe('pending_approval');
  });

  it('is not given by whoever may decide but not approve', async () => {
    const { caseId, version } = await proposed();
    const colleague = await h.person('moderator');
    const refused = await approve(colleague, caseId, version);
    expect([refused.status, refused.body.code]).toEqual([403, 'forbidden']);
    expect((await h.view(colleague, caseId)).allowedActions).not.toContain('approve');
  });

  it('is not given by whoever is tied to a party', async () => {
    const { caseId, version } = await proposed();
    expect((await h.view(approver, caseId)).allowedActions).toEqual(
      expect.arrayContaining(['approve', 'declare_tie']),
    );
    expect((await approver.post(`/api/cases/${caseId}/tie`, {})).status).toBe(200);
    const refused = await approve(approver, caseId, version);
    expect([refused.status, refused.body.code]).toEqual([403, 'conflict_of_interest']);
    expect((await h.view(approver, caseId)).allowedActions).not.toContain('approve');
  });

  it('returns a proposal to the queue, where its maker may decide again', async () => {
    const { caseId, version, decision } = await proposed();
    const returned = await approve(approver, caseId, version, 'return', 'Look at the older orders.');
    expect([returned.status, returned.body.case.status]).toEqual([200, 'open']);
    expect(returned.body.decision).toMatchObject({ id: decision.id, status: 'returned' });
    await h.relay();
    expect(await told(caseId)).toEqual([]);
    const again = await h.decide(moderator, caseId, { outcome: 'release' });
    expect(again.case).toMatchObject({ status: 'decided', outcome: 'release' });
  });

  it('checks the rules again as they are when it is given', async () => {
    const { caseId, version } = await proposed();
    // a rule that came later: a text is needed, and the proposal has none
    await h.database
      .knex('decisions')
      .where({ case_id: caseId })
      .update({ reason_code: 'other', message: null });
    const refused = await approve(approver, caseId, version);
    expect([refused.status, refused.body.code]).toEqual([422, 'text_needed']);
    expect((await h.view(approver, caseId)).status).toBe('pending_approval');
  });

  it('cannot be asked for where nobody else could give it', async () => {
    await h.database.knex('staff').where({ id: approver.id }).update({ status: 'disabled' });
    const caseId = await h.heldCase();
    const { version, leaseToken } = await h.claim(maker, caseId);
    const refused = await maker.post(`/api/cases/${caseId}/decision`, { version, leaseToken, ...FRAUD });
    expect([refused.status, refused.body.code]).toEqual([422, 'no_approver']);
    expect((await h.view(maker, caseId)).decisions).toEqual([]);
    // a moderator's proposal could still be approved by the maker
    await h.decide(moderator, await h.heldCase(), FRAUD);
  });

  it('is not needed any more once its maker takes the proposal back, at any time', async () => {
    const { caseId, version } = await proposed();
    h.clock.advance(60 * 60_000);
    expect((await h.view(moderator, caseId)).allowedActions).toContain('undo');
    const colleague = await h.person('moderator');
    expect((await colleague.post(`/api/cases/${caseId}/undo`)).body.code).toBe('not_yours');
    const undone = await moderator.post<{ case: CaseSummary; leaseToken: string }>(
      `/api/cases/${caseId}/undo`,
    );
    expect(undone.body.case).toMatchObject({ status: 'open', lease: { holder: { id: moderator.id } } });
    expect((await approve(approver, caseId, version)).status).toBe(409);
    const done = await moderator.post<Decided>(`/api/cases/${caseId}/decision`, {
      version: undone.body.case.version,
      leaseToken: undone.body.leaseToken,
      outcome: 'release',
    });
    expect(done.status).toBe(200);
  });

  it('leaves a maker who undoes an approved decision free to decide anew', async () => {
    const { caseId, version } = await proposed();
    await approve(approver, caseId, version);
    const undone = await moderator.post<{ case: CaseSummary; leaseToken: string }>(
      `/api/cases/${caseId}/undo`,
    );
    expect(undone.body.case.lease?.holder.id).toBe(moderator.id);
    const again = await moderator.post<Decided>(`/api/cases/${caseId}/decision`, {
      version: undone.body.case.version,
      leaseToken: undone.body.leaseToken,
      outcome: 'release',
    });
    expect([again.status, again.body.case?.outcome]).toEqual([200, 'release']);
    await h.relay();
    expect(await told(caseId)).toEqual(['message.released']);
  });

  it('is one word: of two leads who speak at once, the second learns of the first and keeps their note', async () => {
    const other = await h.person('lead', 'Other');
    for (let i = 0; i < 20; i++) {
      const { caseId, version } = await proposed();
      const answers = await Promise.all([
        approve(approver, caseId, version, 'approve', 'clearly'),
        approve(other, caseId, version, i % 2 ? 'return' : 'approve', 'not so sure'),
      ]);
      expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
      const loser = answers[0].status === 409 ? approver : other;
      const lost = answers.find((answer) => answer.status === 409);
      expect((await h.view(loser, caseId)).notes).toMatchObject([
        { id: lost?.body.draftNoteId, kind: 'draft' },
      ]);
    }
    await h.database.knex('staff').where({ id: other.id }).update({ status: 'disabled' });
  });

  it('is needed for a reversal as for a decision: nobody goes round it by deciding twice', async () => {
    const { messageId, caseId = '' } = await h
      .sendMessage()
      .then(({ id, caseId: of }) => ({ messageId: id, caseId: of }));
    await h.decide(maker, caseId, { outcome: 'release' });
    await h.relay();
    const before = await h.view(maker, caseId);
    const reversal = { version: before.version, note: 'it was fraud after all', ...FRAUD };
    const asked = await maker.post<Decided>(`/api/cases/${caseId}/reversal`, reversal);
    expect([asked.status, asked.body.case.status, asked.body.decision.status]).toEqual([
      200,
      'pending_approval',
      'proposed',
    ]);
    await h.relay();
    expect(await told(caseId)).toEqual(['message.released']);
    const { version } = asked.body.case;
    expect((await approve(maker, caseId, version)).body.code).toBe('maker_is_checker');

    const returned = await approve(approver, caseId, version, 'return');
    expect(returned.body.case).toMatchObject({ status: 'decided', outcome: 'release', round: 1 });
    const back = await h.view(maker, caseId);
    expect(back.allowedActions).toContain('reverse');

    const again = await maker.post<Decided>(`/api/cases/${caseId}/reversal`, {
      ...reversal,
      version: back.version,
    });
    expect(again.status).toBe(200);
    const done = await approve(approver, caseId, again.body.case.version);
    expect(done.body.case).toMatchObject({ status: 'decided', outcome: 'reject', round: 2 });
    await h.relay();
    expect((await told(caseId)).sort()).toEqual(['message.released', 'message.removed', 'notice.created']);
    expect((await h.marketplace.get(`/v1/messages/${messageId}`)).body).toMatchObject({
      disposition: 'removed',
    });
  });

  it('takes a proposed reversal back to the decision that stood', async () => {
    const caseId = await h.heldCase();
    await h.decide(maker, caseId, { outcome: 'release' });
    await h.relay();
    const { version, decidedAt } = await h.view(maker, caseId);
    const asked = await maker.post<Decided>(`/api/cases/${caseId}/reversal`, {
      version,
      note: 'fraud',
      ...FRAUD,
    });
    expect(asked.body.case.status).toBe('pending_approval');
    const undone = await maker.post<{ case: CaseSummary; leaseToken: null }>(`/api/cases/${caseId}/undo`);
    expect(undone.body.case).toMatchObject({ status: 'decided', outcome: 'release', round: 1, decidedAt });
    expect(undone.body.leaseToken).toBeNull();
  });
});
