import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabases } from '../testing/databases.ts';
import { type Harness, type StaffClient, startHarness } from '../testing/harness.ts';
import type { ClaimedCase, Decided } from './contract.ts';

const UNDO_MS = 10_000;

describe.each(testDatabases())('deciding on $name', ({ open }) => {
  let h: Harness;
  let moderator: StaffClient;
  let lead: StaffClient;

  beforeAll(async () => {
    h = await startHarness(open);
    [moderator, lead] = [await h.as('moderator'), await h.as('lead')];
  });
  afterAll(() => h.close());

  const outboxOf = (caseId: string) =>
    h.database.select<{ type: string; status: string; not_before: number; data: string }>(
      'select type, status, not_before, data from outbox where case_id = ? order by type',
      [caseId],
    );

  it('moves the message, writes the decision, the event and the effects, and gives the lease up', async () => {
    const { id, caseId = '' } = await h.sendMessage({ text: 'Call me: 010-1234-5678' });
    const { version, leaseToken } = await h.claim(moderator, caseId);
    const at = h.clock.now();
    const answer = await moderator.post<Decided>(`/api/cases/${caseId}/decision`, {
      version,
      leaseToken,
      outcome: 'reject',
      reasonCode: 'off_platform_contact',
      note: 'second time this week',
      message: 'Please leave the number out.',
    });
    expect(answer.status).toBe(200);
    expect(answer.body.case).toMatchObject({
      status: 'decided',
      version: version + 1,
      lease: null,
      outcome: 'reject',
      reasonCode: 'off_platform_contact',
      decidedBy: { id: moderator.id, name: moderator.name },
      decidedAt: new Date(at).toISOString(),
    });
    expect(answer.body.decision).toMatchObject({
      round: 1,
      status: 'applied',
      note: 'second time this week',
      message: 'Please leave the number out.',
      undoUntil: new Date(at + UNDO_MS).toISOString(),
      approvedBy: null,
      batchId: null,
      reversesId: null,
    });
    const { body: receipt } = await h.marketplace.get(`/v1/messages/${id}`);
    expect(receipt).toEqual({ id, disposition: 'held', caseId });
    expect(await h.database.select('select disposition from messages where id = ?', [id])).toEqual([
      { disposition: 'rejected' },
    ]);

    const seen = await h.view(lead, caseId);
    expect(seen.history.at(-1)).toMatchObject({
      type: 'case.decided',
      actor: { id: moderator.id },
      data: { decisionId: answer.body.decision.id, outcome: 'reject', reasonCode: 'off_platform_contact' },
    });
    expect(JSON.stringify(seen.history)).not.toContain('second time this week');
    const outbox = await outboxOf(caseId);
    expect(outbox.map((row) => [row.type, row.status, row.not_before])).toEqual([
      ['message.rejected', 'pending', at + UNDO_MS],
      ['notice.created', 'pending', at + UNDO_MS],
    ]);
    expect(JSON.stringify(outbox)).not.toMatch(/010|leave the number|second time/);
  });

  it('reaches the marketplace once, after the undo window and not before', async () => {
    const message = await h.messageBody();
    const { caseId = '' } = (await h.marketplace.post<{ caseId?: string }>('/v1/messages', message)).body;
    const { decision } = await h.decide(moderator, caseId, { outcome: 'release' });
    const told = async () => (await h.feed()).filter((event) => event.data.caseId === caseId);
    const receipt = async () => (await h.marketplace.get(`/v1/messages/${message.id}`)).body;
    h.clock.advance(UNDO_MS - 1);
    await h.runJob('relay-outbox');
    expect(await told()).toEqual([]);
    expect(await receipt()).toMatchObject({ disposition: 'held' });
    const again = await h.marketplace.post('/v1/messages', message);
    expect(again.body).toEqual({ id: message.id, disposition: 'held', caseId });
    const withdrawn = await h.marketplace.delete(`/v1/messages/${message.id}`);
    expect(withdrawn).toMatchObject({ status: 409, body: { code: 'being_decided' } });
    expect(JSON.stringify(withdrawn.body)).not.toContain('release');
    h.clock.advance(1);
    expect(await receipt()).toMatchObject({ disposition: 'held' });
    await h.runJob('relay-outbox');
    await h.runJob('relay-outbox');
    const events = await told();
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      type: 'message.released',
      data: { caseId, decisionId: decision.id, outcome: 'release', reasonCode: null },
    });
  });

  it.each([
    ['an outcome that the desk does not have', { outcome: 'shred' }, '/body/outcome'],
    ['no outcome', {}, '/body/outcome'],
    ['a rejection without a reason', { outcome: 'reject' }, '/body/reasonCode'],
    ['a reason that the desk does not have', { outcome: 'reject', reasonCode: 'mood' }, '/body/reasonCode'],
    ['a reason for a release', { outcome: 'release', reasonCode: 'spam' }, '/body/reasonCode'],
    ['a field that the desk does not know', { outcome: 'release', refund: 5 }, ''],
    ['a dry run, which is of bulk only', { outcome: 'release', dryRun: true }, ''],
    ['an empty message', { outcome: 'reject', reasonCode: 'spam', message: '' }, '/body/message'],
    ['a version that is text', { outcome: 'release', version: '1' }, '/body/version'],
    ['no lease token', { outcome: 'release', leaseToken: undefined }, '/body/leaseToken'],
  ])('refuses %s, and changes nothing', async (_what, wrong, path) => {
    const caseId = await h.heldCase();
    const { version, leaseToken } = await h.claim(moderator, caseId);
    const refused = await moderator.post(`/api/cases/${caseId}/decision`, { version, leaseToken, ...wrong });
    expect([refused.status, refused.body.code]).toEqual([400, 'bad_input']);
    expect(JSON.stringify(refused.body.errors)).toContain(path);
    expect(await h.view(moderator, caseId)).toMatchObject({ status: 'open', version, decisions: [] });
  });

  it.each([undefined, '   \n '])('asks for a text where the reason is "other" (%j)', async (message) => {
    const caseId = await h.heldCase();
    const { version, leaseToken } = await h.claim(moderator, caseId);
    const decision = { version, leaseToken, outcome: 'reject', reasonCode: 'other', message };
    const refused = await moderator.post(`/api/cases/${caseId}/decision`, decision);
    expect([refused.status, refused.body.code]).toEqual([422, 'text_needed']);
    const done = await moderator.post(`/api/cases/${caseId}/decision`, {
      ...decision,
      message: 'No dice games.',
    });
    expect(done.status).toBe(200);
  });

  it('refuses a version that is not the one which stands', async () => {
    const caseId = await h.heldCase();
    const first = await h.claim(moderator, caseId);
    const until = new Date(h.clock.now() + 60_000).toISOString();
    const { version, leaseToken } = first;
    const waiting = await moderator.post<ClaimedCase>(`/api/cases/${caseId}/wait`, {
      version,
      leaseToken,
      waitingFor: 'sender',
      until,
    });
    await moderator.post(`/api/cases/${caseId}/resume`, { version: waiting.body.version });
    const again = await h.claim(moderator, caseId);
    const refused = await moderator.post(`/api/cases/${caseId}/decision`, {
      version,
      leaseToken: again.leaseToken,
      outcome: 'release',
    });
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({ code: 'stale_version', version: again.version });
  });

  it('tells the loser who decided what, and keeps what they had typed for them alone', async () => {
    const caseId = await h.heldCase();
    const slow = await h.claim(moderator, caseId);
    await h.claim(lead, caseId, true);
    await h.decide(lead, caseId, { outcome: 'reject', reasonCode: 'fraud' });
    const late = await moderator.post(`/api/cases/${caseId}/decision`, {
      version: slow.version,
      leaseToken: slow.leaseToken,
      outcome: 'reject',
      reasonCode: 'spam',
      note: 'same text as yesterday',
      message: 'Please do not advertise here.',
    });
    expect(late.status).toBe(409);
    expect(late.body).toMatchObject({
      code: 'already_decided',
      decision: { outcome: 'reject', reasonCode: 'fraud', decidedBy: { id: lead.id, name: lead.name } },
      caseStatus: 'decided',
    });
    expect(late.body.detail).toContain(lead.name);

    const [draft] = (await h.view(moderator, caseId)).notes;
    expect(draft).toMatchObject({ id: late.body.draftNoteId, kind: 'draft', author: { id: moderator.id } });
    for (const typed of ['reject (spam)', 'same text as yesterday', 'Please do not advertise here.'])
      expect(draft?.text).toContain(typed);
    expect((await h.view(lead, caseId)).notes).toEqual([]);
  });

  it('keeps no draft where nothing was typed', async () => {
    const caseId = await h.heldCase();
    const { version, leaseToken } = await h.claim(moderator, caseId);
    await h.decide(moderator, caseId, { outcome: 'release' });
    const late = await moderator.post(`/api/cases/${caseId}/decision`, {
      version,
      leaseToken,
      outcome: 'release',
    });
    expect([late.status, late.body.draftNoteId]).toEqual([409, undefined]);
    expect((await h.view(moderator, caseId)).notes).toEqual([]);
  });

  it.each(['claims_officer', 'account_manager', 'support_agent', 'auditor', 'admin'] as const)(
    'shows no case to a %s, and takes no decision from them',
    async (role) => {
      const caseId = await h.heldCase();
      const other = await h.as(role);
      const { version, leaseToken } = await h.claim(moderator, caseId);
      const decision = { version, leaseToken, outcome: 'release' };
      for (const answer of [
        await other.get(`/api/cases/${caseId}`),
        await other.get('/api/cases?queue=first-messages'),
        await other.post(`/api/cases/${caseId}/decision`, decision),
        await other.post(`/api/cases/${caseId}/undo`),
        await other.post(`/api/cases/${caseId}/notes`, { text: 'hello' }),
        await other.put(`/api/cases/${caseId}/presence`),
      ])
        expect([answer.status, answer.body.code]).toEqual([403, 'forbidden']);
    },
  );

  it('knows no case that is not there', async () => {
    const none = 'case_01900000-0000-7000-8000-000000000000';
    expect((await moderator.get(`/api/cases/${none}`)).status).toBe(404);
    const decision = { version: 1, leaseToken: 'x', outcome: 'release', note: 'typed' };
    expect((await moderator.post(`/api/cases/${none}/decision`, decision)).status).toBe(404);
    expect((await moderator.get('/api/cases/7')).status).toBe(400);
  });

  it('keeps one standing decision per round, whatever writes to the database', async () => {
    const caseId = await h.heldCase();
    await h.decide(moderator, caseId, { outcome: 'release' });
    const [row] = await h.database.select<Record<string, unknown>>(
      'select * from decisions where case_id = ?',
      [caseId],
    );
    await expect(h.database.knex('decisions').insert({ ...row, id: 'dec_second' })).rejects.toThrow();
  });
});
