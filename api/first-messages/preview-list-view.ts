import { setImmediate as breathe } from 'node:timers/promises';
import { idLists, marks } from '../db/bulk.ts';
import type { Database } from '../db/database.ts';
import { fromJsonColumn } from '../db/json-column.ts';
import type { Disposition, MemberKind, MessageKind } from '../marketplace/contract.ts';
import type { Signal } from '../signals/contract.ts';
import { scan } from '../signals/scan.ts';
import type { HoldReason } from './contract.ts';
import type { PastMessage } from './preview-simulation.ts';

const SLICE = 1_000;
/** Texts read anew in one go: about ten milliseconds of work. */
const SCANS = 200;
const EXCERPT = 160;

interface Row {
  id: string;
  case_id: string | null;
  sender_id: string;
  kind: MessageKind;
  sender_kind: MemberKind;
  received_at: number;
  disposition: Disposition;
  decided_at: number | null;
  hold_reasons: string | null;
  signals: string | null;
  text: string | null;
}

/** Whether the policy of that time looked at severe signals: where it did, a message that passed had none. */
export type LookedAtSignals = (receivedAt: number) => boolean;

export interface Past {
  /** In the order they came. */
  messages: PastMessage[];
  /** How long persons took with those that they decided, ms. */
  handling: number[];
  complete: boolean;
}

function severe(signals: readonly Signal[]): Signal[] {
  return signals.filter((signal) => signal.severity === 'high');
}

/**
 * The newest messages since a time, up to a bound, in slices with a breath between them. Signals are those that were
 * seen; only what passed unseen is read anew, and then without the signals of traffic, which a text alone does not tell.
 */
export async function pastMessages(
  database: Database,
  since: number,
  bound: number,
  lookedAtSignals: LookedAtSignals,
): Promise<Past> {
  const past: Past = { messages: [], handling: [], complete: true };
  let before: readonly [number, string] = [Number.MAX_SAFE_INTEGER, ''];
  let scans = 0;
  for (;;) {
    const rows = await database.select<Row>(
      `select m.id, m.case_id, m.sender_id, m.kind, s.kind as sender_kind, m.received_at, m.disposition,
          c.decided_at, f.hold_reasons, f.signals, case when m.case_id is null then m.text end as text
        from messages m join members s on s.id = m.sender_id
          left join cases c on c.id = m.case_id left join first_messages f on f.message_id = m.id
        where m.received_at >= ? and (m.received_at, m.id) < (?, ?)
        order by m.received_at desc, m.id desc limit ?`,
      [since, ...before, SLICE],
    );
    for (const row of rows) {
      if (past.messages.length === bound) {
        past.complete = false;
        break;
      }
      const unseen = row.text !== null && !lookedAtSignals(row.received_at);
      if (unseen && ++scans % SCANS === 0) await breathe();
      past.messages.push({
        id: row.id,
        caseId: row.case_id,
        senderId: row.sender_id,
        kind: row.kind,
        senderKind: row.sender_kind,
        receivedAt: row.received_at,
        reasons: row.hold_reasons === null ? [] : fromJsonColumn<HoldReason[]>(row.hold_reasons),
        severe: severe(unseen ? scan(row.text as string) : fromJsonColumn<Signal[]>(row.signals ?? '[]')),
        passedInTheEnd: row.disposition === 'released',
      });
      if (row.decided_at !== null) past.handling.push(row.decided_at - row.received_at);
    }
    const last = rows.at(-1);
    if (rows.length < SLICE || last === undefined || !past.complete) break;
    before = [last.received_at, last.id];
    await breathe();
  }
  past.messages.reverse();
  return past;
}

/** When persons released messages of these senders, ascending. What was reversed since does not count, as it does not today. */
export async function releasesOf(
  database: Database,
  senderIds: Iterable<string>,
): Promise<Map<string, number[]>> {
  const releases = new Map<string, number[]>();
  for (const list of idLists(senderIds)) {
    const rows = await database.select<{ sender_id: string; at: number }>(
      `select m.sender_id, c.decided_at as at from messages m join cases c on c.id = m.case_id
        where m.released_by_person and c.decided_at is not null and m.sender_id in (${marks(list.length)})
        order by c.decided_at`,
      list,
    );
    for (const { sender_id: senderId, at } of rows) {
      const known = releases.get(senderId);
      if (known === undefined) releases.set(senderId, [at]);
      else known.push(at);
    }
    await breathe();
  }
  return releases;
}

export async function excerptsOf(database: Database, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await database.select<{ id: string; excerpt: string }>(
    `select id, substr(text, 1, ${EXCERPT}) as excerpt from messages where id in (${marks(ids.length)})`,
    ids,
  );
  return new Map(rows.map((row) => [row.id, row.excerpt]));
}
