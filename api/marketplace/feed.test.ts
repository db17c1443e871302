import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../core/clock.ts';
import { BadInputError } from '../core/errors.ts';
import type { Database } from '../db/database.ts';
import { encodeCursor } from '../http/paging.ts';
import { manualClock } from '../testing/clock.ts';
import { testDatabases } from '../testing/databases.ts';
import { decidedCase, effect, marketplaceSide, readAll } from './feed-fixtures.ts';

describe.each(testDatabases())('the events feed on $name', ({ open }) => {
  let database: Database;
  beforeEach(async () => {
    database = await open();
  });
  afterEach(() => database.close());

  it('begins empty, with a cursor that stays the same until there is something newer', async () => {
    const { feed, outbox, relay } = marketplaceSide(database, manualClock());
    const start = await feed.read(undefined, 10);
    expect(start.items).toEqual([]);
    expect(await feed.read(start.nextCursor, 10)).toEqual(start);
    await outbox(database.knex).add([effect()]);
    await relay.runOnce();
    const one = await feed.read(start.nextCursor, 10);
    expect(one.items).toHaveLength(1);
    expect(await feed.read(one.nextCursor, 10)).toEqual({ items: [], nextCursor: one.nextCursor });
  });

  it('tells what was decided: id of the effect, when, and the case', async () => {
    const clock = manualClock();
    const { feed, outbox, relay } = marketplaceSide(database, clock);
    const { caseId, decisionId } = await decidedCase(database.knex, clock.now());
    const [id] = await outbox(database.knex).add([
      effect({ caseId, decisionId, data: { messageId: 'm9', outcome: 'release' } }),
    ]);
    await relay.runOnce();
    const { items } = await feed.read(undefined, 10);
    expect(items).toEqual([
      {
        id,
        type: 'message.released',
        createdAt: '2026-11-23T01:00:00.000Z',
        data: { messageId: 'm9', outcome: 'release', caseId },
      },
    ]);
  });

  it('holds nothing back and lets nothing out before its time', async () => {
    const clock = manualClock();
    const { feed, outbox, relay } = marketplaceSide(database, clock);
    await outbox(database.knex).add([
      effect({ data: { n: 2 }, notBefore: clock.now() + 10_000 }),
      effect({ data: { n: 1 }, notBefore: clock.now() }),
    ]);
    expect(await relay.runOnce()).toBe(1);
    clock.advance(9_999);
    expect(await relay.runOnce()).toBe(0);
    clock.advance(1);
    expect(await relay.runOnce()).toBe(1);
    expect((await readAll(feed)).map((event) => event.data.n)).toEqual([1, 2]);
  });

  it('refuses a cursor that it did not give out', async () => {
    const { feed } = marketplaceSide(database, manualClock());
    const wrong = ['x', encodeCursor(['1']), encodeCursor([-1]), encodeCursor([1.5]), encodeCursor([7])];
    for (const cursor of wrong) await expect(feed.read(cursor, 10)).rejects.toThrow(BadInputError);
  });

  it('has each of 2,000 effects once, in order and without a gap, from eight relays at once', async () => {
    const { feed, outbox, newRelay } = marketplaceSide(database, systemClock);
    const ids: string[] = [];
    let added = false;
    const add = async () => {
      for (let batch = 0; batch < 40; batch++) {
        ids.push(
          ...(await outbox(database.knex).add(
            Array.from({ length: 50 }, (_, i) => effect({ data: { n: batch * 50 + i } })),
          )),
        );
      }
      added = true;
    };
    // a reader that follows while it is written, and must not miss one
    const followed: string[] = [];
    const follow = async () => {
      let cursor: string | undefined;
      while (followed.length < 2_000) {
        const page = await feed.read(cursor, 77);
        followed.push(...page.items.map((event) => event.id));
        cursor = page.nextCursor;
        if (page.items.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      }
    };
    const work = async () => {
      const relay = newRelay();
      while (!(added && (await relay.runOnce(37)) === 0)) await relay.runOnce(37);
    };
    await Promise.all([add(), follow(), ...Array.from({ length: 8 }, work)]);

    const events = await readAll(feed, 1_000);
    expect(events).toHaveLength(2_000);
    expect(new Set(events.map((event) => event.id))).toEqual(new Set(ids));
    expect(followed).toEqual(events.map((event) => event.id));
    const rows = await database.select<{ low: number; high: number; n: number }>(
      'select min(seq) as low, max(seq) as high, count(*) as n from events',
      [],
    );
    expect(rows[0]).toEqual({ low: 1, high: 2_000, n: 2_000 });
  });
});
