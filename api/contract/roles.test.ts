import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ROLES } from '../core/permissions.ts';
import { testDatabases } from '../testing/databases.ts';
import { existing, heldMessage } from '../testing/existing.ts';
import { everyOperation, type NamedOperation, type OpenApi } from '../testing/openapi.ts';
import { type Caller, EVERYBODY, ROLE_TABLE } from '../testing/role-table.ts';
import { type RunningApp, runningApp } from '../testing/running-app.ts';
import { type Existing, sampleRequest } from '../testing/sample-requests.ts';

const WRONG_KEY = `ghk_${'x'.repeat(43)}`;

describe.each(testDatabases())('who may call what, on $name', ({ open }) => {
  let app: RunningApp;
  let there: Existing;
  let operations: NamedOperation[];

  beforeAll(async () => {
    app = await runningApp(open);
    there = await existing(app);
    const document = (await app.send('GET', '/openapi.json')).body as unknown as OpenApi;
    operations = everyOperation(document);
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    for (const role of ROLES) app.people[role].cookie = await app.signedIn(app.people[role]);
  });

  async function credentialsOf(caller: Caller): Promise<Record<string, string>> {
    if (caller === 'nobody') return {};
    if (caller === 'marketplace') return { authorization: `Bearer ${app.key}` };
    return { cookie: await app.signedIn(app.people[caller]) };
  }

  /** @returns the status and the problem's code */
  async function call({ method, path }: NamedOperation, headers: Record<string, string>) {
    const it = path.startsWith('/api/cases/')
      ? await heldMessage(app, there)
      : { ...there, fresh: crypto.randomUUID() };
    const request = sampleRequest(method, path, it);
    const response = await fetch(app.url + request.path, {
      method,
      headers: {
        ...headers,
        ...(request.contentType === undefined ? {} : { 'content-type': request.contentType }),
      },
      ...(request.body === undefined ? {} : { body: request.body as string }),
    });
    const { status } = response;
    if (status < 400) {
      await response.body?.cancel();
      return { status, code: undefined };
    }
    return { status, code: ((await response.json()) as { code: string }).code };
  }

  it('says of every operation who may call it, and of no other', () => {
    const told = operations.map(({ method, path }) => `${method} ${path}`);
    expect(told.sort()).toEqual(Object.keys(ROLE_TABLE).sort());
    expect(EVERYBODY.filter((one) => one !== 'nobody' && one !== 'marketplace').sort()).toEqual(
      [...ROLES].sort(),
    );
  });

  it.each(EVERYBODY)('lets %s do what the table says, and nothing else', async (caller) => {
    const wrong: string[] = [];
    for (const operation of operations) {
      const name = `${operation.method} ${operation.path}`;
      const { status, code } = await call(operation, await credentialsOf(caller));
      const refused = status === 403 || (status === 401 && code !== 'wrong_credentials');
      const allowed = ROLE_TABLE[name]?.includes(caller) ?? false;
      if (refused === allowed || status === 400 || status >= 500)
        wrong.push(`${name}: ${status} ${code ?? ''}`);
      // nobody that is known is told so; who is known, that they may not
      const outside = caller === 'nobody' || (caller === 'marketplace') !== operation.path.startsWith('/v1/');
      if (!allowed && status !== (outside ? 401 : 403))
        wrong.push(`${name}: ${status}, not the right refusal`);
    }
    expect(wrong).toEqual([]);
  });

  it('knows no wrong, no malformed and no revoked key, and no ended session', async () => {
    const revoked = await app.apiKey();
    const { body } = await app.as('admin', 'GET', '/api/api-keys');
    const listed = (body.items as { id: string; hint: string }[]).find((one) => revoked.endsWith(one.hint));
    await app.as('admin', 'DELETE', `/api/api-keys/${listed?.id}`);
    app.clock.advance(2_000);
    const ended = await app.signedIn(app.people.moderator);
    await app.send('DELETE', '/api/session', { cookie: ended });
    const disabled = await app.person(['lead']);
    await app.as('admin', 'PATCH', `/api/staff/${disabled.id}`, { status: 'disabled', version: 1 });

    const strangers: Record<string, string>[] = [
      { authorization: `Bearer ${WRONG_KEY}` },
      { authorization: `Bearer ${revoked}` },
      { authorization: `Basic ${Buffer.from(`key:${app.key}`).toString('base64')}` },
      { authorization: app.key },
      { authorization: 'Bearer ' },
      { cookie: ended },
      { cookie: disabled.cookie },
      { cookie: 'gatehouse_session=' },
      { cookie: `gatehouse_session=${'A'.repeat(43)}` },
      { cookie: `other=1; gatehouse_session=${'A'.repeat(5_000)}` },
    ];
    const wrong: string[] = [];
    for (const operation of operations) {
      const name = `${operation.method} ${operation.path}`;
      if (ROLE_TABLE[name]?.includes('nobody')) continue;
      for (const headers of strangers) {
        const { status } = await call(operation, headers);
        if (status !== 401) wrong.push(`${name}: ${status} with ${JSON.stringify(headers).slice(0, 60)}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('keeps the work of one queue from those who do not work it', async () => {
    const it = await heldMessage(app, there);
    const decision = { outcome: 'release' };
    const attempts: [string, string, unknown?][] = [
      ['POST', '/api/queues/first-messages/claim-next', { count: 3 }],
      ['GET', '/api/cases?queue=first-messages'],
      ['GET', `/api/cases/${it.caseId}`],
      ['POST', `/api/cases/${it.caseId}/claim`, {}],
      ['POST', `/api/cases/${it.caseId}/decision`, { ...decision, version: 1, leaseToken: 'x' }],
      [
        'POST',
        '/api/queues/first-messages/decisions',
        { ...decision, items: [{ caseId: it.caseId, version: 1 }] },
      ],
      ['POST', `/api/batches/${there.batchId}/undo`],
    ];
    for (const role of ['claims_officer', 'account_manager', 'support_agent', 'auditor', 'admin'] as const) {
      for (const [method, path, body] of attempts) {
        const answer = await app.as(role, method, path, body);
        expect([role, path, answer.status, answer.body.code]).toEqual([role, path, 403, 'forbidden']);
      }
      expect((await app.as(role, 'GET', '/api/queues')).body).toEqual({ queues: [] });
    }
    const { body } = await app.as('lead', 'GET', `/api/cases/${it.caseId}`);
    expect(body).toMatchObject({ status: 'open', lease: null, version: 1 });
  });
});
