import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabases } from '../testing/databases.ts';
import { dump } from '../testing/dump.ts';
import { type Harness, type StaffClient, startHarness } from '../testing/harness.ts';
import type { BulkResult } from './contract.ts';

const SPAM = { outcome: 'reject', reasonCode: 'spam' };

describe.each(testDatabases())('deciding in bulk on $name', ({ open }) => {
  let h: Harness;
  let moderator: StaffClient;
  let lead: StaffClient;

  beforeAll(async () => {
    h = await startHarness(open);
    [moderator, lead] = [await h.as('moderator'), await h.as('lead')];
  });
  afterAll(() => h.close());

  const items = (ids: readonly string[], version = 1) => ids.map((caseId) => ({ caseId, version }));
  const bulk = (who: StaffClient, body: object) =>
    who.post<BulkResult & { code?: string }>('/api/queues/first-messages/decisions', body);
  const statusOf = async (caseId: string) => (await h.view(lead, caseId)).status;

  /** One case of each kind that bulk can meet. */
  async function mixed() {
    const [good, alsoGood, decided, held, stale, escalated] = await h.heldCases(6);
    await h.decide(lead, decided as string, { outcome: 'release' });
    await h.claim(lead, held as string);
    const { version, leaseToken } = await h.claim(moderator, escalated as string);
    const reason = 'for a lead';
    await moderator.post(`/api/cases/${escalated}/escalate`, { version, leaseToken, reason });
    const missing = 'case_01900000-0000-7000-8000-000000000000';
    const asked = [
      ...items([good, alsoGood, decided, held] as string[]),
      { caseId: stale as string, version: 7 },
      { caseId: escalated as string, version: version + 1 },
      { caseId: missing, version: 1 },
    ];
    return { asked, good: good as string, alsoGood: alsoGood as string };
  }
  const EXPECTED = [
    undefined,
    undefined,
    'already_decided',
    'held',
    'stale_version',
    'escalated',
    'not_found',
  ];

  it('tells in a dry run what would happen to each, and changes nothing at all', async () => {
    const { asked } = await mixed();
    const before = await dump(h.database);
    const { status, body } = await bulk(moderator, { dryRun: true, items: asked, ...SPAM });
    expect(status).toBe(200);
    expect(body).toMatchObject({ dryRun: true, batchId: null, undoUntil: null, succeeded: 2, failed: 5 });
    expect(body.items.map((item) => item.problem?.code)).toEqual(EXPECTED);
    expect(body.items[0]).toMatchObject({ ok: true, status: 'decided' });
    expect(await dump(h.database)).toEqual(before);
  });

  it('decides each that it can, and says for each of the others why not', async () => {
    const { asked, good, alsoGood } = await mixed();
    const { body } = await bulk(moderator, { items: asked, ...SPAM });
    expect(body).toMatchObject({ dryRun: false, succeeded: 2, failed: 5 });
    expect(body.items.map((item) => item.caseId)).toEqual(asked.map((item) => item.caseId));
    expect(body.items.map((item) => item.problem?.code)).toEqual(EXPECTED);
    expect(body.items[2]?.problem?.detail).toContain(lead.name);
    for (const caseId of [good, alsoGood]) {
      const seen = await h.view(lead, caseId);
      expect(seen).toMatchObject({ status: 'decided', outcome: 'reject', reasonCode: 'spam' });
      expect(seen.decisions[0]?.batchId).toBe(body.batchId);
      expect(seen.history.at(-1)?.data).toMatchObject({ batchId: body.batchId });
    }
    await h.relay();
    const told = (await h.feed()).filter((event) => [good, alsoGood].includes(String(event.data.caseId)));
    expect(told.map((event) => event.type).sort()).toEqual([
      'message.rejected',
      'message.rejected',
      'notice.created',
      'notice.created',
    ]);
  });

  it('takes the whole batch back within the window', async () => {
    const ids = await h.heldCases(5);
    const { body } = await bulk(moderator, { items: items(ids), outcome: 'release' });
    expect(body.succeeded).toBe(5);
    h.clock.advance(9_999);
    const undone = await moderator.post<BulkResult>(`/api/batches/${body.batchId}/undo`);
    expect(undone.body).toMatchObject({ succeeded: 5, failed: 0 });
    for (const caseId of ids) {
      const seen = await h.view(lead, caseId);
      expect(seen).toMatchObject({ status: 'open', lease: null });
    }
    await h.relay();
    expect((await h.feed()).filter((event) => ids.includes(String(event.data.caseId)))).toEqual([]);
  });

  it('takes nothing back that was decided anew since, and not what has left', async () => {
    const [again, kept] = await h.heldCases(2);
    const { body } = await bulk(moderator, { items: items([again, kept] as string[]), ...SPAM });
    await moderator.post(`/api/cases/${again}/undo`);
    const { version, leaseToken } = await h.claim(moderator, again as string);
    const decision = { version, leaseToken, outcome: 'release' };
    expect((await moderator.post(`/api/cases/${again}/decision`, decision)).status).toBe(200);
    const undone = await moderator.post<BulkResult>(`/api/batches/${body.batchId}/undo`);
    expect(undone.body).toMatchObject({ succeeded: 1, failed: 1 });
    expect(await h.view(lead, again as string)).toMatchObject({ status: 'decided', outcome: 'release' });
    expect(await statusOf(kept as string)).toBe('open');

    const [late] = await h.heldCases(1);
    const second = await bulk(moderator, { items: items([late as string]), outcome: 'release' });
    await h.relay();
    const tooLate = await moderator.post<BulkResult>(`/api/batches/${second.body.batchId}/undo`);
    expect(tooLate.body.items[0]?.problem?.code).toBe('undo_window_over');
  });

  it('lets nobody take back a colleague’s batch but a lead', async () => {
    const ids = await h.heldCases(2);
    const { body } = await bulk(moderator, { items: items(ids), outcome: 'release' });
    const colleague = await h.person('moderator');
    const refused = await colleague.post<BulkResult>(`/api/batches/${body.batchId}/undo`);
    expect(refused.body.items.map((item) => item.problem?.code)).toEqual(['not_yours', 'not_yours']);
    const undone = await lead.post<BulkResult>(`/api/batches/${body.batchId}/undo`);
    expect(undone.body.succeeded).toBe(2);
    expect((await lead.post('/api/batches/batch_01900000-0000-7000-8000-000000000000/undo')).status).toBe(
      404,
    );
  });

  it('decides cases that one holds oneself', async () => {
    const caseId = await h.heldCase();
    const { version } = await h.claim(moderator, caseId);
    const { body } = await bulk(moderator, { items: [{ caseId, version }], outcome: 'release' });
    expect([body.succeeded, await statusOf(caseId)]).toEqual([1, 'decided']);
  });

  it('does not decide cases of another queue than the one it was asked for', async () => {
    const caseId = await h.heldCase();
    await h.database.knex('cases').where({ id: caseId }).update({ queue: 'quality-claims' });
    const { status, body } = await bulk(moderator, { items: items([caseId]), outcome: 'release' });
    expect([status, body.items?.[0]?.problem?.code]).toEqual([200, 'not_found']);
    await h.database.knex('cases').where({ id: caseId }).update({ queue: 'first-messages' });
  });

  it.each([
    ['no items', { items: [] }],
    [
      'a case twice',
      {
        items: items([
          'case_01900000-0000-7000-8000-000000000000',
          'case_01900000-0000-7000-8000-000000000000',
        ]),
      },
    ],
    [
      'more than two hundred',
      {
        items: items(
          Array.from(
            { length: 201 },
            (_, i) => `case_01900000-0000-7000-8000-${String(i).padStart(12, '0')}`,
          ),
        ),
      },
    ],
  ])('refuses %s', async (_what, body) => {
    expect((await bulk(moderator, { ...body, outcome: 'release' })).status).toBe(400);
  });

  it('is refused as a whole where the decision itself makes no sense or nobody may decide', async () => {
    const ids = await h.heldCases(1);
    const officer = await h.as('claims_officer');
    expect((await bulk(officer, { items: items(ids), outcome: 'release' })).status).toBe(403);
    const nonsense = await bulk(moderator, { items: items(ids), outcome: 'shred' });
    expect([nonsense.status, nonsense.body.code]).toEqual([400, 'bad_input']);
    expect((await bulk(moderator, { items: items(ids), outcome: 'release', refund: 1 })).status).toBe(400);
  });

  it('decides two hundred at once', async () => {
    const ids = await h.heldCases(200);
    const { body } = await bulk(moderator, { items: items(ids), outcome: 'release' });
    expect(body.succeeded).toBe(200);
  });
});
