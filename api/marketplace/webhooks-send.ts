import type { Clock } from '../core/clock.ts';
import type { MarketplaceEvent } from './feed-contract.ts';
import { parseRetryAfter } from './webhooks-retry.ts';
import { signWebhook } from './webhooks-sign.ts';

/** How one try went. `error` is null where the receiver took the event. */
export interface SendResult {
  httpStatus: number | null;
  /** A code: `timeout`, `redirect`, `http_error`, `gone`, `too_large`, or what the connection failed with. */
  error: string | null;
  retryAfterMs: number;
  durationMs: number;
}

export interface SenderSettings {
  secrets: readonly string[];
  timeoutMs: number;
  clock: Clock;
}

export type Send = (url: string, event: MarketplaceEvent) => Promise<SendResult>;

const BODY_LIMIT = 20_000;
/** More of an answer than this is not waited for; only its status says anything. */
const ANSWER_LIMIT = 64 * 1024;

const CODES: Record<string, string> = {
  ECONNREFUSED: 'connection_refused',
  ECONNRESET: 'connection_reset',
  UND_ERR_SOCKET: 'connection_reset',
  EPIPE: 'connection_reset',
  ENOTFOUND: 'unknown_host',
  EAI_AGAIN: 'unknown_host',
  ETIMEDOUT: 'timeout',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
};

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'network';
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'timeout';
  const cause = error.cause as { code?: string; errors?: { code?: string }[] } | undefined;
  const code = cause?.code ?? cause?.errors?.[0]?.code ?? '';
  return CODES[code] ?? (/^(CERT_|ERR_TLS_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/.test(code) ? 'tls' : 'network');
}

function errorOf(status: number): string | null {
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400) return 'redirect';
  return status === 410 ? 'gone' : 'http_error';
}

/** Reads the answer away, so that the connection can be used again; what is too long is cut off. */
async function readAway(response: Response): Promise<void> {
  if (response.body === null) return;
  let read = 0;
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    read += chunk.byteLength;
    if (read > ANSWER_LIMIT) break;
  }
}

/** Sends one event once, signed. Never throws: what went wrong is the answer. */
export function createSender({ secrets, timeoutMs, clock }: SenderSettings): Send {
  return async (url, event) => {
    const begun = performance.now();
    const result = (httpStatus: number | null, error: string | null, retryAfterMs = 0): SendResult => ({
      httpStatus,
      error,
      retryAfterMs,
      durationMs: Math.round(performance.now() - begun),
    });
    const body = JSON.stringify(event);
    if (Buffer.byteLength(body) > BODY_LIMIT) return result(null, 'too_large');
    const timestamp = Math.floor(clock.now() / 1000);
    let status: number | null = null;
    try {
      const response = await fetch(url, {
        method: 'POST',
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
        headers: {
          'content-type': 'application/json',
          'user-agent': 'Gatehouse-Webhooks/1.0',
          'webhook-id': event.id,
          'webhook-timestamp': String(timestamp),
          'webhook-signature': signWebhook(event.id, timestamp, body, secrets),
        },
        body,
      });
      ({ status } = response);
      await readAway(response);
      return result(
        status,
        errorOf(status),
        parseRetryAfter(response.headers.get('retry-after'), clock.now()),
      );
    } catch (error) {
      return result(status, codeOf(error));
    }
  };
}
