import { execFile } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../api/app.ts';
import { type Container, createContainer } from '../api/container.ts';
import { systemActor } from '../api/core/actor.ts';
import { systemClock } from '../api/core/clock.ts';
import { readConfig } from '../api/core/config.ts';
import { createLogger } from '../api/core/logger.ts';
import { testDatabases } from '../api/testing/databases.ts';
import { seedDemo } from '../seeds/demo.ts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '..');
const UNDO_WINDOW_SECONDS = '3';

interface Fence {
  language: string;
  code: string;
}

async function fencesOf(path: string): Promise<Fence[]> {
  const text = await readFile(join(root, path), 'utf8');
  return [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language = '', code = '']) => ({
    language,
    code,
  }));
}

/** What a JSON value is made of: its fields, and the kind of each value; of a list its first element. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? [] : [shapeOf(value[0])];
  if (typeof value !== 'object' || value === null) return value === null ? 'null' : typeof value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([field, inner]) => [field, shapeOf(inner)]),
  );
}

describe('the documentation', () => {
  let container: Container;
  let server: Server;
  let dir: string;
  let environment: Record<string, string>;

  beforeAll(async () => {
    const database = await testDatabases()[0]?.open();
    if (database === undefined) throw new Error('no database');
    dir = await mkdtemp(join(tmpdir(), 'gatehouse-docs-'));
    const config = readConfig({ DATABASE_URL: database.url, UNDO_WINDOW_SECONDS });
    container = createContainer({ config, database, clock: systemClock, logger: createLogger('silent') });
    await seedDemo(container);
    await container.work();
    const actor = systemActor('test');
    const { key } = await database.transaction((trx) =>
      container.apiKeys(trx).create({ name: 'docs' }, actor),
    );
    server = createServer(createApp(container));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    environment = {
      PATH: `${join(root, 'node_modules', '.bin')}:${process.env.PATH}`,
      GATEHOUSE: `http://127.0.0.1:${port}`,
      KEY: key,
      UNDO_WINDOW_SECONDS,
    };
  });

  afterAll(async () => {
    server.close();
    server.closeAllConnections();
    await container.close();
    await rm(dir, { recursive: true, force: true });
  });

  /** Runs the bash blocks of a page as one session. @returns what each printed */
  async function runBlocks(fences: readonly Fence[]): Promise<string[]> {
    const mark = '@@@ block';
    const blocks = fences.filter(({ language }) => language === 'bash');
    const script = ['set -euo pipefail', ...blocks.map(({ code }) => `echo '${mark}'\n${code}\necho`)].join(
      '\n',
    );
    const path = join(dir, 'blocks.sh');
    await writeFile(path, script);
    const { stdout } = await run('bash', [path], { cwd: dir, env: environment }).catch(
      (error: Error & { stdout?: string; stderr?: string }) => {
        throw new Error(`${error.message}\n${error.stdout ?? ''}\n${error.stderr ?? ''}`);
      },
    );
    return stdout.split(`${mark}\n`).slice(1);
  }

  async function checkPage(path: string): Promise<void> {
    const fences = await fencesOf(path);
    const printed = await runBlocks(fences);
    let block = -1;
    for (const [index, fence] of fences.entries()) {
      if (fence.language === 'bash') block++;
      if (fence.language !== 'json' || fences[index - 1]?.language !== 'bash') continue;
      const answered = JSON.parse(printed[block] ?? '') as unknown;
      expect(shapeOf(answered), `${path}: ${fences[index - 1]?.code}`).toEqual(
        shapeOf(JSON.parse(fence.code)),
      );
    }
  }

  it('README.md: its worked example runs, and answers what it shows', async () => {
    await checkPage('README.md');
  });

  it('docs/integration.md: every example runs, and answers what it shows', async () => {
    await checkPage('docs/integration.md');
  });

  const secret = `whsec_${Buffer.from('a secret of the documentation test').toString('base64')}`;
  const body = JSON.stringify({ id: 'evt_1', type: 'message.released', data: { messageId: '메시지-1' } });

  function signed(at: number): Record<string, string> {
    const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
    const signature = createHmac('sha256', key).update(`evt_1.${at}.${body}`).digest('base64');
    return {
      'webhook-id': 'evt_1',
      'webhook-timestamp': String(at),
      'webhook-signature': `v1,AAAA v1,${signature}`,
    };
  }

  /** Requests and whether the snippet has to take them. */
  function requests(): { headers: Record<string, string>; body: string; taken: boolean }[] {
    const now = Math.floor(Date.now() / 1000);
    return [
      { headers: signed(now), body, taken: true },
      { headers: signed(now), body: body.replace('released', 'rejected'), taken: false },
      { headers: { ...signed(now), 'webhook-id': 'evt_2' }, body, taken: false },
      { headers: signed(now - 600), body, taken: false },
    ];
  }

  async function snippet(language: string): Promise<string> {
    const found = (await fencesOf('docs/integration.md')).find((fence) => fence.language === language);
    if (found === undefined) throw new Error(`no ${language} snippet`);
    return found.code;
  }

  it('the Node snippet takes what Gatehouse signed and nothing else', async () => {
    const path = join(dir, 'verify.mjs');
    await writeFile(path, await snippet('js'));
    const { verify } = (await import(path)) as {
      verify: (headers: Record<string, string>, body: string, secret: string) => unknown;
    };
    for (const request of requests()) {
      const event = verify(request.headers, request.body, secret);
      expect(event).toEqual(request.taken ? JSON.parse(request.body) : null);
    }
  });

  it('the Python snippet takes what Gatehouse signed and nothing else', async () => {
    const path = join(dir, 'verify.py');
    const harness =
      'import sys\nfor one in json.load(sys.stdin):\n    print(verify(one["headers"], one["body"].encode(), one["secret"]) is not None)\n';
    await writeFile(path, `${await snippet('python')}\n${harness}`);
    const asked = requests();
    const child = run('python3', [path]);
    child.child.stdin?.end(JSON.stringify(asked.map((request) => ({ ...request, secret }))));
    const { stdout } = await child;
    expect(stdout.trim().split('\n')).toEqual(asked.map(({ taken }) => (taken ? 'True' : 'False')));
  });

  it('.env.example names every setting there is, each with its default', async () => {
    const text = await readFile(join(root, '.env.example'), 'utf8');
    const source = await readFile(join(root, 'api/core/config.ts'), 'utf8');
    const settings = [...source.matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(([, name]) => name);
    const explained = [...text.matchAll(/^#? ?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name);
    expect(new Set(explained)).toEqual(new Set(settings));
    const values: Record<string, string> = Object.fromEntries(
      [...text.matchAll(/^([A-Z][A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]),
    );
    expect(readConfig(values)).toEqual(readConfig({}));
  });
});
