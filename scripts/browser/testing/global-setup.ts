import type { TestProject } from 'vitest/node';
import { dropDatabases, pgReachable, pgServer } from '../../../api/testing/services.ts';
import { DEMO_STAFF } from '../../../seeds/demo.ts';
import { buildConsole } from '../../console/build.ts';
import { chromiumPath } from '../chromium.ts';
import { type RunningConsole, startConsole } from '../console.ts';
import type { TestConsole } from './provided.ts';

/** The console that the browser tests look at: built, with demo data, one on each database that answers. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const chromium = chromiumPath();
  if (chromium === undefined) {
    if (process.env.GATEHOUSE_REQUIRE_SERVICES === '1')
      throw new Error('GATEHOUSE_REQUIRE_SERVICES=1, but there is no Chromium (CHROMIUM_PATH).');
    process.stderr.write('\n*** NOT TESTED HERE: the console in a browser (no Chromium found) ***\n\n');
    project.provide('browser', null);
    return async () => {};
  }
  await buildConsole((line) => process.stderr.write(`${line}\n`));
  const id = `gatehouse_browser_${process.pid}_${Date.now().toString(36)}`;
  const running: (RunningConsole & TestConsole)[] = [{ name: 'sqlite', ...(await startConsole()) }];
  const postgres = await pgReachable();
  if (postgres) {
    const server = pgServer();
    await server.query(`create database ${id}`);
    await server.end();
    running.push({ name: 'postgres', ...(await startConsole(server.urlOf(id))) });
  }
  project.provide('browser', {
    chromium,
    consoles: running.map(({ name, url }) => ({ name, url })),
    staff: DEMO_STAFF.map(({ role, name, email, password }) => ({ role, name, email, password })),
  });
  return async () => {
    for (const one of running) await one.close();
    if (postgres) await dropDatabases(id);
  };
}
