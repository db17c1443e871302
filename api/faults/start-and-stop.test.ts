import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { testDatabases } from '../testing/databases.ts';
import { listen } from '../testing/event-stream.ts';
import { type FaultRun, startFaultRun, untilMore } from '../testing/fault-run.ts';
import { signIn } from '../testing/moderator.ts';
import { generatedMessages, type Person } from '../testing/prepare.ts';
import { endAll, type Environment, launch, startApi, startWorker } from '../testing/processes.ts';
import { freePort } from '../testing/redis-server.ts';
import { pgServer, REDIS_URL } from '../testing/services.ts';

const SECONDS = 1_000;

afterEach(endAll);

describe.each(testDatabases())('stopping on $name', ({ name, open }) => {
  let run: FaultRun;
  afterEach(async () => {
    await endAll();
    await run.close();
  });
  const usesRedis = name === 'postgres' && inject('run').redis;
  const redisUrl = usesRedis ? REDIS_URL : undefined;

  it('on SIGTERM finishes the request in hand, ends live streams, takes no new work, and exits with 0 in seconds', async () => {
    run = await startFaultRun({ database: await open(), cases: 4, moderators: 1, redisUrl });
    const api = await startApi(run.launch);
    const { port } = new URL(api.url);
    const cookie = await signIn(api.url, run.prepared.staff[0] as Person);
    const stream = await listen(api.url, cookie);
    // a browser's spare connection that never says a word, and one that has spoken and is kept
    const silent = connect(Number(port), '127.0.0.1');
    silent.on('error', () => {});
    await once(silent, 'connect');
    const agent = new Agent({ keepAlive: true });

    // an import whose body is still coming
    const { members } = generatedMessages(20);
    const lines = members.map((member) => `${JSON.stringify(member)}\n`);
    const half = Math.floor(lines.length / 2);
    const importing = request(`${api.url}/v1/import/members`, {
      method: 'POST',
      agent,
      headers: {
        authorization: `Bearer ${run.prepared.apiKey}`,
        'content-type': 'application/x-ndjson',
      },
    });
    const answering = once(importing, 'response');
    importing.write(lines.slice(0, half).join(''));
    await sleep(200);
    const stopping = api.end('SIGTERM');
    await stream.ended;
    await expect(fetch(`${api.url}/healthz`)).rejects.toThrow();
    importing.end(lines.slice(half).join(''));
    const [response] = (await answering) as [IncomingMessage];
    let body = '';
    for await (const chunk of response) body += String(chunk);
    expect(response.statusCode).toBe(200);
    expect(body).toContain(`"received":${lines.length}`);

    const begun = performance.now();
    expect(await stopping).toEqual({ code: 0, signal: null });
    expect(performance.now() - begun).toBeLessThan(5 * SECONDS);
    agent.destroy();
    silent.destroy();
  });

  it('on SIGTERM while webhooks leave finishes those on their way and leaves the others due at once', async () => {
    const database = await open();
    run = await startFaultRun({
      database,
      cases: 60,
      moderators: 2,
      redisUrl,
      env: { UNDO_WINDOW_SECONDS: '0' },
    });
    const { launch: options, receiver } = run;
    const api = await startApi(options);
    const worker = usesRedis ? await startWorker(options) : api;
    const deciding = run.decideAll(() => api.url, { pauseMs: 5 });
    await untilMore(() => receiver.met.accept, 5, 10 * SECONDS);
    if (usesRedis) {
      expect(await worker.end('SIGTERM')).toEqual({ code: 0, signal: null });
      await deciding;
    } else {
      await deciding;
      expect(await worker.end('SIGTERM')).toEqual({ code: 0, signal: null });
    }
    const held = await database.select(
      "select id from webhook_deliveries where status = 'pending' and locked_until > 0",
      [],
    );
    expect(held).toEqual([]);
    const arrivals = [...receiver.arrivals.values()];
    expect(arrivals.filter((arrival) => arrival.accepted > 1)).toEqual([]);

    const again = usesRedis ? await startWorker(options) : await startApi(options);
    const result = await run.settle(usesRedis ? api.url : (again as typeof api).url);
    expect(result.mismatches).toEqual([]);
    expect(result.decisions).toBe(60);
  });
});

describe('starting', () => {
  let cwd: string;
  beforeAll(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'gatehouse-start-'));
  });
  afterAll(() => rm(cwd, { recursive: true, force: true }));

  async function refused(program: string, env: Environment): Promise<string> {
    const process = launch(program, [], { cwd, env: { PORT: '0', LOG_LEVEL: 'silent', ...env } });
    const exit = await process.exited;
    expect(exit).toEqual({ code: 1, signal: null });
    expect(process.stdout()).toBe('');
    return process.stderr();
  }

  it.each(['api/main.ts', 'api/worker.ts'])(
    'of %s with wrong settings says each of them in a line, and exits with 1',
    async (program) => {
      const said = await refused(program, {
        PORT: 'eighty',
        DATABASE_URL: 'mysql://somewhere/else',
        REDIS_URL: 'localhost:6379',
        MARKETPLACE_TIME_ZONE: 'Asia/Soul',
        UNDO_WINDOW_SECONDS: '-1',
        LOG_LEVEL: 'loud',
      });
      const lines = said.trim().split('\n');
      expect(lines[0]).toBe('Wrong settings:');
      const names = [
        'PORT',
        'DATABASE_URL',
        'REDIS_URL',
        'UNDO_WINDOW_SECONDS',
        'MARKETPLACE_TIME_ZONE',
        'LOG_LEVEL',
      ];
      expect(
        lines
          .slice(1)
          .map((line) => /^ {2}([A-Z_]+): \S/.exec(line)?.[1])
          .sort(),
      ).toEqual(names.sort());
    },
  );

  it('a worker without Redis says that it would have nothing to do', async () => {
    const said = await refused('api/worker.ts', { DATABASE_URL: `sqlite:${cwd}/worker.sqlite` });
    expect(said).toContain('REDIS_URL is empty');
    expect(said).not.toContain('    at ');
  });

  it('on a port that is taken says which', async () => {
    const port = await freePort();
    const first = launch('api/main.ts', [], {
      cwd,
      env: { PORT: String(port), DATABASE_URL: `sqlite:${cwd}/one.sqlite` },
    });
    await untilMore(() => (first.stderr().includes('listening') ? 1 : 0), 1, 20 * SECONDS);
    const said = await refused('api/main.ts', {
      PORT: String(port),
      DATABASE_URL: `sqlite:${cwd}/two.sqlite`,
    });
    expect(said).toContain(`127.0.0.1:${port}`);
    expect(said).not.toContain('    at ');
    expect(await first.end('SIGTERM')).toEqual({ code: 0, signal: null });
  });

  it('without the database server says that it cannot be reached', async () => {
    const url = `postgres://nobody@127.0.0.1:${await freePort()}/none`;
    const said = await refused('api/main.ts', { DATABASE_URL: url });
    expect(said).toMatch(/could not start: .*(ECONNREFUSED|cannot be reached)/);
  });

  it.skipIf(!inject('run').postgres)(
    'on PostgreSQL without the migrations names the command that brings them',
    async () => {
      const server = pgServer();
      const name = `${inject('run').id}_empty`;
      await server.query(`create database ${name}`);
      await server.end();
      const said = await refused('api/main.ts', { DATABASE_URL: server.urlOf(name) });
      expect(said).toContain('not up to date');
      expect(said).toContain('npm run gatehouse -- migrate');
    },
  );
});
