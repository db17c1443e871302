/** What the API says when it refuses (RFC 9457). `code` is stable; `detail` is a sentence in English for logs. */
export interface Problem {
  status: number;
  code: string;
  detail: string;
  errors?: { path: string; message: string }[];
  [more: string]: unknown;
}

/** A refusal of the API, as react-admin likes it (`status`, `message`, `body`), with the problem document. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly body: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.name = 'ApiError';
    this.status = problem.status;
    this.code = problem.code;
    this.body = problem;
  }
}

export type Query = Readonly<Record<string, string | number | boolean | undefined | null>>;

function address(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return text === '' ? `/api${path}` : `/api${path}?${text}`;
}

async function problemOf(response: Response): Promise<ApiError> {
  const fallback: Problem = { status: response.status, code: 'unknown', detail: response.statusText };
  const body = (await response.json().catch(() => fallback)) as Partial<Problem>;
  return new ApiError({ ...fallback, ...body });
}

async function call<T>(
  method: string,
  path: string,
  options: { query?: Query; body?: unknown; signal?: AbortSignal },
): Promise<T> {
  let response: Response;
  try {
    response = await fetch(address(path, options.query), {
      method,
      credentials: 'same-origin',
      headers: options.body === undefined ? {} : { 'content-type': 'application/json' },
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    });
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new ApiError({ status: 0, code: 'offline', detail: 'The server cannot be reached.' });
  }
  if (!response.ok) throw await problemOf(response);
  if (response.status === 204) return undefined as T;
  return (await response.json()) as T;
}

/** Calls of the API. Paths begin after `/api`. @throws ApiError */
export const api = {
  get: <T>(path: string, query?: Query, signal?: AbortSignal) =>
    call<T>('GET', path, {
      ...(query === undefined ? {} : { query }),
      ...(signal === undefined ? {} : { signal }),
    }),
  post: <T>(path: string, body: unknown = undefined) => call<T>('POST', path, { body }),
  put: <T>(path: string, body: unknown = undefined) => call<T>('PUT', path, { body }),
  patch: <T>(path: string, body: unknown) => call<T>('PATCH', path, { body }),
  delete: <T>(path: string) => call<T>('DELETE', path, {}),
};

export function isApiError(error: unknown): error is ApiError {
  return error instanceof ApiError;
}
