import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ErrorRequestHandler } from 'express';
import { z } from 'zod';
import { AppError } from '../core/errors.ts';
import type { Logger } from '../core/logger.ts';
import { isUnavailable } from '../db/dialect.ts';

/** RFC 9457 problem details, with a stable `code` that programs may match on. */
export const Problem = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem' });

const TITLES: Record<number, string> = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  408: 'Took too long',
  409: 'Conflict',
  413: 'Too large',
  415: 'Unsupported media type',
  417: 'Expectation failed',
  422: 'Refused by a rule',
  429: 'Too many requests',
  431: 'Headers too large',
  500: 'Internal error',
  503: 'Temporarily unavailable',
};

const UNREAD_FOR_MS = 30_000;

/**
 * Node reads on after an answer, so that the connection can be used again. Whoever goes on sending what nobody wants is
 * cut off. Nearly every request is complete by then, and costs nothing here.
 */
export function limitUnread(req: IncomingMessage): void {
  if (req.complete) return;
  setTimeout(() => {
    if (!req.complete) req.destroy();
  }, UNREAD_FOR_MS).unref();
}

/** The document of a problem. What the error carries besides never takes the place of a standard member. */
export function problemDocument(error: AppError): string {
  return JSON.stringify({
    ...error.extra,
    type: `urn:gatehouse:problem:${error.code}`,
    title: TITLES[error.status] ?? 'Error',
    status: error.status,
    detail: error.message,
    code: error.code,
  });
}

export function sendProblem(res: ServerResponse, error: AppError): void {
  const { retryAfterSeconds } = error.extra;
  if (typeof retryAfterSeconds === 'number')
    res.setHeader('retry-after', String(Math.ceil(retryAfterSeconds)));
  res.statusCode = error.status;
  res.setHeader('content-type', 'application/problem+json; charset=utf-8');
  if (error.status === 408) res.setHeader('connection', 'close');
  limitUnread(res.req);
  res.end(problemDocument(error));
}

interface HttpLikeError extends Error {
  status?: number;
  type?: string;
}

export function notUtf8Json(): AppError {
  return new AppError(
    415,
    'unsupported_media_type',
    'Send the body as UTF-8 JSON, plain, gzip, deflate or br.',
  );
}

/** What a caller did wrong before a route saw it, in the words of the body parser and the router. */
function fromHttpError(error: HttpLikeError): AppError | undefined {
  switch (error.type) {
    case 'entity.too.large':
      return new AppError(413, 'too_large', 'The body is larger than 1 MB.');
    case 'entity.parse.failed':
      return new AppError(400, 'malformed_json', 'The body is not valid JSON.');
    case 'encoding.unsupported':
    case 'charset.unsupported':
      return notUtf8Json();
    case undefined:
    default:
      if (error instanceof URIError) return new AppError(400, 'malformed_url', 'The address is not valid.');
      if (error.status !== undefined && error.status >= 400 && error.status < 500) {
        return new AppError(error.status, 'bad_request', 'The request could not be read.');
      }
      return undefined;
  }
}

/** The problem that an error is told as; undefined: it is ours, and nobody outside learns more than that. */
export function asProblem(error: unknown): AppError | undefined {
  if (error instanceof AppError) return error;
  if (isUnavailable(error)) {
    return new AppError(503, 'unavailable', 'The database cannot be reached just now. Try again.', {
      retryAfterSeconds: 1,
    });
  }
  return error instanceof Error ? fromHttpError(error) : undefined;
}

/** The one place where an error becomes an answer. */
export function problemHandler(logger: Logger): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    if (res.headersSent) {
      logger.warn({ method: req.method, err: error }, 'failed after the answer had begun');
      next(error);
      return;
    }
    const problem = asProblem(error);
    if (problem === undefined || problem.status >= 500) {
      logger.error({ method: req.method, path: req.path, err: error }, 'request failed');
    }
    sendProblem(
      res,
      problem ?? new AppError(500, 'internal', 'Something went wrong on our side. It has been logged.'),
    );
  };
}
