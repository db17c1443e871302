/** An event of a case by one person, as the log has it; in the order of time. */
export interface OwnEvent {
  stream: string;
  type: string;
  at: number;
}

const TAKING = new Set(['case.claimed', 'case.taken_over']);

/**
 * How long each case was in front of the person who decided it, ms. A case is claimed while the one before is still on
 * screen, so its time begins with its claim or with the end of the one before, whichever is later. Cases decided in
 * bulk were never claimed, and tell nothing.
 */
export function handlingTimes(events: readonly OwnEvent[]): number[] {
  const claimedAt = new Map<string, number>();
  const times: number[] = [];
  let freeSince = 0;
  for (const { stream, type, at } of events) {
    if (TAKING.has(type)) {
      claimedAt.set(stream, at);
      continue;
    }
    const claimed = claimedAt.get(stream);
    if (claimed !== undefined && type !== 'case.skipped') times.push(at - Math.max(claimed, freeSince));
    claimedAt.delete(stream);
    freeSince = at;
  }
  return times;
}

export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : Math.round(((sorted[middle - 1] as number) + upper) / 2);
}
