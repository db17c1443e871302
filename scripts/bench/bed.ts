import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { verifyAudit } from '../../api/audit/verify.ts';
import { createContainer } from '../../api/container.ts';
import { type StaffActor, systemActor } from '../../api/core/actor.ts';
import { systemClock } from '../../api/core/clock.ts';
import { readConfig } from '../../api/core/config.ts';
import { sha256 } from '../../api/core/json.ts';
import { createLogger } from '../../api/core/logger.ts';
import { permissionsOf } from '../../api/core/permissions.ts';
import { type Database, openDatabase } from '../../api/db/database.ts';
import { migrate } from '../../api/db/migrate.ts';
import { type Dataset, datasetOf } from './dataset.ts';
import { fill } from './fill.ts';
import { type ServerProcess, startFloor, startProduct } from './processes.ts';
import { type Recording, recordingDatabase } from './recording.ts';
import type { Site } from './sites.ts';

const STAFF = 64;
const PAGES = 20;
const OPENED_CASES = 200;
const FAR = 24 * 60 * 60 * 1000;

/** One database with the server that works on it. */
export interface Subject {
  kind: 'product' | 'floor';
  database: Database;
  server: ServerProcess;
}

/** A marketplace of one size: the product on it, and the floor on a copy of it. */
export interface Bed {
  data: Dataset;
  product: Subject;
  floor: Subject;
  apiKey: string;
  /** Session tokens of staff; the first of them holds `openedCases`. */
  staff: { id: string; token: string }[];
  /** Paths of the first pages of the queue. */
  pagePaths: string[];
  openedCases: string[];
  /** @throws Error where the product's audit log is not as it should be after all this */
  verify(): Promise<void>;
  close(): Promise<void>;
}

function actorOf(id: string): StaffActor {
  return {
    kind: 'staff',
    id,
    name: `Bench ${id}`,
    roles: ['moderator'],
    permissions: permissionsOf(['moderator']),
  };
}

/** Accounts that nobody can sign in to, each with an open session. */
async function createStaff(database: Database): Promise<{ id: string; token: string }[]> {
  const now = Date.now();
  const staff = Array.from({ length: STAFF }, (_, n) => ({
    id: `staff_bench_${n}`,
    token: sha256(`bench ${n}`).slice(0, 43),
  }));
  await database.knex('staff').insert(
    staff.map(({ id }) => ({
      id,
      email: `${id}@example.com`,
      name: `Bench ${id}`,
      password_hash: 'none',
      roles: '["moderator"]',
      locale: 'en',
      created_at: now,
      updated_at: now,
    })),
  );
  await database.knex('staff_sessions').insert(
    staff.map(({ id, token }) => ({
      id: sha256(token),
      staff_id: id,
      created_at: now,
      seen_at: now,
      expires_at: now + FAR,
      user_agent: 'bench',
    })),
  );
  return staff;
}

/** Gives `count` open cases to somebody, as if they had been claimed; the least urgent ones, out of the way of claims. */
export async function leaseCases(database: Database, count: number, staffId: string) {
  const free = database.knex('cases').where({ status: 'open', lease_holder: null });
  const rows = await free
    .orderBy([
      { column: 'rank', order: 'desc' },
      { column: 'due_at', order: 'desc' },
    ])
    .limit(count)
    .select<{ id: string; version: number }[]>('id', 'version');
  await database.transaction(async (trx) => {
    for (const { id } of rows) {
      const lease = { lease_holder: staffId, lease_token: `bench-${id}`, lease_expires_at: Date.now() + FAR };
      await trx('cases').where({ id }).update(lease);
    }
  });
  return rows.map(({ id, version }) => ({ caseId: id, version, leaseToken: `bench-${id}` }));
}

/** Takes the leases of everybody but one back, so that the same cases can be claimed again. */
export async function freeCases(database: Database, butOf: string): Promise<void> {
  await database
    .knex('cases')
    .whereNotNull('lease_holder')
    .whereNot({ lease_holder: butOf })
    .update({ lease_holder: null, lease_token: null, lease_expires_at: 0 });
  await tidy(database);
}

