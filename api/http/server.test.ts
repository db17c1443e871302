import { once } from 'node:events';
import { type RequestListener } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createHttpServer, stopHttpServer } from './server.ts';

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

async function serving(app: RequestListener) {
  const server = createHttpServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  open.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const connected = async (): Promise<Socket & { heard: () => string }> => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    let text = '';
    socket.setEncoding('latin1').on('data', (part: string) => {
      text += part;
    });
    socket.on('error', () => {});
    await once(socket, 'connect');
    open.push(() => socket.destroy());
    return Object.assign(socket, { heard: () => text });
  };
  return { server, connected };
}

const hello: RequestListener = (_req, res) => {
  res.end('hello');
};

describe('the server', () => {
  it.each([
    ['what is not HTTP', 'HELLO?\r\n\r\n', 400, 'malformed_request'],
    ['a header without a name', 'GET / HTTP/1.1\r\nhost: x\r\n: y\r\n\r\n', 400, 'malformed_request'],
    ['NUL in a path', 'GET /\0 HTTP/1.1\r\nhost: x\r\n\r\n', 400, 'malformed_request'],
    [
      'two lengths',
      'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nxx',
      400,
      'malformed_request',
    ],
    [
      'a length and chunks',
      'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
      'malformed_request',
    ],
    [
      '20 kB of headers',
      `GET / HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`,
      431,
      'headers_too_large',
    ],
    ['an expectation', 'GET / HTTP/1.1\r\nhost: x\r\nexpect: miracles\r\n\r\n', 417, 'expectation_failed'],
  ])('answers %s with a problem', async (_what, sent, status, code) => {
    const { connected } = await serving(hello);
    const socket = await connected();
    socket.write(sent, 'latin1');
    await vi.waitFor(() => expect(socket.heard()).toContain('"code"'));
    const [head = '', body = ''] = socket.heard().split('\r\n\r\n');
    expect(head).toContain(`HTTP/1.1 ${status} `);
    expect(head.toLowerCase()).toContain('content-type: application/problem+json');
    expect(JSON.parse(/\{.*\}/.exec(body)?.[0] ?? '')).toMatchObject({ status, code });
  });

  it('cuts off headers that take too long, and connections over which nothing moves', async () => {
    const { server } = await serving(hello);
    expect(server.headersTimeout).toBeGreaterThan(0);
    expect(server.headersTimeout).toBeLessThanOrEqual(30_000);
    expect(server.timeout).toBeGreaterThan(0);
  });

  it('stops after the requests in hand, though their clients keep the connection', async () => {
    let finish = () => {};
    const { server, connected } = await serving((_req, res) => {
      finish = () => res.end('done');
    });
    const [idle, busy] = [await connected(), await connected()];
    busy.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n');
    await once(server, 'request');
    let stopped = false;
    const stopping = stopHttpServer(server).then(() => {
      stopped = true;
    });
    await once(idle, 'close');
    expect(stopped).toBe(false);
    finish();
    await stopping;
    expect(busy.heard()).toContain('done');
  });
});
