import { z } from 'zod';
import { GatehouseId, IsoTime } from '../http/fields.ts';
import { FirstMessagePolicy, HOLD_REASONS } from './contract.ts';

export const PreviewPolicy = z.strictObject({ value: FirstMessagePolicy }).meta({ id: 'PreviewPolicy' });

const Example = z.object({
  messageId: z.string(),
  caseId: GatehouseId.nullable(),
  senderId: z.string(),
  receivedAt: IsoTime,
  /** Why it is held: under the proposal where it would newly be, as it was where it would no longer be. */
  reasons: z.array(z.enum(HOLD_REASONS)),
  /** null: the one who asks may not read first messages. */
  excerpt: z.string().nullable(),
});

const Difference = z.object({ count: z.int(), examples: z.array(Example) });

/** What a policy would have done to the messages of the last 30 days: `actual` is what happened, `proposed` what would have. */
export const PolicyPreview = z
  .object({
    days: z.int(),
    /** How many messages were looked at: the newest, up to a bound. `complete`: those are all of the 30 days. */
    lookedAt: z.int(),
    complete: z.boolean(),
    since: IsoTime,
    held: z.object({ actual: z.int(), proposed: z.int() }),
    byReason: z.array(z.object({ reason: z.enum(HOLD_REASONS), actual: z.int(), proposed: z.int() })),
    newlyHeld: Difference,
    noLongerHeld: Difference,
    /** Business days that ended in that time, and what each brings on average. */
    businessDays: z.int(),
    perBusinessDay: z.object({ actual: z.number(), proposed: z.number() }),
  })
  .meta({ id: 'PolicyPreview' });
export type PolicyPreview = z.infer<typeof PolicyPreview>;
