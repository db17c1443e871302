import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabases } from '../testing/databases.ts';
import { existing } from '../testing/existing.ts';
import { everyOperation, type NamedOperation, type OpenApi } from '../testing/openapi.ts';
import { ROLE_TABLE } from '../testing/role-table.ts';
import { type RunningApp, runningApp } from '../testing/running-app.ts';
import { type Existing, sampleRequest } from '../testing/sample-requests.ts';

const CONSOLE = 'https://console.example';

const FOREIGN: Record<string, string>[] = [
  { origin: 'https://evil.example' },
  { origin: 'null' },
  { origin: `${CONSOLE}.evil.example` },
  { origin: `${CONSOLE}:8443` },
  { origin: 'http://console.example' },
  { origin: `${CONSOLE}, https://evil.example` },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { 'sec-fetch-site': 'nonsense' },
  { 'sec-fetch-site': 'cross-site', origin: CONSOLE },
];

let app: RunningApp;
let there: Existing;
let writes: NamedOperation[];

beforeAll(async () => {
  app = await runningApp(testDatabases()[0]!.open, { env: { PUBLIC_URL: `${CONSOLE}/` } });
  there = await existing(app);
  const document = (await app.send('GET', '/openapi.json')).body as unknown as OpenApi;
  writes = everyOperation(document).filter(
    ({ method, path }) => method !== 'GET' && path.startsWith('/api/'),
  );
});
afterAll(() => app.close());

async function write({ method, path }: NamedOperation, headers: Record<string, string>) {
  const request = sampleRequest(method, path, { ...there, fresh: crypto.randomUUID() });
  const allowed = ROLE_TABLE[`${method} ${path}`] ?? [];
  const role = allowed.includes('lead') ? 'lead' : 'admin';
  const cookie = await app.signedIn(app.people[role]);
  return app.send(
    method,
    request.path,
    { cookie, 'content-type': 'application/json', ...headers },
    request.body as string | undefined,
  );
}

describe('a write of staff', () => {
  it('is refused where another site sends it', async () => {
    expect(writes.length).toBeGreaterThan(25);
    const taken: string[] = [];
    for (const operation of writes) {
      for (const headers of FOREIGN) {
        const { status, body } = await write(operation, headers);
        if (status !== 403 || body.code !== 'cross_site')
          taken.push(`${operation.method} ${operation.path} with ${JSON.stringify(headers)}: ${status}`);
      }
    }
    expect(taken).toEqual([]);
  });

  it('is taken where the console sends it, whatever a proxy made of the host', async () => {
    const own: Record<string, string>[] = [
      { origin: CONSOLE, 'sec-fetch-site': 'same-origin' },
      { origin: app.url },
      { 'sec-fetch-site': 'none' },
      {},
    ];
    for (const operation of writes) {
      for (const headers of own) {
        const { body } = await write(operation, headers);
        expect(body.code, `${operation.method} ${operation.path}`).not.toBe('cross_site');
      }
    }
  });
});

describe('a page of another site', () => {
  it('gets no permission to read answers, and none to ask beforehand', async () => {
    for (const [method, path] of [
      ['GET', '/api/session'],
      ['OPTIONS', '/api/session'],
      ['OPTIONS', '/api/cases'],
      ['OPTIONS', '/v1/messages'],
      ['GET', '/healthz'],
    ] as const) {
      const { headers } = await app.send(method, path, {
        origin: 'https://evil.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      });
      const allowed = [...headers.keys()].filter((name) => name.startsWith('access-control-'));
      expect([path, allowed]).toEqual([path, []]);
    }
  });
});
