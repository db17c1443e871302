import { randomUUID } from 'node:crypto';
import type { FloorDatabase, FloorTransaction } from './floor-database.ts';

/**
 * The writes of the product, stripped of everything but their statements: no rules, no checks, no scanning, no hashing
 * (the event's hash is a constant).
 */

const HASH = 'f'.repeat(64);
const LEASE_MS = 300_000;

const INSERT_EVENT = `insert into audit_events
  (stream, seq, at, actor_kind, actor_id, actor_name, type, data, prev_hash, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

function event(trx: FloorTransaction, stream: string, seq: number, at: number, type: string, data: object) {
  const actor = ['staff', 'bench-staff', 'Bench'];
  return trx.rows(INSERT_EVENT, [stream, seq, at, ...actor, type, JSON.stringify(data), HASH, HASH]);
}

/** That somebody looked at a case: an event in a chain of their own. */
export function view(database: FloorDatabase, caseId: string): Promise<void> {
  return database.transaction(async (trx) => {
    const now = Date.now();
    const [head] = await trx.rows<{ seq: number }>(
      `insert into audit_streams (stream, seq, head) values (?, 1, ?)
        on conflict (stream) do update set seq = audit_streams.seq + 1 returning seq`,
      ['access:bench', HASH],
    );
    await event(trx, 'access:bench', head?.seq ?? 1, now, 'case.viewed', { caseId });
  });
}

const NEXT_CASE = `select id from cases where queue = 'first-messages' and status = 'open' and lease_holder is null
  order by rank, due_at, opened_at, id limit 1`;

/** The most urgent case, with its event. */
export function claimNext(database: FloorDatabase, staffId: string, lock: string): Promise<unknown> {
  return database.transaction(async (trx) => {
    const now = Date.now();
    const [row] = await trx.rows<{ id: string; event_seq: number }>(
      `update cases set lease_holder = ?, lease_token = ?, lease_expires_at = ?, event_seq = event_seq + 1
        where id = (${NEXT_CASE} ${lock}) returning *`,
      [staffId, randomUUID(), now + LEASE_MS],
    );
    if (row !== undefined)
      await event(trx, `case:${row.id}`, row.event_seq, now, 'case.claimed', { staffId });
    return row ?? null;
  });
}

export interface FloorDecision {
  caseId: string;
  version: number;
  leaseToken: string;
  outcome: string;
}

/** The guarded update, the decision, the event and the outbox row, in one transaction. */
export function decide(database: FloorDatabase, { caseId, version, leaseToken, outcome }: FloorDecision) {
  return database.transaction(async (trx) => {
    const now = Date.now();
    const decisionId = `dec_${randomUUID()}`;
    const [row] = await trx.rows<{ event_seq: number }>(
      `update cases set status = 'decided', version = version + 1, lease_holder = null, lease_token = null,
          lease_expires_at = 0, decision_id = ?, outcome = ?, decided_by = ?, decided_at = ?, event_seq = event_seq + 1
        where id = ? and status = 'open' and version = ? and lease_token = ? and lease_expires_at > ? returning *`,
      [decisionId, outcome, 'bench-staff', now, caseId, version, leaseToken, now],
    );
    if (row === undefined) return null;
    await trx.rows(
      `insert into decisions (id, case_id, round, status, outcome, decided_by, decided_by_name, decided_at, undo_until,
          details, before) values (?, ?, 1, 'applied', ?, ?, ?, ?, ?, '{}', '{}')`,
      [decisionId, caseId, outcome, 'bench-staff', 'Bench', now, now + 600_000],
    );
    await event(trx, `case:${caseId}`, row.event_seq, now, 'case.decided', { decisionId, outcome });
    await trx.rows(
      `insert into outbox (id, kind, type, case_id, decision_id, data, created_at, not_before)
        values (?, 'event', 'message.released', ?, ?, ?, ?, ?)`,
      [`evt_${randomUUID()}`, caseId, decisionId, JSON.stringify({ caseId, outcome }), now, now + 600_000],
    );
    return row;
  });
}

export interface FloorMessage {
  id: string;
  conversationId: string;
  senderId: string;
  recipientId: string;
  kind: string;
  text: string;
  sentAt: string;
}

/** What intake reads and writes for one message; held or not follows from the sender's trust alone. */
export function ingest(database: FloorDatabase, message: FloorMessage): Promise<unknown> {
  return database.transaction(async (trx) => {
    const now = Date.now();
    const { id, senderId } = message;
    await trx.rows('select id from messages where id = ?', [id]);
    await trx.rows('select id, kind, locale from members where id in (?, ?)', [
      senderId,
      message.recipientId,
    ]);
    const released = await trx.rows(
      'select 1 from messages where sender_id = ? and released_by_person limit 3',
      [senderId],
    );
    await trx.rows('select 1 from messages where sender_id = ? and received_at > ? limit 200', [
      senderId,
      now - 3_600_000,
    ]);
    await trx.rows('select sender_id from messages where text_key = ? and received_at > ? limit 200', [
      id,
      now - 86_400_000,
    ]);
    const held = released.length < 3;
    const caseId = held ? `case_${randomUUID()}` : null;
    if (caseId !== null) {
      await trx.rows(
        `insert into cases (id, queue, subject_type, subject_id, due_at, opened_at, locale, event_seq, event_head)
          values (?, 'first-messages', 'message', ?, ?, ?, 'und', 1, ?)`,
        [caseId, id, now + 14_400_000, now, HASH],
      );
      await event(trx, `case:${caseId}`, 1, now, 'case.opened', { messageId: id });
    }
    await trx.rows(
      `insert into messages (id, conversation_id, sender_id, recipient_id, kind, text, sent_at, received_at,
          content_hash, disposition, case_id, text_key) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        id,
        message.conversationId,
        senderId,
        message.recipientId,
        message.kind,
        message.text,
        Date.parse(message.sentAt),
        now,
        HASH,
        held ? 'held' : 'released',
        caseId,
        id,
      ],
    );
    if (caseId !== null) {
      await trx.rows(
        `insert into first_messages (message_id, case_id, sender_id, hold_reasons, signals, policy_version)
          values (?, ?, ?, '[]', '[]', 0)`,
        [id, caseId, senderId],
      );
    }
    return { id, disposition: held ? 'held' : 'released', caseId };
  });
}
