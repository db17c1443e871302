/** Where "now" comes from. Milliseconds since the Unix epoch, UTC. Injected, so that tests never sleep. */
export interface Clock {
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** ISO 8601 in UTC with milliseconds: how every time leaves the API. */
export function toIso(ms: number): string {
  return new Date(ms).toISOString();
}

/** As `toIso`, for a time that may not have happened. */
export function toIsoOrNull(ms: number | null | undefined): string | null {
  return ms === null || ms === undefined ? null : toIso(ms);
}
