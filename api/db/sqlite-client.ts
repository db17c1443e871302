import type { Database as Connection, Statement } from 'better-sqlite3';
import BetterSqlite3Client from 'knex/lib/dialects/better-sqlite3/index.js';
import type { StatementResult } from './statement.ts';

const STATEMENTS_KEPT = 500;
const statements = new WeakMap<Connection, Map<string, Statement>>();

/**
 * A statement prepared once per connection. Preparing costs more than most of our statements take to run.
 */
export function preparedOn(connection: Connection, sql: string): Statement {
  let known = statements.get(connection);
  if (known === undefined) statements.set(connection, (known = new Map<string, Statement>()));
  let statement = known.get(sql);
  if (statement === undefined) {
    if (known.size >= STATEMENTS_KEPT) known.clear();
    statement = connection.prepare(sql);
    known.set(sql, statement);
  }
  return statement;
}

export function asSqliteBinding(value: unknown): unknown {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof Date) return value.getTime();
  return value === undefined ? null : value;
}

interface Query {
  sql: string;
  bindings?: unknown[];
  response?: unknown;
  context?: unknown;
}

interface Beginnable {
  begin: (connection: unknown) => Promise<unknown>;
  query: (connection: unknown, sql: string) => Promise<unknown>;
}

/**
 * knex's better-sqlite3 client with two changes: statements are prepared once, and a transaction takes the write lock
 * when it begins (`BEGIN IMMEDIATE`). A deferred one that reads first and writes later fails at once, not after the
 * busy timeout, where another process (a command, say) wrote in between.
 */
export class SqliteClient extends BetterSqlite3Client {
  override _query(connection: Connection, query: Query): Promise<Query> {
    try {
      const statement = preparedOn(connection, query.sql);
      const bindings = (query.bindings ?? []).map(asSqliteBinding);
      if (statement.reader) {
        query.response = statement.all(...bindings);
      } else {
        const done = statement.run(...bindings);
        query.response = done;
        query.context = { lastID: done.lastInsertRowid, changes: done.changes };
      }
      return Promise.resolve(query);
    } catch (error) {
      return Promise.reject(error);
    }
  }

  statement(connection: Connection, sql: string, bindings: readonly unknown[]): Promise<StatementResult> {
    try {
      const statement = preparedOn(connection, sql);
      const values = bindings.map(asSqliteBinding);
      if (statement.reader) {
        const rows = statement.all(...values);
        return Promise.resolve({ rows, count: rows.length });
      }
      return Promise.resolve({ rows: [], count: statement.run(...values).changes });
    } catch (error) {
      return Promise.reject(error);
    }
  }

  override transaction(...args: unknown[]): unknown {
    const transaction = super.transaction(...args) as Beginnable;
    transaction.begin = (connection) => transaction.query(connection, 'BEGIN IMMEDIATE;');
    return transaction;
  }
}
