import type { Trx } from '../db/database.ts';
import { dialectOf, rowsOf, skipLocked } from '../db/dialect.ts';
import { fromJsonColumn } from '../db/json-column.ts';
import { chunks } from './chunks.ts';

/** The kinds of effect that somebody carries out. */
export type OutboxKind = 'event';

/** One effect that is due. */
export interface DueEffect {
  /** The idempotency key of the effect. */
  id: string;
  kind: OutboxKind;
  type: string;
  caseId: string | null;
  decisionId: string | null;
  data: Record<string, unknown>;
  createdAt: number;
  notBefore: number;
}

interface OutboxRow {
  id: string;
  kind: OutboxKind;
  type: string;
  case_id: string | null;
  decision_id: string | null;
  data: string;
  created_at: number;
  not_before: number;
}

/** The outbox as the relay sees it. */
export function outboxStore(trx: Trx) {
  const dialect = dialectOf(trx);
  return {
    /** Waits until no other relay is at work, so that effects leave in order. Ends with the transaction. */
    async takeTurn(): Promise<void> {
      await trx('turns').where({ name: 'relay-outbox' }).forUpdate().first('name');
    },

    /** What is due, oldest first, locked. What an undo holds at this moment is passed over. */
    async lockDue(kinds: readonly OutboxKind[], now: number, limit: number): Promise<DueEffect[]> {
      const rows = await rowsOf<OutboxRow>(
        trx,
        `select id, kind, type, case_id, decision_id, data, created_at, not_before from outbox
         where status = 'pending' and not_before <= ? and kind in (${kinds.map(() => '?').join(', ')})
         order by not_before, id limit ? ${skipLocked(dialect)}`,
        [now, ...kinds, limit],
      );
      return rows.map((row) => ({
        id: row.id,
        kind: row.kind,
        type: row.type,
        caseId: row.case_id,
        decisionId: row.decision_id,
        data: fromJsonColumn<Record<string, unknown>>(row.data),
        createdAt: row.created_at,
        notBefore: row.not_before,
      }));
    },

    async markSent(ids: readonly string[], now: number): Promise<void> {
      for (const some of chunks(ids)) {
        await trx('outbox')
          .whereIn('id', some)
          .where({ status: 'pending' })
          .update({ status: 'sent', sent_at: now });
      }
    },
  };
}
