import { isUtf8 } from 'node:buffer';
import express, { type Request, type Response } from 'express';
import { AppError } from '../core/errors.ts';
import { notUtf8Json } from './problem.ts';

const JSON_TYPE = /^application\/(?:[a-z0-9.+-]+\+)?json\s*(?:;|$)/i;
const WITHIN_MS = 30_000;

/** What is not UTF-8 is refused: decoding it anyway would change a member's words without a sound. */
function requireUtf8(_req: unknown, _res: unknown, body: Buffer, encoding: string): void {
  if (encoding !== 'utf-8') throw notUtf8Json();
  if (!isUtf8(body)) throw new AppError(400, 'malformed_json', 'The body is not well-formed UTF-8.');
}

const parse = express.json({ limit: '1mb', strict: true, type: () => true, verify: requireUtf8 });

/**
 * The body of a request, at most 1 MB after it was unpacked.
 * @throws AppError 400 malformed_json, 408 body_timeout, 413 too_large, 415 unsupported_media_type
 */
export function readJson(req: Request, res: Response): Promise<unknown> {
  if (!JSON_TYPE.test(req.headers['content-type'] ?? '')) {
    throw new AppError(415, 'unsupported_media_type', 'Send the body with Content-Type: application/json.');
  }
  return new Promise((resolve, reject) => {
    // nearly every body has arrived with its headers; one that trickles in must not hold its connection for ever
    const deadline = req.complete
      ? undefined
      : setTimeout(() => {
          reject(new AppError(408, 'body_timeout', 'The body took longer than 30 seconds to arrive.'));
        }, WITHIN_MS);
    parse(req, res, (error?: unknown) => {
      clearTimeout(deadline);
      if (error) reject(error);
      else resolve(req.body);
    });
  });
}
