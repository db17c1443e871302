import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import BetterSqlite3, { type Database as SqliteConnection } from 'better-sqlite3';
import createKnex, { type Knex } from 'knex';
import pg from 'pg';
import { createLogger } from '../core/logger.ts';
import { type Dialect, isRetryable } from './dialect.ts';
import { PgClient } from './postgres-client.ts';
import { asSqliteBinding, preparedOn, SqliteClient } from './sqlite-client.ts';
import { runStatement } from './statement.ts';

/** What a store gets: a transaction, or the database itself for single statements. */
export type Db = Knex;
export type Trx = Knex.Transaction;

export interface Database {
  readonly dialect: Dialect;
  readonly knex: Knex;
  /**
   * Runs `work` in one transaction: all of it, or nothing. Only `trx` may be used inside (house rule 2). Where it met
   * another transaction (deadlock, busy) it is run again, so `work` must not act on the outside.
   */
  transaction<T>(work: (trx: Trx) => Promise<T>): Promise<T>;
  /**
   * The read path: one statement, `?` placeholders, prepared once. On SQLite it has a connection of its own, so that
   * readers do not wait for the writer. It sees what is committed.
   */
  select<Row>(sql: string, bindings: readonly unknown[]): Promise<Row[]>;
  /** Resolves where the database answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface DatabaseSettings {
  databaseUrl: string;
  databasePoolSize: number;
  /** How much of what knex has to say is logged; absent: warnings. */
  logLevel?: string;
}

const TRANSACTION_TRIES = 5;

async function inTransaction<T>(knex: Knex, work: (trx: Trx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await knex.transaction(work);
    } catch (error) {
      if (attempt >= TRANSACTION_TRIES || !isRetryable(error)) throw error;
    }
  }
}

function tuneSqlite(connection: SqliteConnection): void {
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  connection.pragma('busy_timeout = 5000');
  connection.pragma('cache_size = -65536');
  connection.pragma('temp_store = MEMORY');
}

/** knex prints what troubles it on standard output, which belongs to results: it goes to the log instead. */
function knexLog(level: string): Knex.Logger {
  const logger = createLogger(level);
  const say = (message: unknown) => logger.warn({ who: 'knex' }, String(message));
  return {
    warn: say,
    error: say,
    debug: say,
    deprecate: (method, instead) => say(`${method} is deprecated, use ${instead}`),
  };
}

function openSqlite(path: string, { logLevel = 'warn' }: DatabaseSettings): Database {
  const filename = resolve(path);
  mkdirSync(dirname(filename), { recursive: true });
  const knex = createKnex({
    client: SqliteClient as unknown as typeof Knex.Client,
    connection: { filename },
    useNullAsDefault: true,
    acquireConnectionTimeout: 60_000,
    log: knexLog(logLevel),
    pool: {
      min: 1,
      max: 1,
      afterCreate: (
        connection: SqliteConnection,
        done: (error: Error | null, connection: unknown) => void,
      ) => {
        tuneSqlite(connection);
        done(null, connection);
      },
    },
  });
  let reader: Promise<SqliteConnection> | undefined;
  const openReader = async (): Promise<SqliteConnection> => {
    await knex.raw('select 1'); // the writer creates the file and sets WAL first
    const connection = new BetterSqlite3(filename, { readonly: true });
    connection.pragma('busy_timeout = 5000');
    connection.pragma('cache_size = -65536');
    connection.pragma('mmap_size = 2147418112'); // the most that SQLite takes
    return connection;
  };
  return {
    dialect: 'sqlite',
    knex,
    transaction: (work) => inTransaction(knex, work),
    select: async <Row>(sql: string, bindings: readonly unknown[]) => {
      reader ??= openReader();
      return preparedOn(await reader, sql).all(...bindings.map(asSqliteBinding)) as Row[];
    },
    ping: async () => {
      await knex.raw('select 1');
    },
    close: async () => {
      (await reader)?.close();
      await knex.destroy();
    },
  };
}

// bigint and numeric columns hold milliseconds, counts and minor units: all within 2^53.
const NUMBER_TYPES = new Set([20, 1700]);
const pgTypes = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    NUMBER_TYPES.has(oid) ? Number : (pg.types.getTypeParser(oid, format) as (value: string) => unknown),
};

function openPostgres(url: string, { databasePoolSize, logLevel = 'warn' }: DatabaseSettings): Database {
  // `pipeline`: statements of one connection do not wait for each other's answers before they are sent
  const connection = { pipeline: true } as Knex.PgConnectionConfig;
  const knex = createKnex({
    client: PgClient as unknown as typeof Knex.Client,
    connection: {
      ...connection,
      connectionString: url,
      types: pgTypes as unknown as NonNullable<Knex.PgConnectionConfig['types']>,
      application_name: 'gatehouse',
      statement_timeout: 60_000,
    },
    acquireConnectionTimeout: 15_000,
    log: knexLog(logLevel),
    pool: { min: 0, max: databasePoolSize },
  });
  return {
    dialect: 'postgres',
    knex,
    transaction: (work) => inTransaction(knex, work),
    select: async <Row>(sql: string, bindings: readonly unknown[]) =>
      (await runStatement(knex, sql, bindings)).rows as Row[],
    ping: async () => {
      await knex.raw('select 1');
    },
    close: () => knex.destroy(),
  };
}

/** Opens the database that `databaseUrl` names: `postgres://…`, or `sqlite:<path>` (created where it is missing). */
export function openDatabase(settings: DatabaseSettings): Database {
  const sqlite = /^sqlite:(.+)$/.exec(settings.databaseUrl);
  return sqlite?.[1] !== undefined
    ? openSqlite(sqlite[1], settings)
    : openPostgres(settings.databaseUrl, settings);
}
