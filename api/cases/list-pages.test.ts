import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabases } from '../testing/databases.ts';
import { marketplaceOf } from '../testing/held.ts';
import { type RunningApp, runningApp } from '../testing/running-app.ts';

const STEP = 5 * 60_000;

describe.each(testDatabases())('lists of cases on $name', ({ name, open }) => {
  let app: RunningApp;
  const ids: Record<string, string> = {};
  const nameOf = (id: unknown) => Object.keys(ids).find((name) => ids[name] === id);

  beforeAll(async () => {
    app = await runningApp(open);
    const market = marketplaceOf(app);
    await market.twoMembers();
    await market.member('bruno', { nickname: 'Bruno' });
    const hold = async (name: string, text: string, more: Record<string, unknown> = {}) => {
      ids[name] = (await market.message(text, more)).caseId;
      app.clock.advance(STEP);
    };
    await hold('umlaut', 'ÜBERGRÖßE: der Preis ist 100% fest_');
    await hold('glob', 'is it [50*?] or {a|b}^$ (c).d+e \\ -');
    await hold('plain', 'Good morning, a question about your offer', { senderId: 'bruno' });
    await hold('korean', '안녕하세요 작업 문의드립니다');
    await hold('phone', 'call 010-1234-5678 now');
    await market.decide(ids.umlaut as string, { outcome: 'release' });
    app.clock.advance(STEP);
    await market.decide(ids.plain as string, { outcome: 'reject', reasonCode: 'spam' });
  });
  afterAll(() => app.close());

  const list = async (query: Record<string, string>) => {
    const search = new URLSearchParams({ queue: 'first-messages', ...query });
    const answer = await app.as('moderator', 'GET', `/api/cases?${search.toString()}`);
    return {
      ...answer,
      names: (answer.body.items as { id: string }[] | undefined)?.map((one) => nameOf(one.id)),
    };
  };

  it('gives open cases by urgency, decided ones by their decision, and all of them newest first', async () => {
    expect((await list({})).names).toEqual(['phone', 'glob', 'korean']);
    expect((await list({ status: 'decided' })).names).toEqual(['plain', 'umlaut']);
    expect((await list({ status: 'all' })).names).toEqual(['phone', 'korean', 'plain', 'glob', 'umlaut']);
    expect((await list({ status: 'open,waiting', sort: 'newest' })).names).toEqual([
      'phone',
      'korean',
      'glob',
    ]);
    expect((await list({ status: 'all', sort: 'decided' })).names).toEqual(['plain', 'umlaut']);
    expect((await list({ status: 'all', sort: 'urgency' })).names?.[0]).toBe('phone');
  });

  it('finds text in any case of its letters, with every sign standing for itself', async () => {
    const found = async (q: string) => (await list({ q, status: 'all' })).names;
    expect(await found('übergröße')).toEqual(['umlaut']);
    expect(await found('DER PREIS')).toEqual(['umlaut']);
    expect(await found('100%')).toEqual(['umlaut']);
    expect(await found('fest_')).toEqual(['umlaut']);
    expect(await found('r%p')).toEqual([]);
    for (const literal of ['[50*?]', '{a|b}^$', '(C).D+E', '\\ -', '*?', '] or']) {
      expect([literal, await found(literal)]).toEqual([literal, ['glob']]);
    }
    expect(await found('.*')).toEqual([]);
    expect(await found('문의')).toEqual(['korean']);
    expect(await found('offer')).toEqual(['plain']);
  });

  it('finds what either side has to do with, and what was opened, decided or is due in a time', async () => {
    expect((await list({ member: 'bruno', status: 'all' })).names).toEqual(['plain']);
    expect((await list({ member: 'expert', status: 'all' })).names).toHaveLength(5);
    expect((await list({ member: 'nobody', status: 'all' })).names).toEqual([]);
    const start = Date.parse('2026-11-23T01:00:00.000Z');
    const at = (steps: number) => new Date(start + steps * STEP).toISOString();
    expect((await list({ status: 'all', openedFrom: at(1), openedTo: at(3) })).names).toEqual([
      'plain',
      'glob',
    ]);
    expect((await list({ status: 'all', decidedFrom: at(5.5), decidedTo: at(9) })).names).toEqual(['plain']);
    expect((await list({ dueBefore: at(0) })).names).toEqual([]);
    expect((await list({ dueBefore: at(1000), q: 'call' })).names).toEqual(['phone']);
  });

  it('pages without a gap or a repeat, searched or not', async () => {
    for (const filter of [
      { status: 'all' },
      { status: 'all', member: 'expert' },
      { status: 'all', sort: 'urgency' },
    ]) {
      const seen: unknown[] = [];
      let cursor: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof list>> = await list({
          ...filter,
          limit: '2',
          ...(cursor === null ? {} : { cursor }),
        });
        seen.push(...(page.names as string[]));
        cursor = page.body.nextCursor as string | null;
      } while (cursor !== null);
      expect([...new Set(seen)]).toEqual(seen);
      expect(seen).toHaveLength(5);
    }
  });

  it('says what is wrong with a filter', async () => {
    const wrong = async (query: Record<string, string>) => (await list(query)).body.detail;
    expect(await wrong({ status: 'open,lost' })).toBe(
      '/query/status: must be "all", or of open, waiting, pending_approval, decided, withdrawn with commas between',
    );
    expect(await wrong({ q: ' x ' })).toBe('/query/q: must have at least 2 characters');
    expect(await wrong({ openedFrom: 'yesterday' })).toContain('/query/openedFrom: must be a time');
    expect((await list({ sort: 'oldest' })).status).toBe(400);
  });

  if (name === 'sqlite')
    it('reads a plain queue page from the index alone', async () => {
      const plan = async (where: string, order: string) => {
        const rows = await app.database.select<{ detail: string }>(
          `explain query plan select c.* from cases c where ${where} order by ${order} limit 26`,
          [],
        );
        return rows.map((row) => row.detail).join('\n');
      };
      const urgent = await plan("c.queue = 'a' and c.status = 'open'", 'c.rank, c.due_at, c.opened_at, c.id');
      expect(urgent).toContain('cases_by_status');
      expect(urgent).not.toContain('TEMP B-TREE');
      const decided = await plan(
        "c.queue = 'a' and c.status = 'decided' and c.decided_at is not null",
        'c.decided_at desc, c.id desc',
      );
      expect(decided).toContain('cases_decided');
      expect(decided).not.toContain('TEMP B-TREE');
      const newest = await plan("c.queue = 'a' and c.status = 'open'", 'c.opened_at desc, c.id desc');
      expect(newest).toContain('cases_newest');
      expect(newest).not.toContain('TEMP B-TREE');
    });
});
