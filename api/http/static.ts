import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Request, RequestHandler, Response } from 'express';
import sirv from 'sirv';

/** Where the build leaves the console. */
export const CONSOLE_DIR = fileURLToPath(new URL('../../dist/', import.meta.url));

/** Addresses that belong to programs: what is not found there is a problem document, never the console. */
const NOT_PAGES = /^\/(?:(?:api|v1|assets)(?:\/|$)|(?:openapi\.json|healthz|readyz|metrics)$)/;

/** The build names these by a hash of their content, so that an address never means anything else. */
const HASHED = /^\/assets\/.+-[\w-]{8,}\.[a-z0-9.]+$/i;

// The hash is that of the empty string: emotion opens an empty <style> and adds its rules through the CSSOM, which
// the policy lets through, where a <style> with text in it is refused.
const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
  "img-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "frame-ancestors 'none'",
  "base-uri 'self'",
  "form-action 'self'",
].join('; ');

const NOT_BUILT = `The console is not built. Build it with "npm run build" and start again.
The API is here; /openapi.json describes it.
`;

function isNavigation(req: Request): boolean {
  return (req.headers.accept ?? '').includes('text/html') && !NOT_PAGES.test(req.path);
}

function asPage(res: Response): void {
  res.setHeader('content-security-policy', POLICY);
  res.setHeader('cross-origin-opener-policy', 'same-origin');
}

/**
 * Serves the built console: its files as they were compressed at build time, and `index.html` for every address that a
 * person may type or reload. Files are listed once, at the start. Without a build, the address `/` says so.
 */
export function serveConsole(dir: string = CONSOLE_DIR): RequestHandler {
  if (!existsSync(join(dir, 'index.html'))) return notBuilt;
  const files = sirv(dir, { brotli: true, gzip: true, etag: true });
  return (req, res, next) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      next();
      return;
    }
    // set before the file is looked for: an answer of 304 carries it too
    res.setHeader(
      'cache-control',
      HASHED.test(req.path) ? 'public, max-age=31536000, immutable' : 'no-cache',
    );
    if (req.path === '/' || req.path === '/index.html') asPage(res);
    files(req, res, () => {
      if (!isNavigation(req)) {
        res.setHeader('cache-control', 'no-store');
        next();
        return;
      }
      asPage(res);
      res.setHeader('cache-control', 'no-cache');
      req.url = '/';
      files(req, res, next);
    });
  };
}

const notBuilt: RequestHandler = (req, res, next) => {
  if (req.method === 'GET' && req.path === '/') res.status(404).type('text/plain').send(NOT_BUILT);
  else next();
};
