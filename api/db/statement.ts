import type { Knex } from 'knex';

/** What one statement gave. */
export interface StatementResult {
  rows: unknown[];
  /** How many rows it changed. */
  count: number;
}

/** What both of our knex clients can do besides what knex asks of them. */
export interface StatementClient {
  acquireConnection(): Promise<unknown>;
  releaseConnection(connection: unknown): Promise<void>;
  statement(connection: unknown, sql: string, bindings: readonly unknown[]): Promise<StatementResult>;
}

/**
 * Runs one statement written by hand, inside a transaction or outside, past knex's builder and runner: those cost more
 * than most of our statements take to run. Placeholders are `?`.
 */
export async function runStatement(
  db: Knex,
  sql: string,
  bindings: readonly unknown[],
): Promise<StatementResult> {
  if (db.isTransaction === true && (db as Knex.Transaction).isCompleted()) {
    throw new Error('A statement for a transaction that is over.');
  }
  const client = db.client as StatementClient;
  const connection = await client.acquireConnection();
  try {
    return await client.statement(connection, sql, bindings);
  } finally {
    await client.releaseConnection(connection);
  }
}
