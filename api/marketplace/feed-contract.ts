import { z } from 'zod';
import { toIso } from '../core/clock.ts';
import { fromJsonColumn } from '../db/json-column.ts';

/** What the marketplace learns of: by the feed, and by webhook, in the same words. */
export const MarketplaceEvent = z
  .object({
    id: z.string().meta({ description: 'Also the `webhook-id` of its delivery.' }),
    type: z.string().meta({ examples: ['message.released'] }),
    createdAt: z.iso.datetime(),
    data: z
      .looseObject({ caseId: z.string().optional() })
      .meta({ description: 'Ids, outcome and reason code; `caseId` wherever a case decided it.' }),
  })
  .meta({ id: 'MarketplaceEvent' });

export type MarketplaceEvent = z.output<typeof MarketplaceEvent>;

export const FeedQuery = z.object({
  after: z.string().max(200).optional().meta({ description: 'The `nextCursor` of an earlier page.' }),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});

export const FeedPage = z
  .object({ items: z.array(MarketplaceEvent), nextCursor: z.string() })
  .meta({ id: 'FeedPage' });

/** An event as the database holds it. */
export interface EventRow {
  seq: number;
  id: string;
  type: string;
  case_id: string | null;
  data: string;
  created_at: number;
}

export function presentEvent(row: Pick<EventRow, 'id' | 'type' | 'data' | 'created_at'>): MarketplaceEvent {
  return {
    id: row.id,
    type: row.type,
    createdAt: toIso(row.created_at),
    data: fromJsonColumn<Record<string, unknown>>(row.data),
  };
}
