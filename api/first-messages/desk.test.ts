import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabases } from '../testing/databases.ts';
import { type Harness, type StaffClient, startHarness } from '../testing/harness.ts';

interface Other {
  caseId: string;
  version: number;
  sender: { id: string };
}

const OFFER =
  'Hello! We are a studio with ten years of experience in brand design and would love to work on your next project. Write to us for our catalogue and a special price.';

describe.each(testDatabases())('the first-messages desk on $name', ({ open }) => {
  let h: Harness;
  let moderator: StaffClient;

  beforeAll(async () => {
    h = await startHarness(open);
    moderator = await h.as('moderator');
  });
  afterAll(() => h.close());

  const others = async (caseId: string) => {
    const { detail } = await h.view(moderator, caseId);
    return detail as { siblings: Other[]; nearDuplicates: Other[] };
  };
  const ids = (list: Other[]) => list.map((one) => one.caseId).sort();

  it('shows what else of this sender is held, to be decided together', async () => {
    const senderId = await h.member('sibling');
    const first = await h.heldCase({ senderId, text: 'One thing: is the deadline fixed?' });
    const second = await h.heldCase({ senderId, text: 'And another: who owns the sources afterwards?' });
    const third = await h.heldCase({ senderId, text: 'Lastly, do you need an invoice in euros or in won?' });
    const stranger = await h.heldCase();
    const { siblings } = await others(first);
    expect(ids(siblings)).toEqual([second, third].sort());
    expect(ids(siblings)).not.toContain(stranger);

    const items = [first, ...siblings.map((one) => one.caseId)].map((caseId) => ({ caseId, version: 1 }));
    const done = await moderator.post<{ succeeded: number }>('/api/queues/first-messages/decisions', {
      items,
      outcome: 'release',
    });
    expect(done.body.succeeded).toBe(3);
    expect((await others(first)).siblings).toEqual([]);
  });

  it('shows what other senders have said nearly the same, and only that', async () => {
    const one = await h.heldCase({ text: OFFER });
    const same = await h.heldCase({ text: OFFER });
    const near = await h.heldCase({
      text: OFFER.replace('Hello!', 'Hello Anna!'),
    });
    const other = await h.heldCase({
      text: 'Could you tell me whether the translation has to be certified?',
    });
    const found = ids((await others(one)).nearDuplicates);
    expect(found).toEqual([same, near].sort());
    expect(ids((await others(other)).nearDuplicates)).toEqual([]);
    await h.decide(moderator, same, { outcome: 'reject', reasonCode: 'spam' });
    expect(ids((await others(one)).nearDuplicates)).toEqual([near]);
  });

  it('shows both members with how their messages have fared, and no contact data', async () => {
    const senderId = await h.member('known', {
      email: 'known@example.com',
      phone: '010-9999-8888',
      locale: 'ko',
    });
    const released = await h.heldCase({ senderId });
    await h.decide(moderator, released, { outcome: 'release' });
    const rejected = await h.heldCase({ senderId });
    await h.decide(moderator, rejected, { outcome: 'reject', reasonCode: 'abuse' });
    const held = await h.heldCase({ senderId });
    const { detail, locale } = await h.view(moderator, held);
    expect(locale).toBe('ko');
    expect(detail.sender).toMatchObject({ id: senderId, messages: { released: 1, rejected: 1, held: 1 } });
    expect(JSON.stringify(detail)).not.toMatch(/9999|known@example/);
  });

  it('lists held messages with who, to whom, how they begin and what stands out, page by page', async () => {
    const seen = new Set<string>();
    let cursor = '';
    let pages = 0;
    for (;;) {
      const page = await moderator.get<{
        items: { id: string; summary: { excerpt: string; signals: string[] } }[];
        nextCursor: string | null;
      }>(`/api/cases?queue=first-messages&limit=3${cursor}`);
      expect(page.status).toBe(200);
      for (const item of page.body.items) {
        expect(seen.has(item.id)).toBe(false);
        seen.add(item.id);
        expect(item.summary.excerpt.length).toBeLessThanOrEqual(160);
      }
      pages++;
      if (page.body.nextCursor === null) break;
      cursor = `&cursor=${encodeURIComponent(page.body.nextCursor)}`;
    }
    const [row] = await h.database.select<{ n: number }>(
      "select count(*) as n from cases where status = 'open'",
      [],
    );
    expect(seen.size).toBe(Number(row?.n));
    expect(pages).toBe(Math.ceil(seen.size / 3));
  });

  it('gives the sender’s notice to the marketplace in their language, once it stands', async () => {
    const senderId = await h.member('german', { locale: 'de-AT' });
    const caseId = await h.heldCase({ senderId });
    await h.decide(moderator, caseId, { outcome: 'reject', reasonCode: 'off_platform_payment' });
    await h.relay();
    const created = (await h.feed()).find(
      (event) => event.type === 'notice.created' && event.data.caseId === caseId,
    );
    expect(created?.data).toMatchObject({ memberId: senderId, outcome: 'reject' });
    expect(JSON.stringify(created)).not.toContain('Nachricht');
    const noticeId = String(created?.data.noticeId);
    const { status, body } = await h.marketplace.get(`/v1/notices/${noticeId}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: noticeId, memberId: senderId, kind: 'message_rejected', caseId });
    expect(body.locale).toBe('de-AT');
    expect(body.text).toMatch(/^Ihre Nachricht wurde nicht zugestellt\.\n\n.*Zahlungen/);
    expect((await moderator.get(`/v1/notices/${noticeId}`)).status).toBe(401);
    const none = 'ntc_01900000-0000-7000-8000-000000000000';
    expect((await h.marketplace.get(`/v1/notices/${none}`)).status).toBe(404);
  });

  it('measures how long messages were held', async () => {
    const times = await moderator.get<Record<string, unknown>>('/api/first-messages/hold-times?days=7');
    expect(times.status).toBe(200);
    expect(times.body.decided).toBeGreaterThan(0);
    expect(times.body.medianMs).toBeLessThanOrEqual(times.body.p90Ms as number);
    expect((await (await h.as('auditor')).get('/api/first-messages/hold-times')).status).toBe(403);
  });
});
