import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../db/database.ts';
import { rowsOf } from '../db/dialect.ts';
import { testDatabases } from '../testing/databases.ts';
import { MESSAGE_TEXT_MAX, MessageBody } from './contract.ts';
import { contentHash, messagesStore, type StoredMessage } from './messages-store.ts';

const body = {
  id: 'm1',
  conversationId: 'conv',
  senderId: 'a',
  recipientId: 'b',
  kind: 'text',
  text: '안녕하세요',
  sentAt: '2026-09-01T00:00:00.000Z',
};

function message(id: string, more: Partial<StoredMessage> = {}): StoredMessage {
  return {
    id,
    conversationId: 'conv',
    senderId: 'a',
    recipientId: 'b',
    kind: 'text',
    text: `text of ${id}`,
    sentAt: 1,
    receivedAt: 2,
    attachments: [],
    channel: null,
    contentHash: 'hash',
    disposition: 'held',
    releasedByPerson: false,
    caseId: null,
    textKey: null,
    ...more,
  };
}

describe('what a message may be', () => {
  const problem = (more: object) =>
    MessageBody.safeParse({ ...body, ...more }).error?.issues[0]?.path.join('/');

  it('refuses what the contract does not allow, and says where', () => {
    expect(problem({})).toBeUndefined();
    expect(problem({ text: '' })).toBe('text');
    expect(problem({ text: 'x'.repeat(MESSAGE_TEXT_MAX) })).toBeUndefined();
    expect(problem({ text: 'x'.repeat(MESSAGE_TEXT_MAX + 1) })).toBe('text');
    expect(problem({ text: '\ud800' })).toBe('text');
    expect(problem({ recipientId: 'a' })).toBe('recipientId');
    expect(problem({ kind: 'voice' })).toBe('kind');
    const file = { name: 'a.png', size: 1, mediaType: 'image/png' };
    expect(problem({ text: '', attachments: [file] })).toBeUndefined();
    expect(problem({ attachments: Array(21).fill(file) })).toBe('attachments');
    expect(problem({ attachments: [{ ...file, sha256: 'x' }] })).toBe('attachments/0/sha256');
    expect(problem({ attachments: [{ ...file, url: 'javascript:alert(1)' }] })).toBe('attachments/0/url');
  });

  it('is the same message where only the writing of it differs', () => {
    const hash = (more: object) => contentHash(MessageBody.parse({ ...body, ...more }));
    expect(hash({ sentAt: '2026-09-01T09:00:00+09:00', attachments: [] })).toBe(hash({}));
    expect(hash({ channel: 'web' })).not.toBe(hash({}));
    expect(hash({ text: 'another' })).not.toBe(hash({}));
  });
});

describe.each(testDatabases())('the message store on $name', ({ open }) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
    await database.knex('members').insert(
      ['a', 'b', 'c'].map((id) => ({
        id,
        kind: 'client',
        nickname: id,
        account_type: 'individual',
        joined_at: 0,
        content_hash: '',
        created_at: 0,
        updated_at: 0,
      })),
    );
  });
  afterAll(() => database.close());
  const store = () => messagesStore(database.knex);

  it('keeps messages as they are, and keeps the first of two with one id', async () => {
    const attachments = [{ name: 'a.png', size: 1, mediaType: 'image/png' }];
    const first = message('m1', { attachments, channel: 'email', caseId: 'case_1', textKey: 'key' });
    expect(await store().insertMany([first, message('m2')])).toEqual(new Set(['m1', 'm2']));
    expect(await store().insertMany([message('m2', { text: 'x' }), message('m3')])).toEqual(new Set(['m3']));
    const stored = await store().byIds(['m1', 'm2', 'nothing']);
    expect(stored.get('m1')).toEqual(first);
    expect(stored.get('m2')?.text).toBe('text of m2');
    expect((await store().existing(['m1', 'nothing'])).get('m1')).toEqual({
      contentHash: 'hash',
      disposition: 'held',
      caseId: 'case_1',
    });
  });

  it('inserts and finds thousands', async () => {
    const many = Array.from({ length: 1_234 }, (_, i) => message(`many-${i}`, { senderId: 'c' }));
    expect((await store().insertMany(many)).size).toBe(1_234);
    expect((await store().existing(many.map(({ id }) => id))).size).toBe(1_234);
  });

  it('moves only what still stands where it was thought to stand', async () => {
    await store().insertMany([message('s1'), message('s2', { disposition: 'withdrawn' })]);
    const release = { from: 'held', to: 'released', releasedByPerson: true } as const;
    expect(await store().setDisposition(['s1', 's2'], release)).toBe(1);
    expect(await store().setDisposition(['s1'], release)).toBe(0);
    expect((await store().byIds(['s1'])).get('s1')).toMatchObject({
      disposition: 'released',
      releasedByPerson: true,
    });
  });

  it('counts what a person released, no further than asked, from an index', async () => {
    await store().insertMany(
      Array.from({ length: 5 }, (_, i) =>
        message(`trust-${i}`, { senderId: 'b', recipientId: 'a', releasedByPerson: i < 4 }),
      ),
    );
    const counts = await store().personReleasedCounts(['b', 'c', 'nobody'], 3);
    expect([...counts]).toEqual([
      ['b', 3],
      ['c', 0],
      ['nobody', 0],
    ]);
    expect((await store().personReleasedCounts(['b'], 10)).get('b')).toBe(4);
    if (database.dialect !== 'sqlite') return;
    const plan = await rowsOf<{ detail: string }>(
      database.knex,
      'explain query plan select 1 from messages r where r.sender_id = ? and r.released_by_person limit 3',
      ['b'],
    );
    expect(plan[0]?.detail).toContain('messages_trust');
  });

  it('lets nobody unknown send', async () => {
    await expect(store().insertMany([message('x', { senderId: 'nobody' })])).rejects.toThrow();
  });
});
