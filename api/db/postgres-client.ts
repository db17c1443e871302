import { createHash } from 'node:crypto';
import PostgresClient from 'knex/lib/dialects/postgres/index.js';

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

interface Query {
  sql: string;
  method?: string;
  options?: Record<string, unknown>;
}

interface Connection {
  query(config: unknown, done: (error: Error | null, response: unknown) => void): void;
}

const PREPARABLE = /^\s*(select|insert|update|delete|with)\b/i;

/** knex's PostgreSQL client, with data statements prepared by name. */
export class PgClient extends PostgresClient {
  override _query(connection: Connection, query: Query): Promise<object> {
    const name = PREPARABLE.test(query.sql) ? preparedName(query.sql) : undefined;
    const named = name === undefined ? query : { ...query, options: { ...query.options, name } };
    return super._query(connection, named).then((done) => Object.assign(query, done));
  }
}
