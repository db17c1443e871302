import { Redis } from 'ioredis';
import pg from 'pg';

const PG_URL = process.env.TEST_POSTGRES_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';
export const REDIS_URL = process.env.TEST_REDIS_URL ?? 'redis://127.0.0.1:6379';

/** A connection to the PostgreSQL server itself, for making and dropping databases. */
export function pgServer() {
  const client = new pg.Client({ connectionString: PG_URL, connectionTimeoutMillis: 2_000 });
  const connected = client.connect();
  connected.catch(() => {});
  return {
    urlOf: (database: string) => PG_URL.replace(/\/[^/]*$/, `/${database}`),
    query: async (sql: string) => {
      await connected;
      return client.query<Record<string, unknown>>(sql);
    },
    end: () => client.end(),
  };
}

export async function pgReachable(): Promise<boolean> {
  const server = pgServer();
  try {
    await server.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await server.end().catch(() => {});
  }
}

export async function redisReachable(): Promise<boolean> {
  const redis = new Redis(REDIS_URL, {
    lazyConnect: true,
    maxRetriesPerRequest: 1,
    retryStrategy: () => null,
  });
  redis.on('error', () => {});
  try {
    await redis.connect();
    await redis.ping();
    return true;
  } catch {
    return false;
  } finally {
    redis.disconnect();
  }
}

/** Drops every database whose name begins with `prefix`. */
export async function dropDatabases(prefix: string): Promise<void> {
  const server = pgServer();
  const { rows } = await server.query(`select datname from pg_database where datname like '${prefix}%'`);
  for (const row of rows) await server.query(`drop database if exists ${String(row.datname)} with (force)`);
  await server.end();
}
