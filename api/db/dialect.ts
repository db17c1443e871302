import type { Knex } from 'knex';
import { runStatement } from './statement.ts';

export type Dialect = 'sqlite' | 'postgres';

/** Which database a knex object or transaction talks to. */
export function dialectOf(db: Knex): Dialect {
  const client = db.client as { dialect: string };
  return client.dialect === 'postgresql' ? 'postgres' : 'sqlite';
}

/** The rows of one statement written by hand, in a transaction or outside. Placeholders are `?`. */
export async function rowsOf<Row>(db: Knex, sql: string, bindings: readonly unknown[]): Promise<Row[]> {
  return (await runStatement(db, sql, bindings)).rows as Row[];
}

/** As `rowsOf`, for a statement that is asked how many rows it changed. */
export async function countOf(db: Knex, sql: string, bindings: readonly unknown[]): Promise<number> {
  return (await runStatement(db, sql, bindings)).count;
}

/**
 * Row locks that other workers step over. SQLite has one writer, so there nothing needs to be stepped over. `NO KEY`:
 * a row that only refers to a locked one by its foreign key is inserted without waiting, and cannot end in a deadlock.
 */
export function skipLocked(dialect: Dialect): string {
  return dialect === 'postgres' ? 'FOR NO KEY UPDATE SKIP LOCKED' : '';
}

/**
 * `LIMIT` as a number that PostgreSQL sees when it plans: of one that it is given with the values it assumes a tenth of
 * all rows, and sorts them where an index would have given the first few.
 */
export function limited(rows: number): string {
  return `LIMIT ${Math.max(0, Math.trunc(rows))}`;
}

/**
 * A CTE that must be evaluated once: PostgreSQL may otherwise run a locking sub-select again for every row it updates.
 */
export function materialized(dialect: Dialect): string {
  return dialect === 'postgres' ? 'MATERIALIZED' : '';
}

interface DatabaseError extends Error {
  code?: string;
}

/** Whether an error says that a unique index (or primary key) refused the row. */
export function isUniqueViolation(error: unknown): boolean {
  const code = (error as DatabaseError).code ?? '';
  return code === '23505' || code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY';
}

/** Whether an error says that a row which this one refers to does not exist. */
export function isForeignKeyViolation(error: unknown): boolean {
  const code = (error as DatabaseError).code ?? '';
  return code === '23503' || code === 'SQLITE_CONSTRAINT_FOREIGNKEY';
}

/** Whether a transaction failed only because it met another one, so that running it again makes sense. */
export function isRetryable(error: unknown): boolean {
  const code = (error as DatabaseError).code ?? '';
  return code === '40001' || code === '40P01' || code === 'SQLITE_BUSY' || code === 'SQLITE_BUSY_SNAPSHOT';
}

const LOST_CODES = new Set([
  '57P01',
  '57P02',
  '57P03',
  '08000',
  '08003',
  '08006',
  '53300',
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
  'ETIMEDOUT',
]);

/** Whether an error says that the database cannot be reached just now. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = (error as DatabaseError).code ?? '';
  return (
    LOST_CODES.has(code) ||
    /Connection terminated|connection.*(closed|ended|not queryable)|Timeout acquiring a connection/i.test(
      error.message,
    )
  );
}
