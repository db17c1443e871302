import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../core/permissions.ts';
import { testDatabases } from '../testing/databases.ts';
import { existing } from '../testing/existing.ts';
import { everyOperation, type OpenApi } from '../testing/openapi.ts';
import { ROLE_TABLE } from '../testing/role-table.ts';
import { type Answer, type RunningApp, runningApp } from '../testing/running-app.ts';
import { type Existing, sampleRequest } from '../testing/sample-requests.ts';

const MB = 1024 * 1024;

describe.each(testDatabases())('how much is taken, on $name', ({ open }) => {
  let app: RunningApp;
  let there: Existing;
  beforeAll(async () => {
    app = await runningApp(open);
    there = await existing(app);
  });
  afterAll(() => app.close());

  const message = (id: string, text: string) => ({
    ...(JSON.parse(sampleRequest('POST', '/v1/messages', there).body as string) as object),
    id,
    text,
  });

  it.each([
    ['Latin letters', 'x'],
    ['Hangul', '각'],
    ['quotes, which JSON makes longer', '"'],
  ])('takes a message of 20,000 %s, and not of 20,001', async (name, letter) => {
    const id = `long-${name.length}`;
    const taken = await app.marketplace('POST', '/v1/messages', message(id, letter.repeat(20_000)));
    expect(taken.status).toBe(201);
    const { body } = await app.as('lead', 'GET', `/api/cases/${String(taken.body.caseId)}`);
    expect((body.detail as { message: { text: string } }).message.text).toBe(letter.repeat(20_000));
    const refused = await app.marketplace(
      'POST',
      '/v1/messages',
      message(`${id}-more`, letter.repeat(20_001)),
    );
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ code: 'bad_input', errors: [{ path: '/body/text' }] });
  });

  it('takes a JSON body of 1 MB at every address, and not one byte more', async () => {
    const document = (await app.send('GET', '/openapi.json')).body as unknown as OpenApi;
    for (const { method, path, operation } of everyOperation(document)) {
      if (operation.requestBody?.content?.['application/json'] === undefined) continue;
      const request = sampleRequest(method, path, there);
      const send = (bytes: number): Promise<Answer> => {
        const body = `{"padding":"${'x'.repeat(bytes - 14)}"}`;
        const headers = { 'content-type': 'application/json' };
        if (path.startsWith('/v1/')) {
          return app.send(method, request.path, { ...headers, authorization: `Bearer ${app.key}` }, body);
        }
        const role = ROLE_TABLE[`${method} ${path}`]?.find(
          (caller) => caller !== 'nobody' && caller !== 'marketplace',
        ) as Role;
        return app.send(method, request.path, { ...headers, cookie: app.people[role].cookie }, body);
      };
      const over = await send(MB + 1);
      expect([path, over.status, over.body.code]).toEqual([path, 413, 'too_large']);
      expect([path, (await send(MB)).status]).not.toEqual([path, 413]);
    }
  });

  it('answers the largest nonsense quickly, and briefly', async () => {
    const nonsense = [
      JSON.stringify({ items: Array.from({ length: 400_000 }, () => 0), outcome: 'release' }),
      JSON.stringify({ items: [], outcome: 'x'.repeat(900_000) }),
      JSON.stringify({
        items: [{ caseId: there.caseId, version: 1 }],
        outcome: 'release',
        ['z'.repeat(140_000)]: 1,
      }),
      JSON.stringify(Object.fromEntries(Array.from({ length: 40_000 }, (_, i) => [`field-${i}`, i]))),
      `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`,
      `{"items":${'['.repeat(400_000)}${']'.repeat(400_000)}}`,
    ];
    const { cookie } = app.people.moderator;
    for (const body of nonsense) {
      for (const queue of ['/api/queues/first-messages/decisions', '/api/queues/first-messages/claim-next']) {
        const before = performance.now();
        const answer = await app.send('POST', queue, { cookie, 'content-type': 'application/json' }, body);
        expect(answer.status).toBe(400);
        expect(performance.now() - before).toBeLessThan(3_000);
        expect(answer.text.length).toBeLessThan(50_000);
      }
    }
  });

  it('imports what is around a line that is too long, and tells of that line alone', async () => {
    const line = (id: string, nickname = 'N') =>
      JSON.stringify({
        id,
        kind: 'client',
        nickname,
        accountType: 'individual',
        joinedAt: '2026-11-20T09:00:00Z',
      });
    const lines = [line('i-1'), line('i-2', 'x'.repeat(MB)), line('i-3'), 'x'.repeat(3 * MB), line('i-5')];
    const answer = await app.send(
      'POST',
      '/v1/import/members',
      { authorization: `Bearer ${app.key}`, 'content-type': 'application/x-ndjson' },
      lines.join('\n'),
    );
    const told = answer.text
      .trim()
      .split('\n')
      .map((one) => JSON.parse(one) as Record<string, unknown>);
    expect(answer.status).toBe(200);
    expect(told.slice(0, -1)).toMatchObject([
      { line: 2, code: 'line_too_long' },
      { line: 4, code: 'line_too_long' },
    ]);
    expect(told.at(-1)).toMatchObject({ received: 5, created: 3, refused: 2 });
  });
});

