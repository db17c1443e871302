import { readFileSync } from 'node:fs';
import express, { type Express } from 'express';
import type { Container } from './container.ts';
import { AppError, NotFoundError } from './core/errors.ts';
import { methodNotAllowed, mountRoutes } from './http/mount.ts';
import { openApiDocument } from './http/openapi.ts';
import { problemHandler, sendProblem } from './http/problem.ts';
import { CONSOLE_DIR, serveConsole } from './http/static.ts';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

const HEADERS: readonly [string, string][] = [
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
  ['referrer-policy', 'no-referrer'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['content-security-policy', "default-src 'none'; frame-ancestors 'none'"],
  ['cache-control', 'no-store'],
];

/** Where people reach the console by https, browsers are told never to try anything else (ASVS 5.0 3.4.1). */
const HTTPS_ONLY: [string, string] = ['strict-transport-security', 'max-age=31536000; includeSubDomains'];

/** The HTTP side of one process: the API, and the console that was built into `consoleDir`. */
export function createApp(container: Container, consoleDir = CONSOLE_DIR): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', container.config.trustedProxies);
  const headers = container.config.publicUrl?.startsWith('https:') ? [...HEADERS, HTTPS_ONLY] : HEADERS;
  app.use((_req, res, next) => {
    for (const [name, value] of headers) res.setHeader(name, value);
    next();
  });
  app.use(container.observation.middleware);

  const document = JSON.stringify(openApiDocument(container.routes, version, container.events));
  app.get('/openapi.json', (_req, res) => {
    res.type('json').end(document);
  });
  app.get('/healthz', (_req, res) => {
    res.type('json').end('{"status":"up"}');
  });
  app.get('/readyz', async (_req, res) => {
    try {
      await container.ready();
      res.type('json').end('{"status":"ready"}');
    } catch (error) {
      container.logger.warn({ err: error }, 'not ready');
      sendProblem(res, new AppError(503, 'not_ready', 'The database or the job queue cannot be reached.'));
    }
  });
  app.get('/metrics', async (_req, res) => {
    res.type(container.observation.contentType).end(await container.observation.metrics());
  });

  for (const path of ['/openapi.json', '/healthz', '/readyz', '/metrics']) {
    app.all(path, methodNotAllowed(['GET', 'HEAD']));
  }

  app.use(
    mountRoutes(container.routes, {
      authenticator: container.authenticator,
      idempotency: container.idempotency,
      publicUrl: container.config.publicUrl,
    }),
  );
  app.use(serveConsole(consoleDir));
  app.use((req) => {
    throw new NotFoundError('address', req.path);
  });
  app.use(problemHandler(container.logger));
  return app;
}