/** What autovacuum would get round to, so that it does not get round to it while something is measured. */
export async function tidy(database: Database): Promise<void> {
  if (database.dialect === 'postgres') {
    await database.knex.raw('vacuum analyze cases');
    await database.knex.raw('checkpoint');
  } else {
    await database.knex.raw('pragma wal_checkpoint(truncate)');
  }
}

/** Asks the product for what will be measured, and writes down which statements that took. */
async function record(database: Database, holder: string, openedCases: readonly string[]) {
  const recorder = recordingDatabase(database);
  const config = readConfig({ DATABASE_URL: 'sqlite:unused' });
  const logger = createLogger('silent');
  const container = createContainer({ config, database: recorder.database, clock: systemClock, logger });
  const recording: Recording = { pages: [], cases: {} };
  const pagePaths: string[] = [];
  let cursor: string | null | undefined;
  for (let page = 0; page < PAGES && cursor !== null; page++) {
    pagePaths.push(`/api/cases?queue=first-messages${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
    const query = { queue: 'first-messages' as const, status: ['open' as const], limit: 25 };
    const asked = cursor ? { ...query, cursor } : query;
    recorder.take();
    ({ nextCursor: cursor } = await container.caseDesk.view.page(asked, actorOf(holder), Date.now()));
    recording.pages.push(recorder.take());
  }
  for (const id of openedCases) {
    recorder.take();
    await container.caseDesk.detail(id, actorOf(holder));
    recording.cases[id] = recorder.take();
  }
  return { recording, pagePaths };
}

async function requireVerified(database: Database): Promise<void> {
  const report = await verifyAudit(database);
  if (!report.ok) throw new Error(`The audit log does not verify: ${JSON.stringify(report.problems[0])}`);
}

async function populate(url: string, data: Dataset, say: (line: string) => void) {
  const database = openDatabase({ databaseUrl: url, databasePoolSize: 4 });
  try {
    await migrate(database);
    const started = Date.now();
    await fill(database, url, data);
    say(
      `${data.messages} messages, ${data.held} held: filled in ${((Date.now() - started) / 1000).toFixed(1)} s`,
    );
    await requireVerified(database);
    const staff = await createStaff(database);
    const holder = staff[0] as { id: string };
    const opened = (await leaseCases(database, Math.min(OPENED_CASES, data.held / 10), holder.id)).map(
      ({ caseId }) => caseId,
    );
    if (database.dialect === 'postgres') await database.knex.raw('vacuum analyze');
    await tidy(database);
    const { recording, pagePaths } = await record(database, holder.id, opened);
    const container = createContainer({
      config: readConfig({ DATABASE_URL: 'sqlite:unused' }),
      database,
      clock: systemClock,
      logger: createLogger('silent'),
    });
    const { key } = await database.transaction((trx) =>
      container.apiKeys(trx).create({ name: 'bench' }, systemActor('bench')),
    );
    return { staff, opened, recording, pagePaths, apiKey: key };
  } finally {
    await database.close();
  }
}

/** Makes and fills both databases, and starts both servers. */
export async function makeBed(
  site: Site,
  messages: number,
  options: { dir: string; profileDir: string | undefined; say: (line: string) => void },
): Promise<Bed> {
  const data = datasetOf(messages);
  const url = await site.create(`product_${messages}`);
  const { staff, opened, recording, pagePaths, apiKey } = await populate(url, data, options.say);
  const floorUrl = await site.copy(`product_${messages}`, `floor_${messages}`);
  const recordingFile = join(options.dir, `recording-${site.engine}-${messages}.json`);
  await writeFile(recordingFile, JSON.stringify(recording));
  const product: Subject = {
    kind: 'product',
    database: openDatabase({ databaseUrl: url, databasePoolSize: 2 }),
    server: await startProduct(url, options.profileDir),
  };
  const floor: Subject = {
    kind: 'floor',
    database: openDatabase({ databaseUrl: floorUrl, databasePoolSize: 2 }),
    server: await startFloor(floorUrl, recordingFile),
  };
  return {
    data,
    product,
    floor,
    apiKey,
    staff,
    pagePaths,
    openedCases: opened,
    verify: () => requireVerified(product.database),
    close: async () => {
      for (const subject of [product, floor]) {
        await subject.server.stop();
        await subject.database.close();
      }
    },
  };
}
