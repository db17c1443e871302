import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../db/database.ts';
import { openApiDocument } from '../http/openapi.ts';
import { manualClock } from '../testing/clock.ts';
import { testDatabases } from '../testing/databases.ts';
import { type Auth } from './auth.ts';
import { authRoutes } from './routes.ts';
import { anAccount, authProcess, authServer, OTHER_PASSWORD, PASSWORD } from './test-harness.ts';

describe.each(testDatabases())('signing in over HTTP on $name', ({ open }) => {
  let database: Database;
  let auth: Auth;
  let server: Awaited<ReturnType<typeof authServer>>;
  let ids: Record<'admin' | 'lead' | 'anna', string>;

  beforeEach(async () => {
    database = await open();
    auth = authProcess(database, manualClock());
    ids = {
      admin: await anAccount(database, auth, 'admin@gatehouse.test', ['admin']),
      lead: await anAccount(database, auth, 'lead@gatehouse.test', ['lead']),
      anna: await anAccount(database, auth, 'anna@gatehouse.test'),
    };
    server = await authServer(database, auth);
  });
  afterEach(async () => {
    await server.close();
    await database.close();
  });

  const signedIn = async (name: string, address?: string) => {
    const client = server.client(address);
    expect((await client.signIn(`${name}@gatehouse.test`)).status).toBe(200);
    return client;
  };

  describe('the session', () => {
    it('opens with a cookie that scripts and other sites do not get, and tells who it is', async () => {
      const client = server.client();
      const answer = await client.signIn('Anna@Gatehouse.test');
      expect(answer.status).toBe(200);
      expect(answer.headers.get('set-cookie')).toMatch(
        /^gatehouse_session=[A-Za-z0-9_-]{43}; HttpOnly; SameSite=Strict; Path=\/; Max-Age=43200$/,
      );
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.body.staff).toEqual({
        id: ids.anna,
        name: 'Person anna',
        email: 'anna@gatehouse.test',
        roles: ['moderator'],
        locale: 'en',
        permissions: ['first-messages.view', 'first-messages.decide', 'members.view'],
      });
      expect(answer.body.session).toEqual({
        expiresAt: '2026-11-23T13:00:00.000Z',
        idleTimeoutSeconds: 3600,
        passwordExpiresAt: null,
      });
      expect(JSON.stringify(answer.body)).not.toContain(client.cookie()?.split('=')[1] ?? '-');
      expect((await client.call('GET', '/api/session')).body).toEqual(answer.body);
    });

    it('has a Secure cookie where people reach the console by https', async () => {
      const secure = await authServer(database, auth, 'https://desk.gatehouse.test');
      try {
        const answer = await secure.client().signIn('anna@gatehouse.test');
        expect(answer.headers.get('set-cookie')).toMatch(/; Secure$/);
      } finally {
        await secure.close();
      }
    });

    it('answers alike to a wrong password, an unknown e-mail and a disabled account', async () => {
      await database.knex('staff').where({ id: ids.lead }).update({ status: 'disabled' });
      const client = server.client();
      const answers = [
        await client.signIn('anna@gatehouse.test', 'wrong'),
        await client.signIn('nobody@gatehouse.test', 'wrong'),
        await client.signIn('not an address', 'wrong'),
        await client.signIn('lead@gatehouse.test'),
      ];
      for (const answer of answers) {
        expect(answer.status).toBe(401);
        expect(answer.headers.get('content-type')).toContain('application/problem+json');
        expect(answer.headers.get('set-cookie')).toBeNull();
        expect(answer.body).toEqual(answers[0]?.body);
      }
      expect(answers[0]?.body.code).toBe('wrong_credentials');
    });

    it('says when to come back after too many tries', async () => {
      const client = server.client();
      for (let i = 0; i < 5; i++)
        expect((await client.signIn('anna@gatehouse.test', 'wrong')).status).toBe(401);
      const answer = await client.signIn('anna@gatehouse.test');
      expect(answer.status).toBe(429);
      expect(answer.headers.get('retry-after')).toBe('900');
      expect(answer.body.code).toBe('too_many_requests');
      await signedIn('anna', '192.0.2.2');
      await signedIn('lead');
    });

    it('is nobody without a cookie, and after signing out', async () => {
      const stranger = server.client();
      expect((await stranger.call('GET', '/api/session')).status).toBe(401);
      expect((await stranger.call('DELETE', '/api/session')).status).toBe(204);
      const client = await signedIn('anna');
      const cookie = client.cookie() ?? '';
      const out = await client.call('DELETE', '/api/session');
      expect(out.status).toBe(204);
      expect(out.headers.get('set-cookie')).toMatch(/^gatehouse_session=; HttpOnly;.*Max-Age=0/);
      expect((await stranger.call('GET', '/api/session', undefined, { cookie })).status).toBe(401);
    });

    it('refuses writes from another site', async () => {
      const client = await signedIn('anna');
      const elsewhere: Record<string, string>[] = [
        { origin: 'https://evil.test' },
        { 'sec-fetch-site': 'cross-site' },
      ];
      for (const headers of elsewhere) {
        const answer = await client.call('DELETE', '/api/session', undefined, headers);
        expect([answer.status, answer.body.code]).toEqual([403, 'cross_site']);
      }
      expect((await client.call('GET', '/api/session')).status).toBe(200);
    });

    it('changes the own name and language, at once', async () => {
      const client = await signedIn('anna');
      const changed = await client.call('PATCH', '/api/session', { name: '안나', locale: 'ko' });
      expect(changed.body.staff).toMatchObject({ name: '안나', locale: 'ko' });
      expect((await client.call('GET', '/api/session')).body.staff).toMatchObject({
        name: '안나',
        locale: 'ko',
      });
      expect((await client.call('PATCH', '/api/session', {})).status).toBe(200);
    });

    it('changes the own password, and ends the other sessions', async () => {
      const [mine, other] = [await signedIn('anna'), await signedIn('anna')];
      const change = (current: string, next: string) =>
        mine.call('PUT', '/api/session/password', { current, next });
      expect((await change('wrong', OTHER_PASSWORD)).body).toMatchObject({
        status: 422,
        code: 'wrong_password',
      });
      expect((await change(PASSWORD, PASSWORD)).body).toMatchObject({ status: 422, code: 'same_password' });
      expect((await change(PASSWORD, 'short')).body).toMatchObject({
        status: 422,
        code: 'weak_password',
        reason: 'too_short',
      });
      expect((await change(PASSWORD, OTHER_PASSWORD)).status).toBe(204);
      expect((await mine.call('GET', '/api/session')).status).toBe(200);
      expect((await other.call('GET', '/api/session')).status).toBe(401);
      expect((await server.client().signIn('anna@gatehouse.test', OTHER_PASSWORD)).status).toBe(200);
    });

    it('ends all others on request', async () => {
      const [mine, other] = [await signedIn('anna'), await signedIn('anna')];
      expect((await mine.call('DELETE', '/api/session/others')).status).toBe(204);
      expect((await mine.call('GET', '/api/session')).status).toBe(200);
      expect((await other.call('GET', '/api/session')).status).toBe(401);
    });
  });

  describe('accounts', () => {
    it('are made by an administrator who gives the own password again', async () => {
      const admin = await signedIn('admin');
      const wanted = { email: 'new@gatehouse.test', name: 'New Person', roles: ['support_agent'] };
      const make = (more: object) => admin.call('POST', '/api/staff', { ...wanted, ...more });
      expect((await make({})).status).toBe(400);
      expect((await make({ confirmPassword: 'wrong' })).body.code).toBe('wrong_password');
      const made = await make({ confirmPassword: PASSWORD });
      expect(made.status).toBe(201);
      expect(made.body.staff).toMatchObject({ ...wanted, status: 'active', version: 1, signedInAt: null });
      expect((await make({ confirmPassword: PASSWORD })).body.code).toBe('email_taken');
      const newcomer = server.client();
      const entered = await newcomer.signIn('new@gatehouse.test', made.body.password as string);
      expect(entered.body.session).toMatchObject({ passwordExpiresAt: '2026-11-26T01:00:00.000Z' });
      const next = { current: made.body.password, next: OTHER_PASSWORD };
      expect((await newcomer.call('PUT', '/api/session/password', next)).status).toBe(204);
      expect((await newcomer.call('GET', '/api/session')).body.session).toMatchObject({
        passwordExpiresAt: null,
      });
    });

    it('change roles only with the own password, and only in the version that was seen', async () => {
      const admin = await signedIn('admin');
      const path = `/api/staff/${ids.anna}`;
      const patch = (body: object) => admin.call('PATCH', path, body);
      expect((await patch({ roles: ['lead'], version: 1 })).body.code).toBe('confirmation_needed');
      expect((await patch({ roles: ['lead'], version: 1, confirmPassword: 'no' })).body.code).toBe(
        'wrong_password',
      );
      const changed = await patch({ roles: ['lead'], version: 1, confirmPassword: PASSWORD });
      expect(changed.body).toMatchObject({ roles: ['lead'], version: 2 });
      const late = await patch({ name: 'Late', version: 1 });
      expect([late.status, late.body.code]).toEqual([409, 'stale_version']);
      expect(late.body.current).toMatchObject({ version: 2, roles: ['lead'] });
    });

    it('are signed out everywhere by the request that disables them', async () => {
      const admin = await signedIn('admin');
      const anna = await signedIn('anna');
      expect((await anna.call('GET', '/api/session')).status).toBe(200);
      const disabled = await admin.call('PATCH', `/api/staff/${ids.anna}`, {
        status: 'disabled',
        version: 1,
      });
      expect(disabled.body).toMatchObject({ status: 'disabled' });
      expect((await anna.call('GET', '/api/session')).status).toBe(401);
    });

    it('get a new password from an administrator', async () => {
      const admin = await signedIn('admin');
      const anna = await signedIn('anna');
      const set = (id: string, body: object) => admin.call('POST', `/api/staff/${id}/password`, body);
      const given = await set(ids.anna, { password: OTHER_PASSWORD, confirmPassword: PASSWORD });
      expect([given.status, given.body]).toEqual([200, { password: null }]);
      expect((await anna.call('GET', '/api/session')).status).toBe(401);
      expect((await server.client().signIn('anna@gatehouse.test', OTHER_PASSWORD)).status).toBe(200);
      const unknown = 'staff_00000000-0000-7000-8000-000000000000';
      expect((await set(unknown, { confirmPassword: PASSWORD })).status).toBe(404);
      expect((await set(ids.admin, { confirmPassword: PASSWORD })).body.code).toBe('own_account');
    });

    it('say what the reader may do to them', async () => {
      const [admin, lead] = [await signedIn('admin'), await signedIn('lead')];
      const actions = async (client: typeof admin, id: string) =>
        (await client.call('GET', `/api/staff/${id}`)).body.allowedActions;
      expect(await actions(admin, ids.anna)).toEqual(['rename', 'changeRoles', 'disable', 'setPassword']);
      expect(await actions(admin, ids.admin)).toEqual(['rename']);
      expect(await actions(lead, ids.anna)).toEqual([]);
    });

    it('are listed page by page, each once', async () => {
      for (let i = 0; i < 7; i++) await anAccount(database, auth, `same${i}@gatehouse.test`);
      await database.knex('staff').whereLike('email', 'same%').update({ name: 'Same Name' });
      const lead = await signedIn('lead');
      const seen: string[] = [];
      let cursor: string | null = '';
      for (let pages = 0; cursor !== null && pages < 20; pages++) {
        const query = cursor === '' ? '' : `&cursor=${cursor}`;
        const page: Record<string, unknown> = (await lead.call('GET', `/api/staff?limit=3${query}`)).body;
        seen.push(...(page.items as { id: string }[]).map(({ id }) => id));
        cursor = page.nextCursor as string | null;
      }
      expect(seen).toHaveLength(10);
      expect(new Set(seen).size).toBe(10);
      expect(((await lead.call('GET', '/api/staff?status=disabled')).body.items as []).length).toBe(0);
      expect((await lead.call('GET', '/api/staff?cursor=bm9wZQ')).status).toBe(400);
    });
  });

  it('lets each role do what the table says and nothing else', async () => {
    const clients = {
      nobody: server.client(),
      moderator: await signedIn('anna'),
      lead: await signedIn('lead'),
      admin: await signedIn('admin'),
    };
    const unknown = 'staff_00000000-0000-7000-8000-000000000000';
    const table: [string, string, unknown, Record<keyof typeof clients, number>][] = [
      ['GET', '/api/permissions', undefined, { nobody: 401, moderator: 200, lead: 200, admin: 200 }],
      ['GET', '/api/staff', undefined, { nobody: 401, moderator: 403, lead: 200, admin: 200 }],
      ['GET', `/api/staff/${unknown}`, undefined, { nobody: 401, moderator: 403, lead: 404, admin: 404 }],
      ['POST', '/api/staff', {}, { nobody: 401, moderator: 403, lead: 403, admin: 400 }],
      [
        'PATCH',
        `/api/staff/${unknown}`,
        { version: 1 },
        { nobody: 401, moderator: 403, lead: 403, admin: 404 },
      ],
      ['POST', `/api/staff/${unknown}/password`, {}, { nobody: 401, moderator: 403, lead: 403, admin: 400 }],
      ['PATCH', '/api/session', { name: 'N' }, { nobody: 401, moderator: 200, lead: 200, admin: 200 }],
      ['PUT', '/api/session/password', {}, { nobody: 401, moderator: 400, lead: 400, admin: 400 }],
      ['DELETE', '/api/session/others', undefined, { nobody: 401, moderator: 204, lead: 204, admin: 204 }],
      ['DELETE', '/api/session', undefined, { nobody: 204, moderator: 204, lead: 204, admin: 204 }],
    ];
    for (const [method, path, body, expected] of table) {
      for (const [role, status] of Object.entries(expected)) {
        const answer = await clients[role as keyof typeof clients].call(method, path, body);
        expect([method, path, role, answer.status]).toEqual([method, path, role, status]);
      }
    }
  });

  it('refuses malformed bodies with a problem that names the place', async () => {
    const client = server.client();
    const bodies = [null, [], 'x', {}, { email: 'a@b.test' }, { email: 'a@b.test', password: '' }];
    const malformed = [
      ...bodies,
      { email: 'a\u0000@b.test', password: 'x' },
      { email: 'a@b.test', password: '\ud800' },
      { email: 'a@b.test', password: 'x'.repeat(257) },
      { email: 'a'.repeat(255), password: 'x' },
      { email: ['a@b.test'], password: { $ne: 1 } },
    ];
    for (const body of malformed) {
      const answer = await client.call('POST', '/api/session', body);
      expect(answer.status).toBe(400);
      expect(['bad_input', 'malformed_json']).toContain(answer.body.code);
    }
  });

  it('describes itself for OpenAPI', () => {
    const document = openApiDocument(authRoutes({ auth, database, publicUrl: undefined }), '0') as {
      components: { schemas: object };
      paths: object;
    };
    expect(Object.keys(document.components.schemas)).toEqual(
      expect.arrayContaining(['Session', 'SignedInStaff', 'StaffAccount', 'StaffPage', 'PermissionTable']),
    );
    expect(Object.keys(document.paths)).toContain('/api/staff/{id}/password');
    expect(JSON.stringify(document)).not.toContain('$defs');
  });
});
