import { newId } from '../core/ids.ts';
import type { Db } from '../db/database.ts';
import { dialectOf, materialized, rowsOf, skipLocked } from '../db/dialect.ts';
import { chunks } from '../jobs/chunks.ts';
import type { EventRow } from './feed-contract.ts';
import type { DeliveryStatus } from './webhooks-contract.ts';

/** There is one marketplace, so there is one endpoint; its address may change, what waits for it stays. */
export const ENDPOINT = 'marketplace';

export interface EndpointRow {
  id: string;
  url: string;
  status: 'enabled' | 'disabled';
  disabled_reason: string | null;
  disabled_at: number | null;
  created_at: number;
}

/** A delivery that this process holds until `leaseUntil`. */
export interface ClaimedDelivery {
  id: string;
  eventSeq: number;
  tries: number;
  leaseUntil: number;
  requestedBy: string | null;
  requestedByName: string | null;
}

/** What becomes of a delivery after a try. */
export interface Outcome {
  delivery: ClaimedDelivery;
  at: number;
  durationMs: number;
  httpStatus: number | null;
  error: string | null;
  status: DeliveryStatus;
  nextAttemptAt: number;
}

interface ClaimedRow {
  id: string;
  event_seq: number;
  tries: number;
  requested_by: string | null;
  requested_by_name: string | null;
}

/** Writes of the delivery log. */
export function webhooksStore(db: Db) {
  return {
    async putEndpoint(url: string, now: number): Promise<void> {
      await db('webhook_endpoints').insert({ id: ENDPOINT, url, created_at: now }).onConflict('id').ignore();
    },

    /** @returns whether the address was another one; then the endpoint is enabled again */
    async moveEndpoint(url: string): Promise<boolean> {
      const moved = await db('webhook_endpoints')
        .where({ id: ENDPOINT })
        .whereNot({ url })
        .update({ url, status: 'enabled', disabled_reason: null, disabled_at: null });
      return moved > 0;
    },

    /** @returns whether it was enabled until now */
    async disableEndpoint(reason: string, now: number): Promise<boolean> {
      const disabled = await db('webhook_endpoints')
        .where({ id: ENDPOINT, status: 'enabled' })
        .update({ status: 'disabled', disabled_reason: reason, disabled_at: now });
      return disabled > 0;
    },

    /** @returns whether it was disabled until now */
    async enableEndpoint(): Promise<boolean> {
      const enabled = await db('webhook_endpoints')
        .where({ id: ENDPOINT, status: 'disabled' })
        .update({ status: 'enabled', disabled_reason: null, disabled_at: null });
      return enabled > 0;
    },

    async insertDeliveries(events: readonly EventRow[], now: number): Promise<void> {
      const rows = events.map((event) => ({
        id: newId('whd'),
        event_seq: event.seq,
        event_id: event.id,
        endpoint_id: ENDPOINT,
        next_attempt_at: now,
        created_at: now,
      }));
      for (const some of chunks(rows)) await db('webhook_deliveries').insert(some);
    },

    /** Takes up to `limit` due deliveries for this process until `leaseUntil`. Others step over them. */
    async claim(now: number, leaseUntil: number, limit: number): Promise<ClaimedDelivery[]> {
      const dialect = dialectOf(db);
      const rows = await rowsOf<ClaimedRow>(
        db,
        `with due as ${materialized(dialect)} (
           select id from webhook_deliveries
           where status = 'pending' and next_attempt_at <= ? and locked_until <= ?
             and exists (select 1 from webhook_endpoints where id = endpoint_id and status = 'enabled')
           order by next_attempt_at, event_seq limit ? ${skipLocked(dialect)}
         )
         update webhook_deliveries set locked_until = ? where id in (select id from due)
         returning id, event_seq, tries, requested_by, requested_by_name`,
        [now, now, limit, leaseUntil],
      );
      return rows
        .map((row) => ({
          id: row.id,
          eventSeq: row.event_seq,
          tries: row.tries,
          leaseUntil,
          requestedBy: row.requested_by,
          requestedByName: row.requested_by_name,
        }))
        .sort((a, b) => a.eventSeq - b.eventSeq);
    },

    async insertAttempts(outcomes: readonly Outcome[]): Promise<void> {
      const rows = outcomes.map(({ delivery, at, durationMs, httpStatus, error }) => ({
        id: newId('wha'),
        delivery_id: delivery.id,
        at,
        duration_ms: durationMs,
        http_status: httpStatus,
        error,
        manual: delivery.requestedBy !== null,
        requested_by: delivery.requestedBy,
        requested_by_name: delivery.requestedByName,
      }));
      for (const some of chunks(rows)) await db('webhook_attempts').insert(some);
    },

    /** What arrived has arrived, even where the lease had ended and somebody else is at it. */
    async markDelivered(ids: readonly string[], httpStatus: number, now: number): Promise<void> {
      for (const some of chunks(ids)) {
        await db('webhook_deliveries')
          .whereIn('id', some)
          .where({ status: 'pending' })
          .update({
            status: 'delivered',
            tries: db.raw('tries + 1'),
            locked_until: 0,
            delivered_at: now,
            last_status: httpStatus,
            last_error: null,
            requested_by: null,
            requested_by_name: null,
          });
      }
    },

    /** Puts a delivery back, or gives it up; only for who still holds it. */
    async markTried({ delivery, status, nextAttemptAt, httpStatus, error }: Outcome): Promise<void> {
      await db('webhook_deliveries')
        .where({ id: delivery.id, status: 'pending', locked_until: delivery.leaseUntil })
        .update({
          status,
          tries: delivery.tries + 1,
          locked_until: 0,
          next_attempt_at: nextAttemptAt,
          last_status: httpStatus,
          last_error: error,
          requested_by: null,
          requested_by_name: null,
        });
    },

    /** Begins a new round of tries. @returns false where there is no such delivery, or it is being sent right now */
    async restart(id: string, by: { id: string; name: string }, now: number): Promise<boolean> {
      const restarted = await db('webhook_deliveries').where({ id }).where('locked_until', '<=', now).update({
        status: 'pending',
        tries: 0,
        next_attempt_at: now,
        requested_by: by.id,
        requested_by_name: by.name,
      });
      return restarted > 0;
    },

    async endpoint(): Promise<EndpointRow | undefined> {
      return (await db('webhook_endpoints').where({ id: ENDPOINT }).first()) as EndpointRow | undefined;
    },

    async eventOfDelivery(id: string): Promise<string | undefined> {
      const row = await db<{ id: string; event_id: string }>('webhook_deliveries')
        .where({ id })
        .first('event_id');
      return row?.event_id;
    },

    /** Deletes up to `limit` attempts from before `before`. @returns how many there were */
    async purgeAttempts(before: number, limit: number): Promise<number> {
      return db('webhook_attempts')
        .whereIn(
          'id',
          db('webhook_attempts').select('id').where('at', '<', before).orderBy('at').limit(limit),
        )
        .delete();
    },
  };
}
