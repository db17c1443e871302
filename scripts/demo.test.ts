import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DEMO_STAFF } from '../seeds/demo.ts';
import { buildConsole } from './console/build.ts';

const root = join(import.meta.dirname, '..');

interface Demo {
  child: ChildProcess;
  url: string;
  output(): string;
  exit: Promise<number | null>;
}

describe('npm run demo', { timeout: 120_000 }, () => {
  let dir: string;
  const started: ChildProcess[] = [];

  beforeAll(() => buildConsole(() => {})); // so that no start waits for it
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'gatehouse-demo-'));
  });
  afterEach(async () => {
    for (const child of started.splice(0)) child.kill('SIGKILL');
    await sleep(1_500); // a demo whose bootstrap was killed notices by itself
    await rm(dir, { recursive: true, force: true });
  });

  function launch(env: Record<string, string>, args: string[] = []): Omit<Demo, 'url'> {
    const child = spawn(process.execPath, ['scripts/bootstrap.mjs', 'demo', ...args], {
      cwd: root,
      env: { PATH: process.env.PATH, GATEHOUSE_DEMO_DIR: dir, UNDO_WINDOW_SECONDS: '0', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    started.push(child);
    let output = '';
    child.stdout.on('data', (bytes: Buffer) => (output += bytes.toString()));
    child.stderr.on('data', (bytes: Buffer) => (output += bytes.toString()));
    const exit = once(child, 'exit').then(([code]) => code as number | null);
    return { child, output: () => output, exit };
  }

  async function start(args: string[] = []): Promise<Demo> {
    const demo = launch({ PORT: '0' }, args);
    for (let tries = 0; tries < 300; tries++) {
      const url = /runs at (http:\S+)/.exec(demo.output())?.[1];
      if (url !== undefined) return { ...demo, url };
      await sleep(100);
    }
    throw new Error(`the demo did not start:\n${demo.output()}`);
  }

  async function signIn(url: string, { email, password }: { email: string; password: string }) {
    const response = await fetch(`${url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    expect(response.status).toBe(200);
    return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  }

  async function post(url: string, cookie: string, body: unknown): Promise<unknown> {
    const headers = { 'content-type': 'application/json', cookie };
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
    expect(response.status, url).toBe(200);
    return response.json();
  }

  async function stop({ child, exit }: Pick<Demo, 'child' | 'exit'>): Promise<void> {
    child.kill('SIGINT');
    expect(await exit).toBe(0);
  }

  it('lets every role in, tells the marketplace what was decided, and leaves nothing running', async () => {
    const demo = await start();
    for (const person of DEMO_STAFF) {
      expect(demo.output()).toContain(`${person.email}`);
      await signIn(demo.url, person);
    }
    const cookie = await signIn(demo.url, DEMO_STAFF[0] as (typeof DEMO_STAFF)[number]);
    const claimed = (await post(`${demo.url}/api/queues/first-messages/claim-next`, cookie, {})) as {
      cases: { id: string; version: number; leaseToken: string }[];
    };
    const [first] = claimed.cases;
    if (first === undefined) throw new Error('nothing to do');
    const { id, version, leaseToken } = first;
    const decision = { version, leaseToken, outcome: 'reject', reasonCode: 'spam' };
    await post(`${demo.url}/api/cases/${id}/decision`, cookie, decision);
    for (let tries = 0; tries < 250 && !/rejected 1, notices 1/.test(demo.output()); tries++)
      await sleep(100);
    expect(demo.output()).toMatch(/rejected 1, notices 1/);
    await stop(demo);
    await expect(fetch(`${demo.url}/healthz`)).rejects.toThrow();
  });

  it('goes on where it stopped, with the same key, and starts over with --reset', async () => {
    const key = async () =>
      (JSON.parse(await readFile(join(dir, 'state.json'), 'utf8')) as { apiKey: string }).apiKey;
    const first = await start();
    const before = await key();
    const second = launch({ PORT: '0' });
    expect(await second.exit).toBe(1);
    expect(second.output()).toContain('running already');
    await stop(first);

    const again = await start();
    expect(again.output()).toContain('Going on with the data of the last start');
    expect(await key()).toBe(before);
    await stop(again);

    const anew = await start(['--reset']);
    expect(anew.output()).toContain('60 held messages');
    expect(await key()).not.toBe(before);
    await stop(anew);
  });

  it('says who has the port, and what to do', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const demo = launch({ PORT: String(port) });
    expect(await demo.exit).toBe(1);
    expect(demo.output()).toContain(`Port ${port} is taken`);
    if (process.platform === 'linux') expect(demo.output()).toContain(`process ${process.pid}`);
    expect(demo.output()).toContain('PORT=');
    server.close();
  });

  it('stops by itself when what started it was killed', async () => {
    const demo = await start();
    demo.child.kill('SIGKILL');
    for (let tries = 0; tries < 100; tries++) {
      if (
        await fetch(`${demo.url}/healthz`).then(
          () => false,
          () => true,
        )
      )
        return;
      await sleep(100);
    }
    throw new Error('it is still there');
  });
});
