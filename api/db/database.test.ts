import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabases } from '../testing/databases.ts';
import type { Database } from './database.ts';
import {
  dialectOf,
  isForeignKeyViolation,
  isRetryable,
  isUnavailable,
  isUniqueViolation,
  materialized,
  rowsOf,
  skipLocked,
} from './dialect.ts';
import { fromJsonColumn, toJsonColumn } from './json-column.ts';

describe.each(testDatabases())('the database on $name', ({ name, open }) => {
  let db: Database;

  beforeAll(async () => {
    db = await open();
  });
  afterAll(() => db.close());

  const row = (key: string, version = 1) => ({
    key,
    version,
    value: '{}',
    changed_by: 'x',
    changed_by_name: 'x',
    changed_at: 1,
  });
  const versions = async (key: string) =>
    (
      await db.select<{ version: number }>('select version from settings where key = ? order by version', [
        key,
      ])
    ).map((one) => one.version);

  it('keeps all of a transaction, or nothing of it', async () => {
    await db.transaction(async (trx) => {
      await trx('settings').insert(row('all', 1));
      await trx('settings').insert(row('all', 2));
    });
    expect(await versions('all')).toEqual([1, 2]);
    const failing = db.transaction(async (trx) => {
      await trx('settings').insert(row('nothing', 1));
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await versions('nothing')).toEqual([]);
  });

  it('gives what the work gives, and lets go of its connection however it ends', async () => {
    for (let i = 0; i < 40; i++) {
      expect(await db.transaction(async () => i)).toBe(i);
      await db.transaction(async () => Promise.reject(new Error('no'))).catch(() => {});
    }
    await db.ping();
  });

  it('shows readers what is committed, and nothing that is not', async () => {
    let seen: number[] | undefined;
    await db.transaction(async (trx) => {
      await trx('settings').insert(row('dirty'));
      seen = await versions('dirty');
    });
    expect(seen).toEqual([]);
    expect(await versions('dirty')).toEqual([1]);
  });

  it('lets nothing be written for a transaction that is over', async () => {
    let late: (() => Promise<unknown>) | undefined;
    await db.transaction(async (trx) => {
      late = () =>
        rowsOf(
          trx,
          'insert into settings (key, version, value, changed_by, changed_by_name, changed_at) values (?, 1, ?, ?, ?, 1)',
          ['late', '{}', 'x', 'x'],
        );
    });
    await expect(late?.()).rejects.toThrow();
    expect(await versions('late')).toEqual([]);
  });

  it('runs work again that met another transaction, and gives up where it always does', async () => {
    const busy = () =>
      Object.assign(new Error('met another'), { code: name === 'sqlite' ? 'SQLITE_BUSY' : '40P01' });
    let tries = 0;
    const done = await db.transaction(async (trx) => {
      await trx('settings').insert(row('again'));
      if (++tries < 3) throw busy();
      return 'done';
    });
    expect([done, tries, await versions('again')]).toEqual(['done', 3, [1]]);
    tries = 0;
    const never = db.transaction(async () => {
      tries++;
      throw busy();
    });
    await expect(never).rejects.toThrow('met another');
    expect(tries).toBeLessThan(20);
  });

  it('counts up to the same number for many who add one at once', async () => {
    await db.knex('feed_head').update({ seq: 0 });
    await Promise.all(
      Array.from({ length: 50 }, () =>
        db.transaction(async (trx) => {
          await trx('feed_head')
            .where({ id: 1 })
            .update({ seq: trx.raw('seq + 1') });
        }),
      ),
    );
    expect((await db.select<{ seq: number }>('select seq from feed_head', []))[0]?.seq).toBe(50);
  });

  it('tells its errors apart', async () => {
    const failure = (work: PromiseLike<unknown>) =>
      Promise.resolve(work).then(
        () => undefined,
        (error: unknown) => error,
      );
    await db.knex('settings').insert(row('unique'));
    const unique = await failure(db.knex('settings').insert(row('unique')));
    const orphan = await failure(
      db.knex('services').insert({
        id: 's',
        expert_id: 'nobody',
        title: 't',
        category: 'c',
        quality_guarantee: false,
        listed_at: 1,
        status: 'on',
        content_hash: 'h',
        created_at: 1,
        updated_at: 1,
      }),
    );
    const check = await failure(db.knex('members').insert({ id: 'm', kind: 'robot', nickname: 'n' }));
    expect([unique, orphan, check].map(isUniqueViolation)).toEqual([true, false, false]);
    expect([unique, orphan, check].map(isForeignKeyViolation)).toEqual([false, true, false]);
    for (const error of [unique, orphan, check]) {
      expect(isRetryable(error)).toBe(false);
      expect(isUnavailable(error)).toBe(false);
    }
  });

  it('gives numbers, booleans, texts and nothing back as they went in', async () => {
    const big = Number.MAX_SAFE_INTEGER - 1;
    const text = 'Grüße, 안녕하세요 🙂 \u2028 ‘quoted’ "json" \\';
    await db.knex('members').insert({
      id: 'types',
      kind: 'client',
      nickname: text,
      account_type: 'individual',
      joined_at: big,
      content_hash: 'h',
      created_at: 1,
      updated_at: 1,
    });
    const [member] = await db.select<Record<string, unknown>>('select * from members where id = ?', [
      'types',
    ]);
    expect(member).toMatchObject({ nickname: text, joined_at: big, email: null });
    const [found] = await rowsOf<{ n: number }>(db.knex, 'select count(*) as n from members where id = ?', [
      'types',
    ]);
    expect(Number(found?.n)).toBe(1);
    const value = { text, list: [1, null, true], deep: { a: 'b' } };
    expect(fromJsonColumn(toJsonColumn(value))).toEqual(value);
  });

  it('knows its dialect inside a transaction and outside', async () => {
    expect([db.dialect, dialectOf(db.knex)]).toEqual([name, name]);
    expect(await db.transaction(async (trx) => dialectOf(trx))).toBe(name);
    for (const clause of [skipLocked(db.dialect), materialized(db.dialect)])
      expect(clause === '').toBe(name === 'sqlite');
  });

  it('enforces what it is told: references and checks', async () => {
    await expect(
      db.knex('presence').insert({ staff_id: 'nobody', case_id: 'none', seen_at: 1 }),
    ).rejects.toThrow();
    if (name === 'sqlite') {
      const pragma = async (key: string) =>
        Object.values((await rowsOf<Record<string, unknown>>(db.knex, `pragma ${key}`, []))[0] ?? {})[0];
      expect([
        await pragma('journal_mode'),
        await pragma('synchronous'),
        await pragma('foreign_keys'),
      ]).toEqual(['wal', 2, 1]);
    }
  });
});

describe('errors of a database that is away', () => {
  it.each(['57P01', '08006', 'ECONNREFUSED', 'ECONNRESET'])('%s is "try again", not a bug', (code) => {
    expect(isUnavailable(Object.assign(new Error('gone'), { code }))).toBe(true);
  });
  it('anything else is ours', () => {
    expect(isUnavailable(new Error('undefined is not a function'))).toBe(false);
    expect(isUnavailable('text')).toBe(false);
  });
});