describe('an address', () => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await runningApp(testDatabases()[0]!.open);
  });
  afterAll(() => app.close());

  it.each([
    '/api',
    '/v1',
    '/api/',
    '/api/nothing',
    '/v1/members',
    '/API/session',
    '/openapi.yaml',
    '/..%2f',
    '/api/cases/a/b/c',
  ])('that there is not answers 404: %s', async (path) => {
    for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD']) {
      const answer = await app.as('admin', method, path);
      expect([method, answer.status, answer.headers.get('content-type')]).toEqual([
        method,
        404,
        'application/problem+json; charset=utf-8',
      ]);
      if (method !== 'HEAD') expect(answer.body).toMatchObject({ code: 'not_found', status: 404 });
    }
  });

  it('that is known answers 405 to a method it does not have, and says which it has', async () => {
    const document = (await app.send('GET', '/openapi.json')).body as unknown as OpenApi;
    for (const [path, methods] of Object.entries(document.paths)) {
      const has = Object.keys(methods).map((method) => method.toUpperCase());
      if (has.includes('GET')) has.push('HEAD');
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].filter(
        (one) => !has.includes(one),
      )) {
        const answer = await app.send(method, path.replace(/\{\w+\}/g, 'x'));
        expect([path, method, answer.status, answer.body.code]).toEqual([
          path,
          method,
          405,
          'method_not_allowed',
        ]);
        expect(answer.headers.get('allow')?.split(', ').sort()).toEqual(has.toSorted());
      }
    }
  });

  it('answers HEAD as GET, without the body, and ends', async () => {
    for (const path of ['/healthz', '/openapi.json', '/api/session', '/api/queues', '/api/live']) {
      const answer = await app.as('lead', 'HEAD', path);
      expect([path, answer.status, answer.text]).toEqual([path, 200, '']);
    }
    expect(app.container.live.size()).toBe(0);
  });
});

describe('every answer', () => {
  it.each([
    [{}, null],
    [{ PUBLIC_URL: 'https://console.example' }, 'max-age=31536000; includeSubDomains'],
  ])('tells browsers to be careful: %o', async (env, transportSecurity) => {
    const app = await runningApp(testDatabases()[0]!.open, { env });
    try {
      for (const path of ['/healthz', '/api/session', '/nothing', '/api/cases/%E0%A4%A']) {
        const { headers } = await app.as('lead', 'GET', path);
        expect(headers.get('x-content-type-options')).toBe('nosniff');
        expect(headers.get('content-security-policy')).toContain("default-src 'none'");
        expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
        expect(headers.get('referrer-policy')).toBe('no-referrer');
        expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
        expect(headers.get('cache-control')).toContain('no-store');
        expect(headers.get('content-type')).toContain('charset=utf-8');
        expect(headers.get('strict-transport-security')).toBe(transportSecurity);
        expect(headers.get('x-powered-by')).toBeNull();
        expect(headers.get('server')).toBeNull();
      }
    } finally {
      await app.close();
    }
  });
});
