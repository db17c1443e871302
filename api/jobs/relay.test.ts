import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../core/ids.ts';
import type { Database } from '../db/database.ts';
import { manualClock } from '../testing/clock.ts';
import { testDatabases } from '../testing/databases.ts';
import { createOutbox, type OutboxEntry } from './outbox.ts';
import type { DueEffect } from './outbox-store.ts';
import { createRelay } from './relay.ts';

describe.each(testDatabases())('the outbox relay on $name', ({ open }) => {
  let database: Database;
  beforeEach(async () => {
    database = await open();
  });
  afterEach(() => database.close());

  const clock = manualClock();
  const outbox = createOutbox({ clock });

  function entry(overrides: Partial<OutboxEntry> = {}): OutboxEntry {
    return {
      kind: 'event',
      type: 'message.released',
      caseId: null,
      decisionId: null,
      data: {},
      notBefore: clock.now(),
      ...overrides,
    };
  }

  async function decision(): Promise<string> {
    const id = newId('dec');
    const now = clock.now();
    await database.knex('cases').insert({
      id: `case-of-${id}`,
      queue: 'first-messages',
      subject_type: 'message',
      subject_id: id,
      due_at: now,
      opened_at: now,
      locale: 'ko',
      event_head: '',
    });
    await database.knex('decisions').insert({
      id,
      case_id: `case-of-${id}`,
      round: 1,
      status: 'applied',
      outcome: 'release',
      decided_by: 'staff_1',
      decided_by_name: 'Kim',
      decided_at: now,
      before: '{}',
    });
    return id;
  }

  function collecting() {
    const seen: DueEffect[] = [];
    const relay = createRelay({
      database,
      clock,
      handlers: { event: async (_trx, effects) => void seen.push(...effects) },
    });
    return { relay, seen };
  }

  it('hands over what is due in order, in batches, until nothing is left', async () => {
    const { relay, seen } = collecting();
    const entries = Array.from({ length: 25 }, (_, i) =>
      entry({ data: { n: i }, notBefore: clock.now() - 1_000 + i }),
    );
    await outbox(database.knex).add(entries.toReversed());
    expect(await relay.runOnce(10)).toBe(25);
    expect(seen.map((effect) => effect.data.n)).toEqual(entries.map((_, i) => i));
    expect(await relay.runOnce()).toBe(0);
  });

  it('leaves everything as it was where a handler fails', async () => {
    await outbox(database.knex).add([entry(), entry()]);
    const failing = createRelay({
      database,
      clock,
      handlers: { event: () => Promise.reject(new Error('on purpose')) },
    });
    await expect(failing.runOnce()).rejects.toThrow('on purpose');
    const { relay, seen } = collecting();
    expect(await relay.runOnce()).toBe(2);
    expect(seen).toHaveLength(2);
  });

  it('lets an undo wait for it, and the undo then knows that it is too late', async () => {
    const decisionId = await decision();
    await outbox(database.knex).add([entry({ decisionId }), entry({ decisionId, type: 'notice.created' })]);
    const inHandler = Promise.withResolvers<void>();
    const go = Promise.withResolvers<void>();
    const slow = createRelay({
      database,
      clock,
      handlers: {
        event: async () => {
          inHandler.resolve();
          await go.promise;
        },
      },
    });
    const relaying = slow.runOnce();
    await inHandler.promise;
    const undoing = database.transaction((trx) => outbox(trx).cancel(decisionId));
    go.resolve();
    expect(await relaying).toBe(2);
    expect(await undoing).toBe(false);
  });

  it('races an undo 200 times: all of a decision is seen, or nothing, and both sides agree', async () => {
    const seen: DueEffect[] = [];
    const relays = Array.from({ length: 3 }, () =>
      createRelay({
        database,
        clock,
        handlers: {
          event: async (trx, effects) => {
            // as the feed does it: what is seen is what commits
            await trx('settings').insert(
              effects.map((effect) => ({
                key: effect.id,
                version: 1,
                value: effect.decisionId,
                changed_by: 'test',
                changed_by_name: 'test',
                changed_at: 0,
              })),
            );
            seen.push(...effects);
          },
        },
      }),
    );
    const undone = new Map<string, boolean>();
    class TooLate extends Error {}
    for (let round = 0; round < 200; round++) {
      const decisionId = await decision();
      await outbox(database.knex).add([entry({ decisionId }), entry({ decisionId, type: 'notice.created' })]);
      const undo = async () => {
        if (round % 4 > 0) await sleep(round % 4);
        try {
          await database.transaction(async (trx) => {
            if (!(await outbox(trx).cancel(decisionId))) throw new TooLate();
          });
          undone.set(decisionId, true);
        } catch (error) {
          if (!(error instanceof TooLate)) throw error;
          undone.set(decisionId, false);
        }
      };
      // the limit of one cuts a decision's two effects apart
      const relaying = async () => {
        await sleep(round % 5);
        await Promise.all(relays.map((relay) => relay.runOnce(1 + (round % 2))));
      };
      await Promise.all([undo(), relaying()]);
      await relays[0]?.runOnce();
    }
    const rows = await database.select<{ value: string; n: number }>(
      'select value, count(*) as n from settings group by value',
      [],
    );
    const counts = new Map(rows.map((row) => [row.value, row.n]));
    const wrong = [...undone].filter(([id, wasUndone]) => (counts.get(id) ?? 0) !== (wasUndone ? 0 : 2));
    expect(wrong).toEqual([]);
    expect(undone.size).toBe(200);
    const wasUndone = [...undone.values()].filter(Boolean).length;
    expect(wasUndone).toBeGreaterThan(0);
    expect(wasUndone).toBeLessThan(200);
  });
});
