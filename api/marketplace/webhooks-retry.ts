const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** The pauses between the tries of a delivery, as Standard Webhooks 1.0 recommends them. */
export const RETRY_DELAYS_MS: readonly number[] = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];

const LONGEST_MS = 24 * HOUR;

/**
 * How long to wait after a failed try; undefined: that was the last one.
 * @param tries how many there have been, this one included
 * @param retryAfterMs what the receiver asked for; it can only make the pause longer, to a day at most
 */
export function retryDelayMs(tries: number, retryAfterMs = 0): number | undefined {
  const delay = RETRY_DELAYS_MS[tries - 1];
  return delay === undefined ? undefined : Math.max(delay, Math.min(retryAfterMs, LONGEST_MS));
}

/** The header `Retry-After` in milliseconds: seconds, or a date. 0 where it says nothing of use. */
export function parseRetryAfter(header: string | null, now: number): number {
  if (header === null) return 0;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * SECOND;
  const at = Date.parse(header);
  return Number.isNaN(at) ? 0 : Math.max(0, at - now);
}
