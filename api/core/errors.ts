/**
 * The few error classes of the house. Each carries what an RFC 9457 problem document needs: an HTTP status, a stable
 * `code` that programs may match on, and a sentence for people. `extra` members are merged into the document.
 */
export class AppError extends Error {
  readonly status: number;
  readonly code: string;
  readonly extra: Record<string, unknown>;

  constructor(status: number, code: string, message: string, extra: Record<string, unknown> = {}) {
    super(message);
    this.name = new.target.name;
    this.status = status;
    this.code = code;
    this.extra = extra;
  }
}

/** One thing wrong with one place of the input. `path` is a JSON pointer such as `/body/amount/value`. */
export interface InputProblem {
  path: string;
  message: string;
}

/** 400: the request is malformed. Says every place that is wrong, and what is allowed there. */
export class BadInputError extends AppError {
  constructor(message: string, problems: InputProblem[] = [], code = 'bad_input') {
    super(400, code, message, problems.length > 0 ? { errors: problems } : {});
  }
}

/** 401: nobody is signed in, or the API key is unknown. */
export class UnauthenticatedError extends AppError {
  constructor(message = 'Sign in first.', code = 'unauthenticated') {
    super(401, code, message);
  }
}

/** 403: known, but not allowed. */
export class ForbiddenError extends AppError {
  constructor(
    message = 'You are not allowed to do this.',
    code = 'forbidden',
    extra: Record<string, unknown> = {},
  ) {
    super(403, code, message, extra);
  }
}

/** 404: no such thing, or not for these eyes. */
export class NotFoundError extends AppError {
  constructor(what: string, id?: string) {
    super(404, 'not_found', id === undefined ? `There is no such ${what}.` : `There is no ${what} "${id}".`);
  }
}

/** 409: true when it was asked, no longer true now. Carries what won. */
export class ConflictError extends AppError {
  constructor(code: string, message: string, extra: Record<string, unknown> = {}) {
    super(409, code, message, extra);
  }
}

/** 422: well-formed, but a rule of the domain refuses it. */
export class RuleError extends AppError {
  constructor(code: string, message: string, extra: Record<string, unknown> = {}) {
    super(422, code, message, extra);
  }
}

/** 429: too many tries; `retryAfterSeconds` says when the next one makes sense. */
export class TooManyRequestsError extends AppError {
  constructor(message: string, retryAfterSeconds: number) {
    super(429, 'too_many_requests', message, { retryAfterSeconds });
  }
}
