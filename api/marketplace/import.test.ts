import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { systemActor } from '../core/actor.ts';
import { ConflictError } from '../core/errors.ts';
import { testDatabases } from '../testing/databases.ts';
import type { ImportCounts, ImportRefusal } from './contract.ts';
import { importResource } from './import-resource.ts';
import { startTestApp, type TestApp } from './test-app.ts';

const T0 = '2026-08-01T00:00:00.000Z';
const member = (id: string) => ({
  id,
  kind: 'client',
  nickname: `김민지 ${id}`,
  accountType: 'individual',
  joinedAt: T0,
  email: `${id}@secret.example`,
});
const line = (value: unknown) => `${JSON.stringify(value)}\n`;

/** Something to import whose batches fail as a whole where one record in them is poison. */
const fragile = (batches: number[]) =>
  importResource({
    name: 'fragile',
    schema: z.object({ id: z.string(), poison: z.enum(['rule', 'bug', 'gone']).optional() }),
    ingest: async (records) => {
      batches.push(records.length);
      const { poison } = records.find((record) => record.poison !== undefined) ?? {};
      if (poison === 'rule') throw new ConflictError('content_conflict', 'Another content.');
      if (poison === 'bug') throw new TypeError('private words');
      if (poison === 'gone') throw Object.assign(new Error('gone'), { code: 'ECONNREFUSED' });
      return records.map(() => ({ result: 'created' as const, disposition: 'held' as const }));
    },
  });

