import BetterSqlite3, { type Statement as Prepared } from 'better-sqlite3';
import pg from 'pg';

type Values = readonly unknown[];

/** Statements in one transaction. */
export interface FloorTransaction {
  rows<Row>(sql: string, values: Values): Promise<Row[]>;
}

/** A database driver with nothing around it but prepared statements. Placeholders are `?`. */
export interface FloorDatabase extends FloorTransaction {
  transaction<T>(work: (trx: FloorTransaction) => Promise<T>): Promise<T>;
}

function sqliteFloor(path: string): FloorDatabase {
  const reader = new BetterSqlite3(path, { readonly: true });
  reader.pragma('cache_size = -65536');
  reader.pragma('mmap_size = 2147418112');
  const writer = new BetterSqlite3(path);
  writer.pragma('journal_mode = WAL');
  writer.pragma('synchronous = FULL');
  writer.pragma('foreign_keys = ON');
  writer.pragma('cache_size = -65536');

  const runner = (connection: BetterSqlite3.Database) => {
    const prepared = new Map<string, Prepared>();
    return async <Row>(sql: string, values: Values): Promise<Row[]> => {
      let statement = prepared.get(sql);
      if (statement === undefined) prepared.set(sql, (statement = connection.prepare(sql)));
      const bindings = values.map((value) => (typeof value === 'boolean' ? Number(value) : value));
      if (statement.reader) return statement.all(...bindings) as Row[];
      statement.run(...bindings);
      return [];
    };
  };
  const read = runner(reader);
  const write = runner(writer);
  let turn: Promise<unknown> = Promise.resolve(); // one writer: transactions wait for each other

  async function inTransaction<T>(work: (trx: FloorTransaction) => Promise<T>): Promise<T> {
    await write('BEGIN IMMEDIATE', []);
    try {
      const result = await work({ rows: write });
      await write('COMMIT', []);
      return result;
    } catch (error) {
      await write('ROLLBACK', []);
      throw error;
    }
  }
  return {
    rows: read,
    transaction: (work) => {
      const result = turn.then(() => inTransaction(work));
      turn = result.catch(() => {});
      return result;
    },
  };
}

function postgresFloor(url: string, poolSize: number): FloorDatabase {
  const pool = new pg.Pool({ connectionString: url, max: poolSize });
  const known = new Map<string, { name: string; text: string }>();
  const preparedOf = (sql: string) => {
    let query = known.get(sql);
    if (query === undefined) {
      let n = 0;
      query = { name: `floor_${known.size}`, text: sql.replace(/\?/g, () => `$${++n}`) };
      known.set(sql, query);
    }
    return query;
  };
  const on =
    (client: pg.Pool | pg.PoolClient) =>
    async <Row>(sql: string, values: Values): Promise<Row[]> =>
      (await client.query({ ...preparedOf(sql), values: [...values] })).rows as Row[];
  return {
    rows: on(pool),
    transaction: async (work) => {
      const client = await pool.connect();
      try {
        await client.query('BEGIN');
        const result = await work({ rows: on(client) });
        await client.query('COMMIT');
        return result;
      } catch (error) {
        await client.query('ROLLBACK');
        throw error;
      } finally {
        client.release();
      }
    },
  };
}

export function openFloorDatabase(url: string, poolSize: number): FloorDatabase {
  return url.startsWith('sqlite:') ? sqliteFloor(url.slice('sqlite:'.length)) : postgresFloor(url, poolSize);
}
