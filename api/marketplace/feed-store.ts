import type { Trx } from '../db/database.ts';
import { rowsOf } from '../db/dialect.ts';
import { toJsonColumn } from '../db/json-column.ts';
import { chunks } from '../jobs/chunks.ts';
import type { DueEffect } from '../jobs/outbox-store.ts';
import type { EventRow } from './feed-contract.ts';

/**
 * Appends effects to the feed, in their order. The numbers come from one row that stays locked until the commit: so they
 * have no gaps, they become visible in their order, and a reader who has seen one has seen all before it.
 */
export async function appendEvents(trx: Trx, effects: readonly DueEffect[]): Promise<EventRow[]> {
  const [head] = await rowsOf<{ seq: number }>(
    trx,
    'update feed_head set seq = seq + ? where id = 1 returning seq',
    [effects.length],
  );
  if (head === undefined) throw new Error('The row of feed_head is missing.');
  const first = head.seq - effects.length + 1;
  const rows = effects.map((effect, i) => ({
    seq: first + i,
    id: effect.id,
    type: effect.type,
    case_id: effect.caseId,
    data: toJsonColumn(effect.caseId === null ? effect.data : { ...effect.data, caseId: effect.caseId }),
    created_at: effect.createdAt,
  }));
  for (const some of chunks(rows)) await trx('events').insert(some);
  return rows;
}