describe.each(testDatabases())('import on $name', ({ open }) => {
  let app: TestApp;
  const batches: number[] = [];

  async function post(
    resource: string,
    body: string | Buffer | AsyncIterable<string | Buffer>,
    headers: Record<string, string> = {},
  ) {
    const response = await fetch(`${app.url}/v1/import/${resource}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${app.key.key}`,
        'content-type': 'application/x-ndjson',
        ...headers,
      },
      body: typeof body === 'string' || Buffer.isBuffer(body) ? body : Readable.toWeb(Readable.from(body)),
      duplex: 'half',
    });
    const text = await response.text();
    const lines = text.trim().split('\n');
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      text,
      refusals: lines.slice(0, -1).map((each) => JSON.parse(each) as ImportRefusal),
      counts: JSON.parse(lines.at(-1) ?? '') as ImportCounts & { code?: string },
    };
  }

  beforeAll(async () => {
    app = await startTestApp(open, { resources: [fragile(batches)] });
  });
  afterAll(() => app.close());

  it('stores three thousand records, refuses each bad line by itself, and changes nothing the second time', async () => {
    const bad = new Map<number, [string, string | Buffer]>([
      [1, ['', '\ufeff\n']],
      [7, ['malformed_json', '{"id": "x",\n']],
      [8, ['malformed_json', '\u0000\n']],
      [500, ['bad_input', line({ ...member('bad-kind'), kind: 'robot' })]],
      [501, ['bad_input', line([1, 2])]],
      [502, ['bad_input', line({ ...member('p'), id: 'personal data: 010-1234-5678' })]],
      [503, ['bad_input', 'null\n']],
      [999, ['line_too_long', line({ ...member('long'), nickname: 'x'.repeat(1024 * 1024) })]],
      [1000, ['malformed_utf8', Buffer.from([0x7b, 0xff, 0xfe, 0x0a])]],
      [1500, ['', '\r\n']],
      [1501, ['', '   \n']],
      [2000, ['bad_input', line({ ...member('nul'), nickname: 'a\u0000b' })]],
      [2001, ['malformed_json', `${'['.repeat(500_000)}\n`]],
    ]);
    const parts: Buffer[] = [];
    let good = 0;
    for (let number = 1; good < 3_000; number++) {
      const there = bad.get(number);
      const ending = good % 2 === 0 ? '\r\n' : '\n';
      parts.push(Buffer.from(there?.[1] ?? JSON.stringify(member(`i-${++good}`)) + ending));
    }
    const last = Buffer.from(JSON.stringify(member('without-newline')));
    const input = Buffer.concat([...parts, last]);
    async function* inOddPieces() {
      for (let at = 0; at < input.length; at += 60_001) yield input.subarray(at, at + 60_001);
    }

    const first = await post('members', inOddPieces());
    expect(first).toMatchObject({ status: 200, type: 'application/x-ndjson' });
    const refused = [...bad].filter(([, [code]]) => code !== '');
    expect(
      first.refusals.map((each) => [each.line, each.code]).sort((a, b) => Number(a[0]) - Number(b[0])),
    ).toEqual(refused.map(([number, [code]]) => [number, code]));
    expect(first.counts).toEqual({
      resource: 'members',
      received: 3_001 + refused.length,
      created: 3_001,
      updated: 0,
      unchanged: 0,
      refused: refused.length,
    });
    expect(first.refusals.find((each) => each.line === 500)).toMatchObject({ id: 'bad-kind' });
    expect(first.text).not.toMatch(/010-1234|secret\.example|김민지/);

    const second = await post('members', input);
    expect(second.counts).toMatchObject({ created: 0, updated: 0, unchanged: 3_001 });
    const events = (await app.database
      .knex('audit_events')
      .where({ stream: `import:${app.key.id}` })
      .orderBy('seq')) as { type: string; data: string }[];
    expect(events.map(({ type }) => type)).toEqual([
      'import.started',
      'import.finished',
      'import.started',
      'import.finished',
    ]);
    expect(JSON.parse(events[3]?.data ?? '')).toEqual(second.counts);
  });

  it('refuses what names something unknown, and takes the rest, in the order of references', async () => {
    const service = (id: string, expertId: string) => ({
      id,
      expertId,
      title: 't',
      category: 'c',
      qualityGuarantee: false,
      listedAt: T0,
      status: 'active',
    });
    await post('members', line(member('expert')) + line(member('client')));
    const services = await post('services', line(service('sv1', 'expert')) + line(service('sv2', 'nobody')));
    expect(services.refusals).toEqual([
      {
        line: 2,
        id: 'sv2',
        code: 'unknown_reference',
        detail: 'expertId: there is no member "nobody".',
      },
    ]);
    const order = {
      id: 'or1',
      clientId: 'client',
      expertId: 'expert',
      serviceId: 'sv1',
      amount: { value: 1, currency: 'EUR' },
      status: 'paid',
      orderedAt: T0,
      qualityGuarantee: false,
    };
    const orders = await post('orders', line(order) + line({ ...order, id: 'or2', expertId: 'client' }));
    expect(orders.counts).toMatchObject({ created: 1, refused: 1 });
    const review = { id: 're1', orderId: 'or1', rating: 4, createdAt: T0 };
    expect((await post('reviews', line(review))).counts).toMatchObject({ created: 1 });
  });

  it('tries the records of a failed batch one by one, so that one refuses only itself', async () => {
    batches.length = 0;
    const records = Array.from({ length: 600 }, (_, i) => ({ id: `f-${i}` }));
    const sent = records.map((record, i) =>
      line(i === 3 ? { ...record, poison: 'rule' } : i === 520 ? { ...record, poison: 'bug' } : record),
    );
    const answer = await post('fragile', sent.join(''));
    expect(answer.refusals).toEqual([
      { line: 4, id: 'f-3', code: 'content_conflict', detail: 'Another content.' },
      expect.objectContaining({ line: 521, id: 'f-520', code: 'internal' }),
    ]);
    expect(answer.text).not.toContain('private words');
    expect(answer.counts).toMatchObject({
      received: 600,
      created: 598,
      refused: 2,
      dispositions: { held: 598, released: 0 },
    });
    expect(batches.filter((size) => size > 1)).toEqual([500, 100]);
  });

  it('stops where the database is gone, and says at which line', async () => {
    const records = Array.from({ length: 500 }, (_, i) => line({ id: `g-${i}` }));
    const gone = line({ id: 'gone', poison: 'gone' });
    const answer = await post('fragile', `${line({})}${records.join('')}${gone}`);
    expect(answer.counts).toMatchObject({
      received: 501,
      created: 500,
      refused: 1,
      stopped: { line: 502, code: 'unavailable' },
    });
    expect((await post('fragile', gone)).status).toBe(503);
  });

  it('tells of a refusal while the import still runs', async () => {
    let answered: () => void = () => {};
    const heard = new Promise<void>((resolve) => (answered = resolve));
    async function* body() {
      yield 'not json\n';
      await heard;
      yield line(member('late'));
    }
    const response = await fetch(`${app.url}/v1/import/members`, {
      method: 'POST',
      headers: { authorization: `Bearer ${app.key.key}`, 'content-type': 'application/x-ndjson' },
      body: Readable.toWeb(Readable.from(body())),
      duplex: 'half',
    });
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    const { value } = await reader.read();
    expect(JSON.parse(Buffer.from(value as Uint8Array).toString())).toMatchObject({ line: 1 });
    answered();
    const { value: end } = await reader.read();
    expect(JSON.parse(Buffer.from(end as Uint8Array).toString())).toMatchObject({ created: 1 });
  });

  it('keeps whole batches where the client goes away', async () => {
    const abort = new AbortController();
    async function* body() {
      for (let i = 0; i < 750; i++) yield line({ id: `left-${i}` });
      while (!abort.signal.aborted) {
        if (batches.length > 0) abort.abort();
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    }
    batches.length = 0;
    const sent = fetch(`${app.url}/v1/import/fragile`, {
      method: 'POST',
      headers: { authorization: `Bearer ${app.key.key}`, 'content-type': 'application/x-ndjson' },
      body: Readable.toWeb(Readable.from(body())),
      duplex: 'half',
      signal: abort.signal,
    });
    await expect(sent).rejects.toThrow();
    const lastEvent = async () =>
      (await app.database
        .knex('audit_events')
        .where({ stream: `import:${app.key.id}` })
        .orderBy('seq', 'desc')
        .first()) as { type: string; data: string };
    await expect.poll(async () => (await lastEvent()).type).toBe('import.finished');
    expect(JSON.parse((await lastEvent()).data)).toMatchObject({
      received: 500,
      created: 500,
      stopped: { line: 501, code: 'interrupted' },
    });
    expect(batches).toEqual([500]);
  });

  it('refuses what it cannot import', async () => {
    expect((await post('nothing', '')).status).toBe(400);
    const json = { 'content-type': 'application/json' };
    expect(await post('members', '', json)).toMatchObject({ status: 415 });
    expect(await post('members', 'x', { 'content-encoding': 'gzip' })).toMatchObject({ status: 415 });
    expect(await post('members', '', { authorization: 'Bearer no' })).toMatchObject({ status: 401 });
    expect((await post('members', '')).counts).toMatchObject({ received: 0 });
  });

  it('needs no more memory for a long input than for a short one', async () => {
    const padding = 'x'.repeat(100_000);
    let most = 0;
    async function* endless() {
      for (let i = 0; i < 2_000; i++) {
        yield Buffer.from(line({ id: `e-${i}`, padding }));
        most = Math.max(most, process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed);
      }
    }
    const before = process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed;
    const counts = await app.imports.run('fragile', endless(), systemActor('import'), () => {});
    expect(counts.created).toBe(2_000);
    expect(most - before).toBeLessThan(120 * 1024 * 1024); // of 200 MB
  });
});
