import { createServer, type RequestListener, type Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { AppError } from '../core/errors.ts';
import { problemDocument, sendProblem } from './problem.ts';

const HEADERS_WITHIN_MS = 20_000;
/** Longer than a proxy keeps its connections, so that it is the proxy who ends them. */
const KEEP_ALIVE_MS = 65_000;
/** A connection over which nothing moves; live streams say something every 20 seconds. */
const SILENT_MS = 5 * 60_000;
const STOP_LOOK_MS = 50;

function parserProblem(code: string | undefined): AppError {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return new AppError(431, 'headers_too_large', 'The headers are larger than 16 kB.');
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return new AppError(408, 'headers_timeout', 'The headers took too long to arrive.');
    default:
      return new AppError(400, 'malformed_request', 'This is not an HTTP request.');
  }
}

/** What Node's parser refuses never becomes a request; it is answered all the same. */
function answerClientError(error: NodeJS.ErrnoException, socket: Duplex & { bytesWritten?: number }): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const problem = parserProblem(error.code);
  const body = problemDocument(problem);
  socket.end(
    `HTTP/1.1 ${problem.status} ${problem.code}\r\nconnection: close\r\n` +
      `content-type: application/problem+json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}

/** Connections that have not asked for anything yet: Node does not count them as idle, and would wait for them. */
const silent = new WeakMap<Server, Set<Socket>>();

/**
 * The server of one process, with limits on how long a client may take: for its headers here, for a JSON body in
 * `readJson`. An import may take as long as it moves.
 */
export function createHttpServer(app: RequestListener): Server {
  const server = createServer(
    { keepAliveTimeout: KEEP_ALIVE_MS, headersTimeout: HEADERS_WITHIN_MS, requestTimeout: 0 },
    app,
  );
  server.timeout = SILENT_MS;
  const sockets = new Set<Socket>();
  silent.set(server, sockets);
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.on('request', (req) => sockets.delete(req.socket));
  server.on('clientError', answerClientError);
  server.on('checkExpectation', (_req, res) => {
    sendProblem(res, new AppError(417, 'expectation_failed', 'The only expectation known is 100-continue.'));
  });
  return server;
}

/** Takes no new connection, lets the requests in hand finish, and does not wait for clients that keep theirs open. */
export async function stopHttpServer(server: Server): Promise<void> {
  const look = setInterval(() => server.closeIdleConnections(), STOP_LOOK_MS);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    for (const socket of silent.get(server) ?? []) socket.destroy();
  });
  clearInterval(look);
}
