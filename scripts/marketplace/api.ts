/** What Gatehouse answered instead of doing it: the problem's `code` and words. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, detail: string) {
    super(`${status} ${code}: ${detail}`);
    this.status = status;
    this.code = code;
  }
}

export interface GatehouseApi {
  get<T>(path: string): Promise<T>;
  put<T>(path: string, body: unknown): Promise<T>;
  post<T>(path: string, body: unknown, idempotencyKey: string): Promise<T>;
  delete(path: string): Promise<void>;
}

/**
 * Calls `/v1` as the marketplace does: with its key, and again where Gatehouse cannot be reached for a moment. Every
 * write may be repeated: it is idempotent by its id.
 * @throws Refused where Gatehouse refuses the call
 */
export function gatehouseApi(url: string, key: string, signal: AbortSignal): GatehouseApi {
  async function once(method: string, path: string, body: unknown, headers: Record<string, string>) {
    const response = await fetch(new URL(path, url), {
      method,
      signal: AbortSignal.any([signal, AbortSignal.timeout(10_000)]),
      headers: {
        authorization: `Bearer ${key}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (response.ok) return text === '' ? undefined : (JSON.parse(text) as unknown);
    const problem = JSON.parse(text || '{}') as { code?: string; detail?: string };
    throw new Refused(response.status, problem.code ?? 'unknown', problem.detail ?? text.slice(0, 200));
  }

  async function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    for (let attempt = 1; ; attempt++) {
      try {
        return await once(method, path, body, headers);
      } catch (error) {
        const passing = !(error instanceof Refused) || error.status === 503 || error.status === 429;
        if (!passing || attempt >= 5 || signal.aborted) throw error;
        await new Promise((resolve) => setTimeout(resolve, 250 * 2 ** attempt));
      }
    }
  }

  return {
    get: async <T>(path: string) => (await call('GET', path)) as T,
    put: async <T>(path: string, body: unknown) => (await call('PUT', path, body)) as T,
    post: async <T>(path: string, body: unknown, idempotencyKey: string) =>
      (await call('POST', path, body, { 'idempotency-key': idempotencyKey })) as T,
    delete: async (path) => {
      await call('DELETE', path);
    },
  };
}
