import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLogger } from '../core/logger.ts';
import { problemHandler } from './problem.ts';
import { readJson } from './read-json.ts';
import { createHttpServer } from './server.ts';

const app = express();
app.post('/', async (req, res) => {
  res.json({ read: await readJson(req, res) });
});
app.use(problemHandler(createLogger('silent')));
const server = createHttpServer(app);

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => {
  server.close();
});

async function post(body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) {
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  const answer = (await response.json()) as { read?: unknown; code?: string };
  return { status: response.status, ...answer };
}

const type = (value: string) => ({ 'content-type': value });

describe('a JSON body', () => {
  it.each([
    'application/json',
    'Application/JSON; charset=UTF-8',
    'application/json;charset="utf-8"',
    'application/merge-patch+json',
  ])('is read as %s', async (contentType) => {
    expect(await post('{"a":"é"}', type(contentType))).toEqual({ status: 200, read: { a: 'é' } });
  });

  it.each([
    'text/plain',
    'application/json-patch',
    'application/jsonp',
    'multipart/form-data',
    'application/json; charset=latin1',
    'application/json; charset=utf-16',
    'application/json; charset=klingon',
    '',
  ])('is refused as "%s"', async (contentType) => {
    expect(await post('{}', type(contentType))).toMatchObject({
      status: 415,
      code: 'unsupported_media_type',
    });
  });

  it('is refused where it is not UTF-8, as its words would be changed', async () => {
    const latin1 = Buffer.from('{"name":"Zoë"}', 'latin1');
    expect(await post(new Uint8Array(latin1))).toMatchObject({ status: 400, code: 'malformed_json' });
  });

  it.each(['{', '{"a":1}}', '"text"', '12', 'null', '{a:1}', '[1,]'])('is refused as %s', async (body) => {
    expect(await post(body)).toMatchObject({ status: 400, code: 'malformed_json' });
  });

  it('may be 1 MB, and not more', async () => {
    const of = (bytes: number) => `{"a":"${'x'.repeat(bytes - 8)}"}`;
    expect((await post(of(1024 * 1024))).status).toBe(200);
    expect(await post(of(1024 * 1024 + 1))).toMatchObject({ status: 413, code: 'too_large' });
  });

  it('counts as large as it unpacks', async () => {
    const bomb = gzipSync(`{"a":"${'x'.repeat(50_000_000)}"}`);
    expect(bomb.length).toBeLessThan(60_000);
    expect(await post(new Uint8Array(bomb), { 'content-encoding': 'gzip' })).toMatchObject({
      status: 413,
      code: 'too_large',
    });
    expect(await post(new Uint8Array(gzipSync('{"a":1}')), { 'content-encoding': 'gzip' })).toEqual({
      status: 200,
      read: { a: 1 },
    });
  });

  it.each(['gzip', 'br', 'deflate'])('is refused where it is not the %s that it says', async (encoding) => {
    expect((await post('{"a":1}', { 'content-encoding': encoding })).status).toBe(400);
  });

  it('is refused in an encoding that nobody knows', async () => {
    expect(await post('{}', { 'content-encoding': 'lzma' })).toMatchObject({
      status: 415,
      code: 'unsupported_media_type',
    });
  });
});
