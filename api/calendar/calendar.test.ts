import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabases } from '../testing/databases.ts';
import { type Harness, type StaffClient, startHarness } from '../testing/harness.ts';
import type { Calendar, Holiday } from './contract.ts';

const PATH = '/api/settings/calendar';

describe.each(testDatabases())('the business calendar on $name', ({ open }) => {
  let h: Harness;
  let lead: StaffClient;

  beforeAll(async () => {
    h = await startHarness(open, { env: { MARKETPLACE_TIME_ZONE: 'Asia/Seoul' } });
    lead = await h.as('lead');
  });
  afterAll(() => h.close());

  async function change(edit: (calendar: Calendar) => Calendar) {
    const { body } = await lead.get<{ version: number; value: Calendar }>(PATH);
    return lead.put(PATH, { version: body.version, value: edit(body.value) });
  }
  async function dueAt(): Promise<string> {
    const { caseId = '' } = await h.sendMessage();
    return (await h.view(lead, caseId)).dueAt;
  }

  it('moves the deadlines of new cases when it is changed, and leaves the old ones alone', async () => {
    h.clock.set('2026-12-10T01:00:00.000Z'); // Thursday, 10:00 in Seoul
    const old = await h.heldCase();
    const before = (await h.view(lead, old)).dueAt;
    expect(before).toBe('2026-12-10T06:00:00.000Z');
    const closed = await change((calendar) => ({
      ...calendar,
      holidays: [{ date: '2026-12-10', name: 'Office move', closed: true }],
    }));
    expect(closed.status).toBe(200);
    // Friday from 9:00, with lunch at noon: 14:00
    expect(await dueAt()).toBe('2026-12-11T05:00:00.000Z');
    expect((await h.view(lead, old)).dueAt).toBe(before);
  });

  it('counts special hours on a day that would be closed', async () => {
    h.clock.set('2026-12-12T00:00:00.000Z'); // Saturday, 9:00
    expect(await dueAt()).toBe('2026-12-14T05:00:00.000Z');
    await change((calendar) => ({
      ...calendar,
      holidays: [
        {
          date: '2026-12-12',
          name: 'Catching up',
          closed: false,
          hours: [{ open: '10:00', close: '16:00' }],
        },
      ],
    }));
    expect(await dueAt()).toBe('2026-12-12T05:00:00.000Z');
  });

  it('takes hold in another time zone', async () => {
    h.clock.set('2026-12-15T08:00:00.000Z'); // Tuesday: 9:00 in Berlin, 17:00 in Seoul
    await change((calendar) => ({ ...calendar, timeZone: 'Europe/Berlin', country: 'DE', holidays: [] }));
    expect(await dueAt()).toBe('2026-12-15T13:00:00.000Z');
    await change((calendar) => ({ ...calendar, timeZone: 'Asia/Seoul', country: 'KR' }));
    expect(await dueAt()).toBe('2026-12-16T03:00:00.000Z');
  });

  it('is not changed into one that is never open, or that nobody can read', async () => {
    const never = await change((calendar) => ({
      ...calendar,
      week: { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] },
    }));
    expect([never.status, never.body.code]).toEqual([400, 'bad_input']);
    expect((await change((calendar) => ({ ...calendar, timeZone: 'Mars/Olympus' }))).status).toBe(400);
    const twice: Holiday = { date: '2027-01-01', name: 'New Year', closed: true };
    expect((await change((calendar) => ({ ...calendar, holidays: [twice, twice] }))).status).toBe(400);
  });

  it('proposes public holidays, which can be entered as they are, and enters none by itself', async () => {
    const proposal = await lead.get<{ items: Holiday[] }>(`${PATH}/proposal?country=KR&year=2027`);
    expect(proposal.status).toBe(200);
    expect(proposal.body.items.map((one) => one.date)).toContain('2027-03-01');
    expect((await lead.get<{ value: Calendar }>(PATH)).body.value.holidays).toEqual([]);
    expect((await change((calendar) => ({ ...calendar, holidays: proposal.body.items }))).status).toBe(200);
    const unknown = await lead.get(`${PATH}/proposal?country=ZZ&year=2027`);
    expect([unknown.status, unknown.body.code]).toEqual([422, 'country_unknown']);
    expect((await lead.get(`${PATH}/proposal?country=KR&year=1900`)).status).toBe(400);
    expect((await (await h.as('moderator')).get(`${PATH}/proposal?country=KR&year=2027`)).status).toBe(403);
  });
});
