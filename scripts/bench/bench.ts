import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bed, makeBed } from './bed.ts';
import { type Measured, measure } from './measure.ts';
import { type Engine, readOptions } from './options.ts';
import { startLoader } from './processes.ts';
import { TABLE_HEAD, tableRows, type Target, targetRows, targetsOf } from './report.ts';
import { scenarios } from './scenarios.ts';
import { openSite } from './sites.ts';

/**
 * `npm run bench`: how fast the product is, beside a bare handler that sends the same statements to the same kind of
 * database. Real HTTP, real processes; the ratios are what to look at, since they hold on other machines too.
 */
const options = readOptions(process.argv.slice(2));
const say = (line: string) => void process.stderr.write(`${line}\n`);
const print = (line: string) => void process.stdout.write(`${line}\n`);

/** What is to be taken away again, the last first. */
const leftovers: (() => Promise<unknown>)[] = [];

async function tidyUp(butTheFirst = 0): Promise<void> {
  while (leftovers.length > butTheFirst) await leftovers.pop()?.();
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void tidyUp().finally(() => process.exit(130)));
}

async function benchEngine(engine: Engine, dir: string): Promise<Measured[] | undefined> {
  const site = await openSite(engine, join(dir, engine));
  if (site === undefined) {
    print(`${engine}: not reachable, not measured.`);
    return undefined;
  }
  const before = leftovers.length;
  leftovers.push(() => site.removeAll());
  const beds: Bed[] = [];
  leftovers.push(() => Promise.all(beds.map((bed) => bed.close())));
  const loader = startLoader();
  try {
    for (const size of options.sizes) {
      const sayOf = (line: string) => say(`${engine}: ${line}`);
      beds.push(await makeBed(site, size, { dir, profileDir: options.profileDir, say: sayOf }));
    }
    print(`\n${engine.padEnd(28)}\n${TABLE_HEAD}`);
    const all: Measured[] = [];
    for (const scenario of scenarios(options.seconds, options.only)) {
      const measured = await measure(scenario, beds, loader, options);
      for (const line of tableRows(measured)) print(line);
      all.push(...measured);
    }
    for (const bed of beds) await bed.verify();
    say(`${engine}: the audit logs still verify.`);
    return all;
  } finally {
    loader.stop();
    await tidyUp(before);
  }
}

const startedAt = new Date();
const dir = await mkdtemp(join(tmpdir(), 'gatehouse-bench-'));
leftovers.push(() => rm(dir, { recursive: true, force: true }));
const results: { engine: Engine; measured: Measured[]; targets: Target[] }[] = [];
try {
  for (const engine of options.engines) {
    const measured = await benchEngine(engine, dir);
    if (measured !== undefined) results.push({ engine, measured, targets: targetsOf(engine, measured) });
  }
} finally {
  await tidyUp();
}

print('');
for (const { engine, targets } of results) for (const line of targetRows(engine, targets)) print(line);

const machine = { node: process.version, cpu: cpus()[0]?.model ?? 'unknown', cores: availableParallelism() };
const file = join('var', 'bench', `${startedAt.toISOString().replaceAll(':', '-')}.json`);
await mkdir(join('var', 'bench'), { recursive: true });
await writeFile(file, JSON.stringify({ startedAt, machine, options, results }, null, 2));
say(`\nWritten to ${file} after ${((Date.now() - startedAt.getTime()) / 1000).toFixed(0)} s.`);
