import { copyFile, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { Engine } from './options.ts';

const POSTGRES_URL = process.env.BENCH_POSTGRES_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';

/** Where databases of the bench's own are made and thrown away. */
export interface Site {
  engine: Engine;
  create(name: string): Promise<string>;
  /** A second database with the same content. Nobody may be connected to the first one. */
  copy(name: string, to: string): Promise<string>;
  removeAll(): Promise<void>;
}

function sqliteSite(dir: string): Site {
  const pathOf = (name: string) => join(dir, `${name}.sqlite`);
  return {
    engine: 'sqlite',
    create: async (name) => {
      await mkdir(dir, { recursive: true });
      return `sqlite:${pathOf(name)}`;
    },
    copy: async (name, to) => {
      await copyFile(pathOf(name), pathOf(to));
      return `sqlite:${pathOf(to)}`;
    },
    removeAll: () => rm(dir, { recursive: true, force: true }),
  };
}

async function onServer<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: POSTGRES_URL, connectionTimeoutMillis: 2_000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function postgresSite(run: string): Site {
  const names: string[] = [];
  const nameOf = (name: string) => `gatehouse_bench_${run}_${name}`;
  const make = async (name: string, how: string) => {
    await onServer((client) => client.query(`create database ${nameOf(name)} ${how}`));
    names.push(nameOf(name));
    return POSTGRES_URL.replace(/\/[^/]*$/, `/${nameOf(name)}`);
  };
  return {
    engine: 'postgres',
    create: (name) => make(name, ''),
    copy: (name, to) => make(to, `template ${nameOf(name)}`),
    removeAll: () =>
      onServer(async (client) => {
        for (const name of names.splice(0))
          await client.query(`drop database if exists ${name} with (force)`);
      }),
  };
}

/** @returns undefined where the engine cannot be reached */
export async function openSite(engine: Engine, dir: string): Promise<Site | undefined> {
  if (engine === 'sqlite') return sqliteSite(dir);
  const reachable = await onServer((client) => client.query('select 1')).then(
    () => true,
    () => false,
  );
  return reachable ? postgresSite(`${process.pid}_${Date.now().toString(36)}`) : undefined;
}
