import { can, type StaffActor } from '../core/actor.ts';
import { toIso, toIsoOrNull } from '../core/clock.ts';
import type { Database } from '../db/database.ts';
import { decodeCursor, toPage } from '../http/paging.ts';
import { presentEvent } from './feed-contract.ts';
import type {
  DeliveriesQuery,
  DeliveryStatus,
  WebhookDelivery,
  WebhookDeliveryDetail,
  WebhookEndpoint,
} from './webhooks-contract.ts';
import { ENDPOINT, type EndpointRow } from './webhooks-store.ts';

interface DeliveryRow {
  id: string;
  event_seq: number;
  event_id: string;
  type: string;
  case_id: string | null;
  data: string;
  event_created_at: number;
  status: DeliveryStatus;
  tries: number;
  created_at: number;
  next_attempt_at: number;
  locked_until: number;
  delivered_at: number | null;
  last_status: number | null;
  last_error: string | null;
}

interface AttemptRow {
  id: string;
  at: number;
  duration_ms: number;
  http_status: number | null;
  error: string | null;
  requested_by: string | null;
  requested_by_name: string | null;
}

const DELIVERY = `select d.id, d.event_seq, d.event_id, e.type, e.case_id, e.data, e.created_at as event_created_at,
    d.status, d.tries, d.created_at, d.next_attempt_at, d.locked_until, d.delivered_at, d.last_status, d.last_error
  from webhook_deliveries d join events e on e.seq = d.event_seq`;
const ATTEMPTS = `select id, at, duration_ms, http_status, error, requested_by, requested_by_name
  from webhook_attempts where delivery_id = ? order by at desc, id desc limit 100`;
const COUNT = `select count(*) as n from
  (select 1 from webhook_deliveries where status = ? limit 1001) as counted`;
const OLDEST = `select created_at from webhook_deliveries where status = 'pending'
  order by event_seq limit 1`;

function present(row: DeliveryRow): WebhookDelivery {
  return {
    id: row.id,
    eventId: row.event_id,
    eventType: row.type,
    caseId: row.case_id,
    status: row.status,
    tries: row.tries,
    createdAt: toIso(row.created_at),
    nextAttemptAt: row.status === 'pending' ? toIso(row.next_attempt_at) : null,
    deliveredAt: toIsoOrNull(row.delivered_at),
    lastStatus: row.last_status,
    lastError: row.last_error,
  };
}

function presentAttempt(row: AttemptRow): WebhookDeliveryDetail['attempts'][number] {
  return {
    id: row.id,
    at: toIso(row.at),
    durationMs: row.duration_ms,
    httpStatus: row.http_status,
    error: row.error,
    requestedBy:
      row.requested_by === null ? null : { id: row.requested_by, name: row.requested_by_name ?? '' },
  };
}

/** Reads of the delivery log: what staff see of it. */
export function webhooksView(database: Database) {
  return {
    /** Deliveries, newest event first. */
    async page({ status, caseId, cursor, limit }: DeliveriesQuery) {
      const conditions: string[] = [];
      const bindings: unknown[] = [];
      if (status !== undefined) {
        conditions.push('d.status = ?');
        bindings.push(status);
      }
      if (caseId !== undefined) {
        conditions.push('e.case_id = ?');
        bindings.push(caseId);
      }
      if (cursor !== undefined) {
        conditions.push('(d.event_seq, d.id) < (?, ?)');
        bindings.push(...decodeCursor(cursor, ['number', 'string']));
      }
      const where = conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`;
      const rows = await database.select<DeliveryRow>(
        `${DELIVERY} ${where} order by d.event_seq desc, d.id desc limit ?`,
        [...bindings, limit + 1],
      );
      return toPage(rows, limit, (row) => [row.event_seq, row.id], present);
    },

    async delivery(id: string, actor: StaffActor, now: number): Promise<WebhookDeliveryDetail | undefined> {
      const [row] = await database.select<DeliveryRow>(`${DELIVERY} where d.id = ?`, [id]);
      if (row === undefined) return undefined;
      const attempts = await database.select<AttemptRow>(ATTEMPTS, [id]);
      return {
        ...present(row),
        event: presentEvent({ ...row, id: row.event_id, created_at: row.event_created_at }),
        attempts: attempts.map(presentAttempt),
        allowedActions: can(actor, 'webhooks.manage') && row.locked_until <= now ? ['redeliver'] : [],
      };
    },

    async endpoint(actor: StaffActor): Promise<WebhookEndpoint | undefined> {
      const [row] = await database.select<EndpointRow>('select * from webhook_endpoints where id = ?', [
        ENDPOINT,
      ]);
      if (row === undefined) return undefined;
      const [[waiting], [failed], [oldest]] = await Promise.all([
        database.select<{ n: number }>(COUNT, ['pending']),
        database.select<{ n: number }>(COUNT, ['failed']),
        database.select<{ created_at: number }>(OLDEST, []),
      ]);
      return {
        url: row.url,
        status: row.status,
        disabledReason: row.disabled_reason,
        disabledAt: toIsoOrNull(row.disabled_at),
        createdAt: toIso(row.created_at),
        waiting: waiting?.n ?? 0,
        oldestWaitingSince: toIsoOrNull(oldest?.created_at),
        failed: failed?.n ?? 0,
        allowedActions: row.status === 'disabled' && can(actor, 'webhooks.manage') ? ['enable'] : [],
      };
    },
  };
}

export type WebhooksView = ReturnType<typeof webhooksView>;
