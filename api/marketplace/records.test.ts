import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabases } from '../testing/databases.ts';
import type { Member } from './contract.ts';
import { memberKind } from './record-kinds.ts';
import { createRecords } from './records.ts';
import { startTestApp, type TestApp } from './test-app.ts';

const T0 = '2026-08-01T00:00:00.000Z';
const client = { kind: 'client', nickname: 'minji', accountType: 'business', joinedAt: T0 };
const expert = { kind: 'expert', nickname: 'hans', accountType: 'individual', joinedAt: T0 };
const service = {
  expertId: 'e1',
  title: 'Logo',
  category: 'design',
  qualityGuarantee: true,
  listedAt: T0,
  status: 'active',
};
const order = {
  clientId: 'c1',
  expertId: 'e1',
  serviceId: 's1',
  amount: { value: 50_000, currency: 'KRW' },
  status: 'paid',
  orderedAt: T0,
  qualityGuarantee: true,
};

describe.each(testDatabases())("the marketplace's records on $name", ({ open }) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp(open);
    await app.call('PUT', '/v1/members/c1', client);
    await app.call('PUT', '/v1/members/e1', expert);
    await app.call('PUT', '/v1/services/s1', service);
  });
  afterAll(() => app.close());

  it('creates, answers the same again, and takes what is told last', async () => {
    const body = {
      ...client,
      businessVerifiedAt: '2026-08-02T09:00:00+09:00',
      locale: 'ko',
      email: 'minji@naver.com',
      phone: '010-1234-5678',
    };
    const first = await app.call('PUT', '/v1/members/m1', body);
    expect(first.status).toBe(201);
    expect(first.body).toEqual({ id: 'm1', ...body, businessVerifiedAt: '2026-08-02T00:00:00.000Z' });
    const second = await app.call('PUT', '/v1/members/m1', first.body);
    expect(second).toMatchObject({ status: 200, body: first.body });
    const third = await app.call('PUT', '/v1/members/m1', { ...client, nickname: 'new' });
    expect(third).toMatchObject({ status: 200, body: { nickname: 'new' } });
    const read = await app.call('GET', '/v1/members/m1');
    expect(read.body).toEqual({ id: 'm1', ...client, nickname: 'new' });
  });

  it('gives each kind of record back as it was told', async () => {
    const full = {
      ...order,
      agreedDueAt: '2026-08-05T00:00:00.000Z',
      deliveredAt: '2026-08-06T00:00:00.000Z',
      completedAt: '2026-08-07T00:00:00.000Z',
      paymentKey: 'pay_1',
      ndaSignedAt: '2026-07-01T00:00:00.000Z',
    };
    const review = { orderId: 'o1', rating: 5, text: '좋아요 👍', createdAt: T0 };
    expect((await app.call('PUT', '/v1/orders/o1', full)).status).toBe(201);
    expect((await app.call('PUT', '/v1/reviews/r1', review)).status).toBe(201);
    expect((await app.call('GET', '/v1/services/s1')).body).toEqual({ id: 's1', ...service });
    expect((await app.call('GET', '/v1/orders/o1')).body).toEqual({ id: 'o1', ...full });
    expect((await app.call('GET', '/v1/reviews/r1')).body).toEqual({ id: 'r1', ...review });
    expect(await app.call('GET', '/v1/reviews/r2')).toMatchObject({
      status: 404,
      body: { code: 'not_found' },
    });
  });

  it.each([
    ['orders', { ...order, clientId: 'nobody' }, 'unknown_reference', 'clientId', 'nobody'],
    ['orders', { ...order, serviceId: 'none' }, 'unknown_reference', 'serviceId', 'none'],
    ['services', { ...service, expertId: 'nobody' }, 'unknown_reference', 'expertId', 'nobody'],
    ['reviews', { orderId: 'none', rating: 1, createdAt: T0 }, 'unknown_reference', 'orderId', 'none'],
    ['orders', { ...order, expertId: 'c1' }, 'same_party', 'expertId', ''],
    ['orders', { ...order, completedAt: '2026-07-31T00:00:00Z' }, 'time_before_order', 'completedAt', ''],
  ])('refuses %s that break a rule: %#', async (resource, body, code, field, id) => {
    const refused = await app.call('PUT', `/v1/${resource}/bad`, body);
    expect(refused).toMatchObject({ status: 422, body: { code } });
    const errors = refused.body.errors as { path: string; message: string }[];
    expect(errors[0]?.path).toBe(`/body/${field}`);
    expect(errors[0]?.message).toContain(id);
    expect((await app.call('GET', `/v1/${resource}/bad`)).status).toBe(404);
  });

  it.each([
    ['members', { ...client, kind: 'robot' }, '/body/kind'],
    ['members', { ...client, email: 'nobody' }, '/body/email'],
    ['members', { ...client, nickname: 'a\u0000b' }, '/body/nickname'],
    ['members', { ...client, joinedAt: '2026-02-30T00:00:00Z' }, '/body/joinedAt'],
    ['orders', { ...order, amount: { value: -1, currency: 'KRW' } }, '/body/amount/value'],
    ['orders', { ...order, amount: { value: 1.5, currency: 'KRW' } }, '/body/amount/value'],
    ['orders', { ...order, amount: { value: 1, currency: 'QQQ' } }, '/body/amount/currency'],
    ['reviews', { orderId: 'o1', rating: 6, createdAt: T0 }, '/body/rating'],
  ])('refuses malformed %s: %#', async (resource, body, path) => {
    const refused = await app.call('PUT', `/v1/${resource}/bad`, body);
    expect(refused).toMatchObject({ status: 400, body: { code: 'bad_input' } });
    expect(refused.body.errors).toContainEqual(expect.objectContaining({ path }));
  });

  it('takes the largest amount that there is, and refuses ids that are none', async () => {
    const amount = { value: Number.MAX_SAFE_INTEGER, currency: 'USD' };
    expect((await app.call('PUT', '/v1/orders/big', { ...order, amount })).body.amount).toEqual(amount);
    expect((await app.call('PUT', '/v1/members/%20', client)).status).toBe(400);
  });

  it('stores a batch as if one record came after the other', async () => {
    const member = (id: string, nickname: string): Member =>
      ({ ...client, id, nickname }) as unknown as Member;
    const records = createRecords({ clock: app.clock }, memberKind);
    await app.call('PUT', '/v1/members/b1', { ...client, nickname: 'a' });
    const results = await app.database.transaction((trx) =>
      records(trx).upsertMany([
        member('b1', 'a'),
        member('b1', 'b'),
        member('b1', 'a'),
        member('b2', 'x'),
        member('b2', 'x'),
        member('b2', 'y'),
      ]),
    );
    expect(results.map((result) => ('result' in result ? result.result : result.refused))).toEqual([
      'unchanged',
      'updated',
      'updated',
      'created',
      'unchanged',
      'updated',
    ]);
    expect((await app.call('GET', '/v1/members/b1')).body.nickname).toBe('a');
    expect((await app.call('GET', '/v1/members/b2')).body.nickname).toBe('y');
  });

  it('creates a record once where forty tell of it at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, i) =>
        app.call('PUT', '/v1/members/raced', { ...client, nickname: `n${i % 4}` }),
      ),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(39);
  });

  it('shows staff a member without their contact data', async () => {
    await app.call('PUT', '/v1/members/private', {
      ...client,
      email: 'kim.minji@naver.com',
      phone: '010-1234-5678',
    });
    await app.call('PUT', '/v1/orders/o2', { ...order, clientId: 'private' });
    const seen = await app.asStaff('moderator', 'GET', '/api/members/private');
    expect(seen.body).toMatchObject({
      nickname: 'minji',
      maskedEmail: 'k***@n***.com',
      maskedPhone: '010-****-5678',
      ordersAsClient: 1,
      ordersAsExpert: 0,
    });
    expect(JSON.stringify(seen.body)).not.toMatch(/naver|1234/);
    expect((await app.asStaff('auditor', 'GET', '/api/members/private')).status).toBe(403);
    expect((await app.asStaff('moderator', 'GET', '/api/members/nobody')).status).toBe(404);
    const looked = await app.database.select<{ data: string }>(
      "select data from audit_events where stream like 'access:%' and type = 'member.viewed'",
      [],
    );
    expect(looked.map(({ data }) => JSON.parse(data) as unknown)).toEqual([{ memberId: 'private' }]);
  });
});
