import type { Database } from '../db/database.ts';
import { type EventRow, type MarketplaceEvent, presentEvent } from './feed-contract.ts';
import { createOutcomeLog, type OutcomeDependencies } from './webhooks-outcomes.ts';
import { retryDelayMs } from './webhooks-retry.ts';
import type { Send, SendResult } from './webhooks-send.ts';
import { type ClaimedDelivery, ENDPOINT, type Outcome, webhooksStore } from './webhooks-store.ts';

/** So many tries are on their way at once, from one process; a receiver that hangs holds no more than these. */
const SLOTS = 50;
/** Past the time limit of a try, to write down how it went. */
const LEASE_MARGIN_MS = 5_000;
/** One run takes up new deliveries for so long; then it ends, so that the process may. */
const RUN_MS = 5_000;

export interface DispatcherDependencies extends OutcomeDependencies {
  send: Send;
  /** The time limit of one try. */
  timeoutMs: number;
}

/**
 * Sends what is due. The database says what that is, and a lease says who is at it: a process that is killed loses
 * nothing, since what it held is due again when the lease ends.
 */
export interface Dispatcher {
  /**
   * Takes up due deliveries while there are some and a slot is free for them; does not wait for those that a slow
   * receiver holds.
   * @returns how many it took up
   */
  runOnce(): Promise<number>;
  /** Resolves when nothing is on its way any more. */
  idle(): Promise<void>;
  /** Takes up nothing more, and waits for what is on its way. */
  close(): Promise<void>;
}

async function eventsOf(
  database: Database,
  deliveries: readonly ClaimedDelivery[],
): Promise<Map<number, MarketplaceEvent>> {
  const first = deliveries[0]?.eventSeq ?? 0;
  const last = deliveries.at(-1)?.eventSeq ?? 0;
  // usually neighbours; where they are not, the few asked for one by one are still few
  const rows =
    last - first < SLOTS * 4
      ? await database.select<EventRow>(
          'select seq, id, type, data, created_at from events where seq between ? and ?',
          [first, last],
        )
      : (
          await Promise.all(
            deliveries.map(({ eventSeq }) =>
              database.select<EventRow>('select seq, id, type, data, created_at from events where seq = ?', [
                eventSeq,
              ]),
            ),
          )
        ).flat();
  return new Map(rows.map((row) => [row.seq, presentEvent(row)]));
}

export function createDispatcher(deps: DispatcherDependencies): Dispatcher {
  const { database, clock, send, timeoutMs } = deps;
  const saveOutcome = createOutcomeLog(deps);
  const onTheirWay = new Set<Promise<void>>();
  let closed = false;

  function judge(delivery: ClaimedDelivery, at: number, result: SendResult): Outcome {
    const { httpStatus, error, durationMs } = result;
    const tried = { delivery, at, durationMs, httpStatus, error };
    if (error === null) return { ...tried, status: 'delivered', nextAttemptAt: at };
    // what is too large now is too large later
    const delay = error === 'too_large' ? undefined : retryDelayMs(delivery.tries + 1, result.retryAfterMs);
    const now = clock.now();
    return delay === undefined
      ? { ...tried, status: 'failed', nextAttemptAt: now }
      : { ...tried, status: 'pending', nextAttemptAt: now + delay };
  }

  async function deliver(delivery: ClaimedDelivery, url: string, event: MarketplaceEvent): Promise<void> {
    const at = clock.now();
    await saveOutcome(judge(delivery, at, await send(url, event)));
  }

  async function takeUp(): Promise<number> {
    const now = clock.now();
    const free = SLOTS - onTheirWay.size;
    const leaseUntil = now + timeoutMs + LEASE_MARGIN_MS;
    const claimed = await database.transaction((trx) => webhooksStore(trx).claim(now, leaseUntil, free));
    if (claimed.length === 0) return 0;
    const [events, [endpoint]] = await Promise.all([
      eventsOf(database, claimed),
      database.select<{ url: string }>('select url from webhook_endpoints where id = ?', [ENDPOINT]),
    ]);
    for (const delivery of claimed) {
      const event = events.get(delivery.eventSeq);
      if (event === undefined || endpoint === undefined) continue;
      const way = deliver(delivery, endpoint.url, event).finally(() => onTheirWay.delete(way));
      onTheirWay.add(way);
    }
    return claimed.length;
  }

  return {
    async runOnce() {
      let over = false;
      const end = pause(RUN_MS).then(() => {
        over = true;
      });
      let taken = 0;
      while (!closed && !over) {
        if (onTheirWay.size >= SLOTS) {
          await Promise.race([...onTheirWay, end]);
          continue;
        }
        const more = await takeUp();
        if (more === 0) break;
        taken += more;
      }
      return taken;
    },
    async idle() {
      while (onTheirWay.size > 0) await Promise.all(onTheirWay);
    },
    async close() {
      closed = true;
      await this.idle();
    },
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
