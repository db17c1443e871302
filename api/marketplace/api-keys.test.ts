import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabases } from '../testing/databases.ts';
import { startTestApp, type TestApp } from './test-app.ts';

describe.each(testDatabases())('API keys on $name', ({ open }) => {
  let app: TestApp;
  const resolve = (authorization: string | undefined) =>
    app.apiKeys(app.database.knex).resolve(authorization);

  beforeAll(async () => {
    app = await startTestApp(open);
  });
  afterAll(() => app.close());

  it('shows a key once, and keeps only its hash', async () => {
    const made = await app.asStaff('admin', 'POST', '/api/api-keys', { name: 'shop' });
    expect(made.status).toBe(201);
    const { key, id, hint } = made.body as { key: string; id: string; hint: string };
    expect(key).toMatch(/^ghk_[A-Za-z0-9_-]{43}$/);
    expect(key.endsWith(hint)).toBe(true);
    const listed = await app.asStaff('admin', 'GET', '/api/api-keys');
    expect(listed.body.items).toContainEqual(
      expect.objectContaining({ id, name: 'shop', createdBy: 'admin', lastUsedAt: null, revokedAt: null }),
    );
    expect(JSON.stringify(listed.body)).not.toContain(key);
    const row = (await app.database.knex('api_keys').where({ id }).first()) as Record<string, unknown>;
    expect(JSON.stringify(row)).not.toContain(key.slice(4, -4));
  });

  it('tells who calls, whatever the case of the scheme, and nobody for anything else', async () => {
    const { key, id } = app.key;
    expect(await resolve(`Bearer ${key}`)).toEqual({ kind: 'marketplace', id, name: 'tests' });
    expect(await resolve(`bearer ${key}`)).toMatchObject({ id });
    for (const wrong of [
      undefined,
      '',
      key,
      `Basic ${key}`,
      `Bearer ${key}x`,
      `Bearer ghk_${'a'.repeat(43)}`,
    ])
      expect(await resolve(wrong)).toBeNull();
  });

  it('lets nobody in with a revoked key, and says revoking twice is fine', async () => {
    const made = await app.asStaff('admin', 'POST', '/api/api-keys', { name: 'old' });
    const { key, id } = made.body as { key: string; id: string };
    const authorization = `Bearer ${key}`;
    const before = await app.call('GET', '/v1/members/nobody', undefined, { authorization });
    expect(before.status).toBe(404);
    expect((await app.asStaff('admin', 'DELETE', `/api/api-keys/${id}`)).status).toBe(204);
    expect((await app.asStaff('admin', 'DELETE', `/api/api-keys/${id}`)).status).toBe(204);
    const after = await app.call('GET', '/v1/members/nobody', undefined, { authorization });
    expect(after).toMatchObject({ status: 401, body: { code: 'unknown_api_key' } });
    const events = (await app.database
      .knex('audit_events')
      .where({ stream: `api-key:${id}` })
      .orderBy('seq')) as { type: string }[];
    expect(events.map(({ type }) => type)).toEqual(['api_key.created', 'api_key.revoked']);
  });

  it('refuses a key that another process revoked within a second', async () => {
    const { key, id } = await app
      .apiKeys(app.database.knex)
      .create({ name: 'elsewhere' }, { kind: 'system', id: 'system:tests', name: 'tests' });
    expect(await resolve(`Bearer ${key}`)).not.toBeNull();
    await app.database.knex('api_keys').where({ id }).update({ revoked_at: app.clock.now() });
    app.clock.advance(1_001);
    expect(await resolve(`Bearer ${key}`)).toBeNull();
  });

  it('notes a use at most once a minute', async () => {
    const { key, id } = await app
      .apiKeys(app.database.knex)
      .create({ name: 'used' }, { kind: 'system', id: 'system:tests', name: 'tests' });
    const lastUsed = async () => {
      await resolve(`Bearer ${key}`);
      const row = (await app.database.knex('api_keys').where({ id }).first()) as { last_used_at: number };
      return row.last_used_at;
    };
    const first = await lastUsed();
    app.clock.advance(30_000);
    expect(await lastUsed()).toBe(first);
    app.clock.advance(30_000);
    expect(await lastUsed()).toBe(first + 60_000);
  });

  it('is for administrators', async () => {
    const refused = await app.asStaff('moderator', 'POST', '/api/api-keys', { name: 'mine' });
    expect(refused).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    const unknown = await app.asStaff(
      'admin',
      'DELETE',
      '/api/api-keys/key_01890000-0000-7000-8000-000000000000',
    );
    expect(unknown).toMatchObject({ status: 404, body: { code: 'not_found' } });
  });
});
