import { BadInputError } from '../core/errors.ts';
import type { Database } from '../db/database.ts';
import { encodeCursor } from '../http/paging.ts';
import { type EventRow, type MarketplaceEvent, presentEvent } from './feed-contract.ts';

export interface FeedSlice {
  items: MarketplaceEvent[];
  /** Where to go on: the cursor that was asked with, where there was nothing newer. */
  nextCursor: string;
}

/** The feed of everything decided, in order, forever re-readable. */
export interface Feed {
  /** @throws BadInputError where `after` is not a cursor of this feed */
  read(after: string | undefined, limit: number): Promise<FeedSlice>;
}

const SLICE = 'select seq, id, type, data, created_at from events where seq > ? order by seq limit ?';

function wrongCursor(message: string): BadInputError {
  return new BadInputError(message, [{ path: '/query/after', message: 'must be a nextCursor of this feed' }]);
}

function positionOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  let values: unknown;
  try {
    values = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    values = undefined;
  }
  const seq: unknown = Array.isArray(values) && values.length === 1 ? values[0] : undefined;
  if (typeof seq === 'number' && Number.isSafeInteger(seq) && seq >= 0) return seq;
  throw wrongCursor('The cursor is not one that this feed gave out. Start again without one.');
}

export function createFeed({ database }: { database: Database }): Feed {
  return {
    async read(after, limit) {
      const position = positionOf(after);
      const rows = await database.select<EventRow>(SLICE, [position, limit]);
      const last = rows.at(-1);
      if (last !== undefined) return { items: rows.map(presentEvent), nextCursor: encodeCursor([last.seq]) };
      // A reader ahead of the feed (a restored database, another system's cursor) would miss what comes next.
      const [head] = await database.select<{ seq: number }>('select seq from feed_head', []);
      if (position > (head?.seq ?? 0)) {
        throw wrongCursor('The cursor is ahead of this feed. Start again without one.');
      }
      return { items: [], nextCursor: after ?? encodeCursor([0]) };
    },
  };
}
