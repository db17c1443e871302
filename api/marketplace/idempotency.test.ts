import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { AppError, ConflictError, RuleError } from '../core/errors.ts';
import { Reply, route } from '../http/route.ts';
import { testDatabases } from '../testing/databases.ts';
import { createIdempotency, purgeIdempotency } from './idempotency.ts';
import { startTestApp, type TestApp } from './test-app.ts';

describe.each(testDatabases())('Idempotency-Key on $name', ({ open }) => {
  let app: TestApp;
  let runs = 0;
  const work = route({
    method: 'post',
    path: '/v1/work',
    permission: 'marketplace',
    tag: 'Test',
    summary: 'Counts how often it ran.',
    body: z.object({ want: z.string() }),
    response: z.object({ run: z.int() }),
    handler: async ({ body }) => {
      const run = ++runs;
      await new Promise((resolve) => setTimeout(resolve, 20));
      if (body.want === 'refusal') throw new RuleError('no', 'Not like this.', { run });
      if (body.want === 'conflict') throw new ConflictError('lost', 'Too late.', { run });
      if (body.want === 'failure') throw new Error('broken');
      if (body.want === 'outage') throw new AppError(503, 'unavailable', 'Gone.');
      return new Reply({ run }, 201, { location: `/v1/work/${run}` });
    },
  });
  const post = (key: string, want = 'answer', more: Record<string, unknown> = {}) =>
    app.call('POST', '/v1/work', { want, ...more }, { 'idempotency-key': key });

  beforeAll(async () => {
    app = await startTestApp(open, { routes: [work] });
  });
  afterAll(() => app.close());

  it('runs a call once and gives the same answer again', async () => {
    const first = await post('one');
    const second = await post('one');
    expect(second.body).toEqual(first.body);
    expect(second.status).toBe(201);
    expect(second.headers.get('location')).toBe(first.headers.get('location'));
    expect((await post('two')).body).not.toEqual(first.body);
  });

  it('runs a call once of fifty at once', async () => {
    const before = runs;
    const answers = await Promise.all(Array.from({ length: 50 }, () => post('race')));
    expect(runs).toBe(before + 1);
    const answered = answers.filter(({ status }) => status === 201);
    const others = answers.filter(({ status }) => status !== 201);
    expect(answered.length).toBeGreaterThan(0);
    for (const { body } of answered) expect(body).toEqual({ run: runs });
    for (const other of others)
      expect(other).toMatchObject({ status: 409, body: { code: 'idempotency_in_flight' } });
    expect(others.every(({ headers }) => headers.get('retry-after') === '1')).toBe(true);
  });

  it('refuses a key that was used for another request', async () => {
    await post('reused');
    expect(await post('reused', 'answer', { extra: 1 })).toMatchObject({
      status: 422,
      body: { code: 'idempotency_key_reused' },
    });
  });

  it.each(['refusal', 'conflict'])('gives a %s again', async (want) => {
    const first = await post(`again-${want}`, want);
    const second = await post(`again-${want}`, want);
    expect(second.status).toBe(first.status);
    expect(second.body).toEqual(first.body);
    expect(second.headers.get('content-type')).toContain('application/problem+json');
  });

  it.each(['failure', 'outage'])('lets a call be tried again after a %s', async (want) => {
    const before = runs;
    expect((await post(`retry-${want}`, want)).status).toBeGreaterThanOrEqual(500);
    expect((await post(`retry-${want}`, want)).status).toBeGreaterThanOrEqual(500);
    expect(runs).toBe(before + 2);
  });

  it('refuses a key that is no key, and a body that cannot be compared', async () => {
    for (const key of ['a'.repeat(256), 'schlüssel', ''])
      expect(await post(key)).toMatchObject({ status: 400, body: { code: 'bad_idempotency_key' } });
    expect((await post('a'.repeat(255))).status).toBe(201);
    const deep = await fetch(`${app.url}/v1/work`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${app.key.key}`,
        'content-type': 'application/json',
        'idempotency-key': 'deep',
      },
      body: `{"want":"answer","deep":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
    });
    expect(deep.status).toBe(400);
  });

  it('lets others in a minute after a call crashed, and not before', async () => {
    const idempotency = createIdempotency({ clock: app.clock })(app.database.knex);
    const call = { key: 'crashed', caller: 'somebody', request: {} };
    const answer = async () => ({ status: 200, body: { ok: true } });
    void idempotency.once(call, () => new Promise(() => {}));
    await expect
      .poll(async () => app.database.knex('idempotency_keys').where({ key: 'crashed' }))
      .toHaveLength(1);
    await expect(idempotency.once(call, answer)).rejects.toMatchObject({ code: 'idempotency_in_flight' });
    app.clock.advance(60_000);
    expect(await idempotency.once(call, answer)).toMatchObject({ body: { ok: true } });
  });

  it('keeps the keys of different callers apart', async () => {
    const idempotency = createIdempotency({ clock: app.clock })(app.database.knex);
    for (const caller of ['a', 'b']) {
      const answer = await idempotency.once({ key: 'shared', caller, request: caller }, async () => ({
        status: 200,
        body: caller,
      }));
      expect(answer.body).toBe(caller);
    }
  });

  it('forgets answers after a day', async () => {
    const first = await post('daily');
    app.clock.advance(24 * 60 * 60 * 1000);
    expect((await post('daily')).body).not.toEqual(first.body);
    app.clock.advance(24 * 60 * 60 * 1000 + 1);
    expect(await purgeIdempotency(app.database.knex, app.clock.now())).toBeGreaterThan(0);
    expect(await app.database.knex('idempotency_keys')).toHaveLength(0);
  });
});
