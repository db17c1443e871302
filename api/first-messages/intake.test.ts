import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabases } from '../testing/databases.ts';
import { type Harness, type Reply, type StaffClient, startHarness } from '../testing/harness.ts';
import type { FirstMessagePolicy, MessageReceipt } from './contract.ts';

type Receipt = Reply<MessageReceipt & { code?: string; detail?: string; errors?: { path: string }[] }>;
const MONEY = '국민은행 123456-04-123456 예금주 김민수로 입금해 주세요. 수수료 없이 직거래해요 010-1234-5678';

describe.each(testDatabases())('the gate for messages on $name', ({ open }) => {
  let h: Harness;
  let moderator: StaffClient;
  let lead: StaffClient;

  beforeAll(async () => {
    h = await startHarness(open);
    [moderator, lead] = [await h.as('moderator'), await h.as('lead')];
  });
  afterAll(() => h.close());

  const post = (body: unknown): Promise<Receipt> => h.marketplace.post('/v1/messages', body);
  const count = async (table: string, where: string, ...bindings: unknown[]) => {
    const [row] = await h.database.select<{ n: number }>(
      `select count(*) as n from ${table} where ${where}`,
      bindings,
    );
    return Number(row?.n);
  };
  async function policy(change: Partial<FirstMessagePolicy>) {
    const { body } = await lead.get<{ version: number; value: FirstMessagePolicy }>(
      '/api/settings/first-messages',
    );
    await lead.put('/api/settings/first-messages', {
      version: body.version,
      value: { ...body.value, ...change },
    });
  }

  it('holds the first messages of a sender, and opens one case for each', async () => {
    const message = await h.messageBody({ text: 'Good morning, is the logo still needed this month?' });
    const { status, body } = await post(message);
    expect([status, body.disposition]).toEqual([201, 'held']);
    const seen = await h.view(moderator, body.caseId ?? '');
    expect(seen).toMatchObject({
      queue: 'first-messages',
      subject: { type: 'message', id: message.id },
      round: 1,
      status: 'open',
      version: 1,
      detail: {
        message: { text: message.text, disposition: 'held' },
        holdReasons: ['first_messages'],
        policyVersion: 0,
        sender: { id: message.senderId, kind: 'expert' },
        recipient: { id: message.recipientId, kind: 'client' },
      },
    });
    expect(seen.history).toMatchObject([{ type: 'case.opened', actor: { name: 'tests' } }]);
    expect(JSON.stringify(seen.history)).not.toContain('logo');
  });

  it('lets a sender pass once people have released enough of theirs, and nobody else', async () => {
    const senderId = await h.member('trusted');
    const first = [await h.heldCase({ senderId }), await h.heldCase({ senderId })];
    for (const caseId of first) await h.decide(moderator, caseId, { outcome: 'release' });
    const third = await h.heldCase({ senderId });
    expect((await h.sendMessage({ senderId })).disposition).toBe('held');
    await h.decide(moderator, third, { outcome: 'release' });
    expect(await h.sendMessage({ senderId })).toMatchObject({ disposition: 'released' });
    const passed = await h.sendMessage({ senderId });
    expect(passed.caseId).toBeUndefined();
    // what the policy let pass does not count, and a removal takes trust away
    await moderator.post(`/api/cases/${third}/undo`);
    expect((await h.sendMessage({ senderId })).disposition).toBe('held');
  });

  it('does not count what was rejected, nor what was released by itself', async () => {
    const senderId = await h.member('rejected-often');
    for (let i = 0; i < 3; i++) {
      const caseId = await h.heldCase({ senderId });
      await h.decide(moderator, caseId, { outcome: 'reject', reasonCode: 'spam' });
    }
    expect((await h.sendMessage({ senderId })).disposition).toBe('held');
  });

  it('holds a client’s proposals, however much they are trusted', async () => {
    await policy({ holdFirst: 0 });
    const senderId = await h.member('client-1', { kind: 'client' });
    const recipientId = await h.member('expert-1');
    const proposal = await h.sendMessage({ senderId, recipientId, kind: 'proposal' });
    expect(proposal.disposition).toBe('held');
    expect((await h.view(moderator, proposal.caseId ?? '')).detail.holdReasons).toEqual(['client_proposal']);
    expect((await h.sendMessage({ senderId, recipientId })).disposition).toBe('released');
    const experts = { senderId: recipientId, recipientId: senderId, kind: 'proposal' as const };
    expect((await h.sendMessage(experts)).disposition).toBe('released');
    await policy({ holdFirst: 3 });
  });

  it('holds a trusted sender’s message with a severe signal, before plain ones in the queue', async () => {
    await policy({ holdFirst: 0 });
    const severe = await h.sendMessage({ text: MONEY });
    expect(severe.disposition).toBe('held');
    const seen = await h.view(moderator, severe.caseId ?? '');
    expect(seen.detail.holdReasons).toEqual(['severe_signal']);
    expect(seen.priority).toBe(50);
    await policy({ holdSevereSignals: false });
    expect((await h.sendMessage({ text: MONEY })).disposition).toBe('released');
    await policy({ holdFirst: 3, holdSevereSignals: true });
  });

  it('answers the same message the same, and keeps it once', async () => {
    const message = await h.messageBody({ sentAt: '2026-11-20T10:00:00+09:00' });
    const first = await post(message);
    const again = await post({ ...message, sentAt: '2026-11-20T01:00:00.000Z' });
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect(await count('cases', 'subject_id = ?', message.id)).toBe(1);
    await h.decide(moderator, first.body.caseId ?? '', { outcome: 'release' });
    await h.relay();
    expect((await post(message)).body).toEqual({ ...first.body, disposition: 'released' });
  });

  it.each([
    ['text', 'another text'],
    ['kind', 'proposal'],
    ['conversationId', 'elsewhere'],
    ['channel', 'email'],
    ['sentAt', '2020-01-01T00:00:00Z'],
  ])('refuses the same id with another %s', async (field, value) => {
    const message = await h.messageBody();
    await post(message);
    const other = await post({ ...message, [field]: value });
    expect([other.status, other.body.code]).toEqual([409, 'id_reused']);
    expect((await h.marketplace.get(`/v1/messages/${message.id}`)).status).toBe(200);
  });

  it.each(['senderId', 'recipientId'])('refuses a %s that is no member, and keeps nothing', async (field) => {
    const message = { ...(await h.messageBody()), [field]: 'stranger' };
    const refused = await post(message);
    expect([refused.status, refused.body.code]).toEqual([422, 'unknown_reference']);
    expect(refused.body.errors?.[0]?.path).toBe(`/body/${field}`);
    expect((await h.marketplace.get(`/v1/messages/${message.id}`)).status).toBe(404);
    await h.member('stranger', { kind: 'client' });
    expect((await post(message)).status).toBe(201);
    await h.database.knex('first_messages').where({ message_id: message.id }).delete();
    await h.database.knex('messages').where({ id: message.id }).delete();
    await h.database.knex('members').where({ id: 'stranger' }).delete();
  });

  it('answers a hundred at once rightly, each as if it had come alone', async () => {
    const fresh = await Promise.all(Array.from({ length: 60 }, () => h.messageBody()));
    const known = await Promise.all(Array.from({ length: 10 }, () => h.messageBody()));
    const receipts = await Promise.all(known.map(post));
    const [twice] = fresh;
    const stranger = await h.messageBody();
    const before = await count('messages', '1 = 1');
    const all = [
      ...fresh,
      ...known,
      ...known.map((message) => ({ ...message, text: 'changed' })),
      ...Array.from({ length: 18 }, () => twice),
      { ...stranger, senderId: 'nobody' },
      stranger,
    ];
    const answers = await Promise.all(all.map(post));
    expect(answers).toHaveLength(100);
    const statuses = answers.map((answer) => answer.status);
    expect(statuses.slice(0, 60)).toEqual(Array(60).fill(201));
    expect(answers.slice(60, 70).map((answer) => answer.body)).toEqual(
      receipts.map((receipt) => receipt.body),
    );
    expect(statuses.slice(70, 80)).toEqual(Array(10).fill(409));
    expect(answers.slice(80, 98).map((answer) => answer.body)).toEqual(Array(18).fill(answers[0]?.body));
    expect(statuses.slice(98)).toEqual([422, 201]);
    for (const [i, answer] of answers.slice(0, 60).entries())
      expect(answer.body).toMatchObject({ id: fresh[i]?.id, disposition: 'held' });
    expect(await count('messages', '1 = 1')).toBe(before + 61);
    expect(new Set(answers.slice(0, 60).map((answer) => answer.body.caseId)).size).toBe(60);
  });

  it('does not let a refused sending of an id refuse the right one that comes with it', async () => {
    const right = await h.messageBody();
    const [wrong, good] = await Promise.all([post({ ...right, senderId: 'nobody' }), post(right)]);
    expect([wrong.status, good.status]).toEqual([422, 201]);
  });

  it('takes one message that two programs send at once for one message', async () => {
    const other = await h.apiKey();
    for (let i = 0; i < 20; i++) {
      const message = await h.messageBody();
      const body = JSON.stringify(message);
      const headers = { authorization: `Bearer ${other}`, 'content-type': 'application/json' };
      const [one, two] = await Promise.all([post(message), h.send('POST', '/v1/messages', headers, body)]);
      expect([one.status, two.status]).toEqual([201, 201]);
      expect(two.body).toEqual(one.body);
    }
  });

  it('gives the deadline in business hours: four of them, over lunch and over the weekend', async () => {
    const at = async (iso: string) => {
      h.clock.set(iso);
      const { caseId = '' } = await h.sendMessage();
      return (await h.view(moderator, caseId)).dueAt;
    };
    // Seoul: 10:00 on a Monday, then 17:00 on a Friday
    expect(await at('2026-12-07T01:00:00.000Z')).toBe('2026-12-07T06:00:00.000Z');
    expect(await at('2026-12-11T08:00:00.000Z')).toBe('2026-12-14T03:00:00.000Z');
  });
});
