import { createHash } from 'node:crypto';
import PostgresClient from 'knex/lib/dialects/postgres/index.js';
import type { StatementResult } from './statement.ts';

const NAMES_KEPT = 400;
const names = new Map<string, string>();

/**
 * The name under which a statement is prepared on the server, so that PostgreSQL parses and plans it once per
 * connection; undefined past a bound, so that statements of varying length (long IN lists) cannot fill its memory.
 */
export function preparedName(sql: string): string | undefined {
  let name = names.get(sql);
  if (name === undefined && names.size < NAMES_KEPT) {
    name = `gh_${createHash('sha256').update(sql).digest('base64url').slice(0, 24)}`;
    names.set(sql, name);
  }
  return name;
}

const placeholders = new Map<string, string>();

/** `?` → `$1`. Only our own statements come here, and none of them has a question mark of another meaning. */
function numbered(sql: string): string {
  let text = placeholders.get(sql);
  if (text === undefined) {
    let n = 0;
    text = sql.replace(/\?/g, () => `$${++n}`);
    if (placeholders.size < NAMES_KEPT) placeholders.set(sql, text);
  }
  return text;
}

interface Query {
  sql: string;
  method?: string;
  options?: Record<string, unknown>;
}

/** pg's client, as far as we use it. */
interface Connection {
  connection: { stream: { cork(): void; uncork(): void } };
  query(config: {
    name: string | undefined;
    text: string;
    values: readonly unknown[];
  }): Promise<{ rows: unknown[]; rowCount: number | null }>;
}

interface Transaction {
  begin(connection: Connection): Promise<unknown>;
  query(connection: Connection, sql: string): Promise<unknown>;
}

const PREPARABLE = /^\s*(select|insert|update|delete|with)\b/i;

/**
 * What is sent to PostgreSQL while the same piece of code runs leaves in one packet. Statements that do not need each
 * other's results (`Promise.all`) so cost one way to the server and back; it works them off in the order given.
 */
function gatherPackets({ connection: { stream } }: Connection): void {
  stream.cork();
  process.nextTick(() => stream.uncork());
}

/** knex's PostgreSQL client, with data statements prepared by name, and sent together where they can be. */
export class PgClient extends PostgresClient {
  override _query(connection: Connection, query: Query): Promise<object> {
    const name = PREPARABLE.test(query.sql) ? preparedName(query.sql) : undefined;
    const named = name === undefined ? query : { ...query, options: { ...query.options, name } };
    gatherPackets(connection);
    return super._query(connection, named).then((done) => Object.assign(query, done));
  }

  async statement(connection: Connection, sql: string, values: readonly unknown[]): Promise<StatementResult> {
    const text = numbered(sql);
    gatherPackets(connection);
    const { rows, rowCount } = await connection.query({ name: preparedName(text), text, values });
    return { rows, count: rowCount ?? 0 };
  }

  /** `BEGIN` travels with the first statement. Where it fails the connection is lost, and that one fails as well. */
  override transaction(...args: unknown[]): unknown {
    const transaction = super.transaction(...args) as Transaction;
    transaction.begin = (connection) => {
      void transaction.query(connection, 'BEGIN;');
      return Promise.resolve();
    };
    return transaction;
  }
}
