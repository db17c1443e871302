import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FirstMessagePolicy } from '../first-messages/contract.ts';
import { testDatabases } from '../testing/databases.ts';
import { type Harness, type Reply, type StaffClient, startHarness } from '../testing/harness.ts';

const PATH = '/api/settings/first-messages';

interface Version {
  version: number;
  value: FirstMessagePolicy;
  note: string | null;
  changedBy: { id: string; name: string };
  changedAt: string | null;
  code?: string;
}

describe.each(testDatabases())('settings on $name', ({ open }) => {
  let h: Harness;
  let lead: StaffClient;

  beforeAll(async () => {
    h = await startHarness(open);
    lead = await h.as('lead');
  });
  afterAll(() => h.close());

  const current = async () => (await lead.get<Version>(PATH)).body;
  const change = (who: StaffClient, version: number, value: object, note?: string): Promise<Reply<Version>> =>
    who.put(PATH, { version, value, ...(note === undefined ? {} : { note }) });

  it('begin with the defaults, as version 0', async () => {
    expect(await current()).toMatchObject({
      version: 0,
      value: { holdFirst: 3, holdClientProposals: true, releaseAfterMinutes: null, approveReasons: [] },
      changedAt: null,
    });
  });

  it('keep every version readable, with who changed it and why', async () => {
    const before = await current();
    const value = { ...before.value, holdFirst: 5 };
    const changed = await change(lead, before.version, value, 'a wave of new accounts');
    expect([changed.status, changed.body.version]).toEqual([200, before.version + 1]);
    expect(await current()).toMatchObject({
      value,
      note: 'a wave of new accounts',
      changedBy: { id: lead.id, name: lead.name },
      changedAt: new Date(h.clock.now()).toISOString(),
    });
    const { body } = await lead.get<{ items: Version[] }>(`${PATH}/versions`);
    expect(body.items.map((one) => one.version)).toEqual([before.version + 1, before.version]);
    expect(body.items.at(-1)?.value).toEqual(before.value);
    const events = await h.database.select<{ actor_id: string; data: string }>(
      "select actor_id, data from audit_events where stream = 'setting:first-messages' order by seq desc limit 1",
      [],
    );
    expect(events).toMatchObject([{ actor_id: lead.id }]);
    expect(JSON.parse(events[0]?.data ?? '')).toMatchObject({ version: before.version + 1, value });
  });

  it('take hold with the next message', async () => {
    const { version, value } = await current();
    await change(lead, version, { ...value, holdFirst: 0 });
    expect((await h.sendMessage()).disposition).toBe('released');
    await change(lead, version + 1, { ...value, holdFirst: 3 });
    const { caseId = '' } = await h.sendMessage();
    expect((await h.view(lead, caseId)).detail.policyVersion).toBe(version + 2);
  });

  it('are changed by one of two people who change them at once; the other learns the new version', async () => {
    const other = await h.as('admin');
    for (let i = 0; i < 20; i++) {
      const { version, value } = await current();
      const answers = await Promise.all([
        change(lead, version, { ...value, holdMinutes: 100 + i }),
        change(other, version, { ...value, holdMinutes: 200 + i }),
      ]);
      expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
      const lost = answers.find((answer) => answer.status === 409);
      expect(lost?.body).toMatchObject({ code: 'stale_version', version: version + 1 });
      const won = answers.find((answer) => answer.status === 200);
      expect((await current()).value.holdMinutes).toBe(won?.body.value.holdMinutes);
    }
  });

  it.each([
    ['a version that is not the present one', { version: 99 }, 409],
    ['a version of the future', { version: 100_000 }, 409],
    ['a negative count', { value: { holdFirst: -1 } }, 400],
    ['a reason that the desk does not have', { value: { approveReasons: ['mood'] } }, 400],
    ['a rule that nobody knows', { value: { holdEverything: true } }, 400],
    ['less than a minute to hold', { value: { holdMinutes: 0.5 } }, 400],
  ])('refuse %s', async (_what, wrong: { version?: number; value?: object }, status) => {
    const { version, value } = await current();
    const answer = await change(lead, wrong.version ?? version, { ...value, ...wrong.value });
    expect(answer.status).toBe(status);
    expect((await current()).version).toBe(version);
  });

  it('refuse to forget a rule: every one has to be said', async () => {
    const { version, value } = await current();
    const { holdFirst: _left, ...rest } = value;
    expect((await change(lead, version, rest)).status).toBe(400);
  });

  it.each([
    ['moderator', 403, 403],
    ['claims_officer', 403, 403],
    ['auditor', 200, 403],
    ['lead', 200, 200],
    ['admin', 200, 200],
  ] as const)('are read by a %s: %i, changed: %i', async (role, read, write) => {
    const who = await h.as(role);
    const { version, value } = await current();
    expect((await who.get(PATH)).status).toBe(read);
    expect((await who.get(`${PATH}/versions`)).status).toBe(read);
    expect((await change(who, version, value)).status).toBe(write);
  });
});
