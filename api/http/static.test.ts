import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, request, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gzipSync } from 'node:zlib';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLogger } from '../core/logger.ts';
import { NotFoundError } from '../core/errors.ts';
import { problemHandler } from './problem.ts';
import { serveConsole } from './static.ts';

const HTML = '<!doctype html><title>Gatehouse</title>';
const SCRIPT = 'export const answer = 42;';
const BROWSER = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8', 'accept-encoding': 'gzip, br' };

async function serving(dir: string): Promise<{ server: Server; port: number }> {
  const app = express();
  app.use((_req, res, next) => {
    res.setHeader('cache-control', 'no-store');
    res.setHeader('content-security-policy', "default-src 'none'");
    next();
  });
  app.use(serveConsole(dir));
  app.use((req) => {
    throw new NotFoundError('address', req.path);
  });
  app.use(problemHandler(createLogger('silent')));
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, port: (server.address() as AddressInfo).port };
}

/** As the bytes came: `fetch` would undo the compression. */
function get(port: number, path: string, headers: Record<string, string> = {}, method = 'GET') {
  return new Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
    const req = request({ port, host: '127.0.0.1', path, headers, method }, (res) => {
      const parts: Buffer[] = [];
      res.on('data', (part: Buffer) => parts.push(part));
      res.on('end', () =>
        resolve({ status: res.statusCode ?? 0, headers: res.headers, body: Buffer.concat(parts) }),
      );
    });
    req.on('error', reject).end();
  });
}

describe('the built console', () => {
  let root: string;
  let server: Server;
  let port: number;

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'gatehouse-console-'));
    const dir = join(root, 'dist');
    await mkdir(join(dir, 'assets'), { recursive: true });
    for (const [name, text] of [
      ['index.html', HTML],
      ['assets/index-BkZ3x_9Q.js', SCRIPT],
      ['favicon.svg', '<svg/>'],
    ] as const) {
      await writeFile(join(dir, name), text);
      await writeFile(join(dir, `${name}.br`), brotliCompressSync(text));
      await writeFile(join(dir, `${name}.gz`), gzipSync(text));
    }
    await writeFile(join(root, 'outside.txt'), 'secret');
    ({ server, port } = await serving(dir));
  });
  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await rm(root, { recursive: true, force: true });
  });

  it('is the answer to every address that a person may reload, under a strict policy, asked for again each time', async () => {
    for (const path of ['/', '/index.html', '/cases/case_1', '/members/a.b', '/settings?tab=calendar']) {
      const page = await get(port, path, BROWSER);
      expect([path, page.status, page.headers['content-type']]).toEqual([
        path,
        200,
        'text/html;charset=utf-8',
      ]);
      expect(brotliDecompressSync(page.body).toString()).toBe(HTML);
      expect(page.headers['cache-control']).toBe('no-cache');
      const policy = page.headers['content-security-policy'] as string;
      expect(policy).toContain("default-src 'self'; script-src 'self'; style-src 'self' 'sha256-");
      expect(policy).toContain("frame-ancestors 'none'; base-uri 'self'; form-action 'self'");
      expect(policy).not.toContain('unsafe');
    }
  });

  it('has files with a hash in their name kept for ever, in the encoding that was asked for', async () => {
    const path = '/assets/index-BkZ3x_9Q.js';
    const brotli = await get(port, path, { 'accept-encoding': 'gzip, deflate, br' });
    expect(brotli.headers).toMatchObject({
      'content-encoding': 'br',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'Accept-Encoding',
    });
    expect(brotliDecompressSync(brotli.body).toString()).toBe(SCRIPT);
    expect((await get(port, path, { 'accept-encoding': 'gzip' })).headers['content-encoding']).toBe('gzip');
    const plain = await get(port, path);
    expect([plain.headers['content-encoding'], plain.body.toString()]).toEqual([undefined, SCRIPT]);
    expect((await get(port, '/favicon.svg')).headers['cache-control']).toBe('no-cache');
  });

  it('answers 304, still cacheable, where nothing has changed', async () => {
    const first = await get(port, '/', BROWSER);
    const again = await get(port, '/', { ...BROWSER, 'if-none-match': first.headers.etag as string });
    expect([again.status, again.headers['cache-control']]).toEqual([304, 'no-cache']);
  });

  it('stays out of the way of programs, and gives nothing from outside its folder', async () => {
    for (const path of ['/api/nothing', '/v1/nothing', '/metrics', '/api', '/assets/gone-12345678.js']) {
      const answer = await get(port, path, BROWSER);
      expect([path, answer.status, answer.headers['content-type']]).toEqual([
        path,
        404,
        'application/problem+json; charset=utf-8',
      ]);
      expect(answer.headers['cache-control']).toBe('no-store');
    }
    expect((await get(port, '/cases/x', { accept: 'application/json' })).status).toBe(404);
    expect((await get(port, '/cases/x', BROWSER, 'POST')).status).toBe(404);
    expect((await get(port, '/cases/x', BROWSER, 'HEAD')).status).toBe(200);
    for (const path of ['/../outside.txt', '/%2e%2e/outside.txt', '/..%2foutside.txt', '/%']) {
      const answer = await get(port, path);
      expect([path, answer.body.includes('secret')]).toEqual([path, false]);
      expect(answer.status).toBeGreaterThanOrEqual(400);
    }
  });

  it('says so where it was not built, and leaves the API as it is', async () => {
    const empty = await mkdtemp(join(tmpdir(), 'gatehouse-empty-'));
    const without = await serving(empty);
    const page = await get(without.port, '/', BROWSER);
    expect([page.status, page.headers['content-type']]).toEqual([404, 'text/plain; charset=utf-8']);
    expect(page.body.toString()).toContain('npm run build');
    expect((await get(without.port, '/cases', BROWSER)).status).toBe(404);
    without.server.close();
    await rm(empty, { recursive: true });
  });
});
