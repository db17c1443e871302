import type { Clock } from '../core/clock.ts';
import { newId } from '../core/ids.ts';
import { insertInto } from '../db/bulk.ts';
import type { Db } from '../db/database.ts';
import { toJsonColumn } from '../db/json-column.ts';

/** The events that the marketplace may learn of (design §5). */
export type EventType = 'message.released' | 'message.rejected' | 'message.removed' | 'notice.created';

/** One effect on the outside, to happen after the commit, not before `notBefore` (ms). */
export interface OutboxEntry {
  /** What carries it out: `event` goes to the marketplace by feed and webhook. */
  kind: 'event';
  type: EventType;
  caseId: string | null;
  decisionId: string | null;
  /** Ids, outcome and reason code; never a member's text or contact data. */
  data: Record<string, unknown>;
  notBefore: number;
}

/** Effects written in the transaction of the state that causes them (house rule 5). */
export interface Outbox {
  /** Adds effects; the id of each is its idempotency key. */
  add(entries: readonly OutboxEntry[]): Promise<string[]>;
  /**
   * Cancels what a decision was going to cause.
   * @returns false where some of it has already left: then nothing was changed that a rollback would not undo
   */
  cancel(decisionId: string): Promise<boolean>;
}

export function createOutbox({ clock }: { clock: Clock }): (db: Db) => Outbox {
  return (db) => ({
    async add(entries) {
      if (entries.length === 0) return [];
      const now = clock.now();
      const rows = entries.map((entry) => ({
        id: newId('evt'),
        kind: entry.kind,
        type: entry.type,
        case_id: entry.caseId,
        decision_id: entry.decisionId,
        data: toJsonColumn(entry.data),
        created_at: now,
        not_before: entry.notBefore,
      }));
      await insertInto(db, 'outbox', rows);
      return rows.map((row) => row.id);
    },

    async cancel(decisionId) {
      // Updating locks the rows against the relay; what is not pending any more has left.
      await db('outbox')
        .where({ decision_id: decisionId, status: 'pending' })
        .update({ status: 'cancelled' });
      const left = (await db('outbox')
        .where({ decision_id: decisionId, status: 'sent' })
        .first('id')) as unknown;
      return left === undefined;
    },
  });
}
