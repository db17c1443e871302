import { canonicalJson, sha256 } from '../core/json.ts';
import type { AuditEntry, ChainHead, Stream } from './contract.ts';

/** The row of an event as the database holds it. `data` is canonical JSON. */
export interface EventRow {
  stream: string;
  seq: number;
  at: number;
  actor_kind: string;
  actor_id: string;
  actor_name: string;
  type: string;
  data: string;
  prev_hash: string;
  hash: string;
}

/** Where a chain begins: a hash of its own name, so that chains cannot be exchanged for each other. */
export function emptyHead(stream: Stream): ChainHead {
  return { seq: 0, hash: sha256(`gatehouse audit ${stream}`) };
}

/** SHA-256 over the previous hash and everything the event says, its place included. */
export function hashOf(event: Omit<EventRow, 'hash'>): string {
  return sha256(
    [
      event.prev_hash,
      event.stream,
      event.seq,
      event.at,
      event.actor_kind,
      event.actor_id,
      JSON.stringify(event.actor_name),
      event.type,
      event.data,
    ].join('\n'),
  );
}

/** The row that follows `head` in the chain `stream`. */
export function nextEvent(stream: Stream, head: ChainHead, entry: AuditEntry, at: number): EventRow {
  const event = {
    stream,
    seq: head.seq + 1,
    at,
    actor_kind: entry.actor.kind,
    actor_id: entry.actor.id,
    actor_name: entry.actor.name,
    type: entry.type,
    data: canonicalJson(entry.data),
    prev_hash: head.hash,
  };
  return { ...event, hash: hashOf(event) };
}
