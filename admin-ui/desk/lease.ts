/** A case that this person holds: a decision without the live token is refused. `expiresAt` in ms. */
export interface Lease {
  token: string;
  expiresAt: number;
}

/** How often a lease is renewed while the page is being looked at. */
export const HEARTBEAT_MS = 60_000;
/** From here on the countdown is loud. */
const LOUD_MS = 60_000;

export interface Countdown {
  /** Milliseconds left; never below zero. */
  left: number;
  /** `quiet`: nothing to worry about; `loud`: soon over; `over`. */
  tone: 'quiet' | 'loud' | 'over';
  /** `4:05`. */
  text: string;
}

export function countdown(expiresAt: number, now: number): Countdown {
  const left = Math.max(0, expiresAt - now);
  const seconds = Math.ceil(left / 1000);
  const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return { left, tone: left === 0 ? 'over' : left <= LOUD_MS ? 'loud' : 'quiet', text };
}

/**
 * Whether to renew now. Only while the page is visible and has the focus: a case on a forgotten tab goes back into the
 * queue by itself.
 */
export function isBeatDue(lastBeat: number, now: number, attended: boolean): boolean {
  return attended && now - lastBeat >= HEARTBEAT_MS;
}
