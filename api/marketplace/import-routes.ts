import type { Request, Response } from 'express';
import { z } from 'zod';
import type { MarketplaceActor } from '../core/actor.ts';
import { AppError } from '../core/errors.ts';
import { type Route, streamRoute } from '../http/route.ts';
import type { Imports } from './imports.ts';

const NDJSON = 'application/x-ndjson';
const TAKEN = /^application\/(x-ndjson|ndjson|jsonl|x-jsonlines)\s*(;|$)/i;

/**
 * A program that sends everything before it reads anything must not come to a stop over a few refusals, and one that
 * never reads must not fill the memory: this much is kept for it, then the import waits.
 */
const UNREAD_BYTES = 8 * 1024 * 1024;

function requireNdjson(req: Request): void {
  if (!TAKEN.test(req.headers['content-type'] ?? ''))
    throw new AppError(415, 'unsupported_media_type', `Send the body with Content-Type: ${NDJSON}.`);
  const encoding = req.headers['content-encoding'] ?? 'identity';
  if (encoding.toLowerCase() !== 'identity')
    throw new AppError(415, 'unsupported_media_type', 'Send the body without a Content-Encoding.');
}

/** Resolves where the client has read enough, or is gone. */
function readOrGone(res: Response): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      res.off('drain', done);
      res.off('close', done);
      resolve();
    };
    res.on('drain', done);
    res.on('close', done);
    if (res.destroyed) done();
  });
}

async function stream(
  imports: Imports,
  resource: string,
  actor: MarketplaceActor,
  req: Request,
  res: Response,
) {
  requireNdjson(req);
  const writeLine = async (line: object): Promise<void> => {
    if (res.destroyed) return;
    if (!res.headersSent) {
      res.writeHead(200, { 'content-type': NDJSON, 'cache-control': 'no-store, no-transform' });
    }
    res.write(`${JSON.stringify(line)}\n`);
    if (res.writableLength > UNREAD_BYTES) await readOrGone(res);
  };
  // Leaving the loop must not destroy the request: its answer goes over the same connection.
  const source = req.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>;
  const counts = await imports.run(resource, source, actor, writeLine);
  if (counts.stopped?.code === 'unavailable' && !res.headersSent) {
    throw new AppError(503, 'unavailable', counts.stopped.detail, { retryAfterSeconds: 1, counts });
  }
  await writeLine(counts);
  if (!res.destroyed) res.end();
}

/** `POST /v1/import/<resource>`: as much as there is, in one call. */
export function importRoutes({ imports }: { imports: Imports }): Route[] {
  return [
    streamRoute({
      method: 'post',
      path: '/v1/import/:resource',
      permission: 'marketplace',
      tag: 'Marketplace',
      summary:
        'Imports newline-delimited JSON. Answers a line per refused record while it runs, and a last line of counts; ' +
        '`stopped` in it says where it could not go on. Sending the same again changes nothing.',
      params: z.object({ resource: z.enum(imports.names) }),
      consumes: NDJSON,
      produces: NDJSON,
      problems: ['unsupported_media_type'],
      stream: ({ params, actor }, req, res) => stream(imports, params.resource, actor, req, res),
    }),
  ];
}
