import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabases } from '../testing/databases.ts';
import { type Harness, type StaffClient, startHarness } from '../testing/harness.ts';
import { listen } from '../testing/listen.ts';
import type { NoteView } from './contract.ts';

describe.each(testDatabases())('notes and presence on $name', ({ open }) => {
  let h: Harness;
  let moderator: StaffClient;
  let lead: StaffClient;

  beforeAll(async () => {
    h = await startHarness(open);
    [moderator, lead] = [await h.as('moderator'), await h.as('lead')];
  });
  afterAll(() => h.close());

  it('lets everybody who sees a case write for colleagues, whoever holds it', async () => {
    const caseId = await h.heldCase();
    const { version } = await h.claim(moderator, caseId);
    const text = 'Same wording as last week’s wave. 같은 문구입니다.';
    const note = await lead.post<NoteView>(`/api/cases/${caseId}/notes`, { text });
    expect(note.status).toBe(201);
    const seen = await h.view(moderator, caseId);
    expect(seen.notes).toMatchObject([{ kind: 'note', text, author: { id: lead.id, name: lead.name } }]);
    expect(seen.history.at(-1)).toMatchObject({ type: 'case.noted', data: { noteId: note.body.id } });
    expect(seen.version).toBe(version);
  });

  it.each([[''], ['x'.repeat(10_001)], ['nul \u0000'], ['half \ud800']])(
    'refuses a note %#',
    async (text) => {
      const caseId = await h.heldCase();
      expect((await moderator.post(`/api/cases/${caseId}/notes`, { text })).status).toBe(400);
    },
  );

  const present = async (caseId: string) => (await h.view(lead, caseId)).present.map((one) => one.id);

  it('shows who has a case on screen, for as long as they say so', async () => {
    const caseId = await h.heldCase();
    const entered = await moderator.put<{ present: unknown[] }>(`/api/cases/${caseId}/presence`);
    expect(entered.body.present).toEqual([{ id: moderator.id, name: moderator.name }]);
    h.clock.advance(44_999);
    expect(await present(caseId)).toEqual([moderator.id]);
    h.clock.advance(1);
    expect(await present(caseId)).toEqual([]);
    await moderator.put(`/api/cases/${caseId}/presence`);
    expect((await moderator.delete(`/api/cases/${caseId}/presence`)).status).toBe(204);
    expect(await present(caseId)).toEqual([]);
  });

  it('has a person at one case at a time, and leaving the last one does not take them from the next', async () => {
    const [first, second] = (await h.heldCases(2)) as [string, string];
    const console = await listen(h.url, await lead.cookie());
    await moderator.put(`/api/cases/${first}/presence`);
    await moderator.put(`/api/cases/${second}/presence`);
    expect([await present(first), await present(second)]).toEqual([[], [moderator.id]]);
    const left = await console.hear(
      (event) => event.type === 'presence' && event.caseId === first && event.people.length === 0,
    );
    expect(left, JSON.stringify(console.events)).toBeDefined();
    await moderator.delete(`/api/cases/${first}/presence`);
    expect(await present(second)).toEqual([moderator.id]);
    console.close();
  });
});
