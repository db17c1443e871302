import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabases } from '../testing/databases.ts';
import { type Harness, type StaffClient, startHarness } from '../testing/harness.ts';
import { type Listener, listen } from '../testing/listen.ts';

describe.each(testDatabases())('open consoles on $name', ({ open }) => {
  let h: Harness;
  let moderator: StaffClient;
  let colleague: Listener;
  let officer: Listener;

  beforeAll(async () => {
    h = await startHarness(open);
    moderator = await h.as('moderator');
    colleague = await listen(h.url, await (await h.person('moderator')).cookie());
    officer = await listen(h.url, await (await h.as('claims_officer')).cookie());
  });
  afterAll(async () => {
    colleague.close();
    officer.close();
    await h.close();
  });

  it('learn of a claim, a decision, an undo and a release; people without the right learn nothing', async () => {
    const caseId = await h.heldCase();
    const heard = (type: string) =>
      colleague.hear((event) => event.type === type && 'caseId' in event && event.caseId === caseId);
    await h.decide(moderator, caseId, { outcome: 'release' });
    expect(await heard('case.claimed')).toMatchObject({ holder: { id: moderator.id, name: moderator.name } });
    expect(await heard('case.decided')).toMatchObject({
      outcome: 'release',
      by: { id: moderator.id, name: moderator.name },
    });
    const undone = await moderator.post<{ leaseToken: string }>(`/api/cases/${caseId}/undo`);
    expect(await heard('case.changed')).toMatchObject({ status: 'open' });
    await moderator.post(`/api/cases/${caseId}/release`, { leaseToken: undone.body.leaseToken });
    expect(await heard('case.released')).toMatchObject({ holder: null });
    expect(await colleague.hear((event) => event.type === 'queue.changed')).toBeDefined();
    expect(officer.events).toEqual([]);
  });

  it('learn of nothing that was rolled back', async () => {
    const caseId = await h.heldCase();
    const body = { dryRun: true, items: [{ caseId, version: 1 }], outcome: 'release' };
    await moderator.post('/api/queues/first-messages/decisions', body);
    const other = await h.heldCase();
    await h.claim(moderator, other);
    await colleague.hear((event) => 'caseId' in event && event.caseId === other);
    expect(colleague.events.filter((event) => 'caseId' in event && event.caseId === caseId)).toEqual([]);
  });

  it('find what they are told of: the decision is committed before anybody hears of it', async () => {
    const people = await h.person('lead');
    const console = await listen(h.url, await people.cookie());
    for (const caseId of await h.heldCases(10)) {
      const { version, leaseToken } = await h.claim(moderator, caseId);
      const looked = console
        .hear((event) => event.type === 'case.decided' && event.caseId === caseId)
        .then(() => h.view(people, caseId));
      await moderator.post(`/api/cases/${caseId}/decision`, { version, leaseToken, outcome: 'release' });
      expect((await looked).status).toBe('decided');
    }
    console.close();
  });

  it('carry no text of a member and no lease token', async () => {
    const caseId = await h.heldCase({ text: 'a very particular sentence' });
    const { leaseToken } = await h.claim(moderator, caseId);
    await colleague.hear((event) => event.type === 'case.claimed' && event.caseId === caseId);
    const everything = JSON.stringify(colleague.events);
    expect(everything).not.toContain('particular');
    expect(everything).not.toContain(leaseToken);
  });
});
