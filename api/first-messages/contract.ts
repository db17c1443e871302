import { z } from 'zod';
import { GatehouseId, IsoTime } from '../http/fields.ts';
import { DISPOSITIONS } from '../marketplace/contract.ts';

export const OUTCOMES = ['release', 'reject'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const REJECT_REASONS = [
  'off_platform_contact',
  'off_platform_payment',
  'spam',
  'abuse',
  'fraud',
  'other',
] as const;
export type RejectReason = (typeof REJECT_REASONS)[number];

/** Why a message is held. */
export const HOLD_REASONS = ['first_messages', 'client_proposal', 'severe_signal'] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];

/** The hold policy (domain: first messages). Minutes are business minutes of the calendar. */
export const FirstMessagePolicy = z
  .strictObject({
    holdFirst: z.int().min(0).max(1000),
    holdClientProposals: z.boolean(),
    holdSevereSignals: z.boolean(),
    holdMinutes: z
      .int()
      .min(1)
      .max(60 * 24 * 30),
    /** Past this, an undecided message is released by itself; null: never. */
    releaseAfterMinutes: z
      .int()
      .min(1)
      .max(60 * 24 * 90)
      .nullable(),
    /** Rejections for these reasons need a second person. */
    approveReasons: z.array(z.enum(REJECT_REASONS)).max(REJECT_REASONS.length),
  })
  .meta({ id: 'FirstMessagePolicy' });
export type FirstMessagePolicy = z.infer<typeof FirstMessagePolicy>;

export const MessageReceipt = z
  .object({ id: z.string(), disposition: z.enum(DISPOSITIONS), caseId: GatehouseId.optional() })
  .meta({ id: 'MessageReceipt' });
export type MessageReceipt = z.infer<typeof MessageReceipt>;

/** How long messages were held, in milliseconds of wall-clock time. Null: nothing to measure. */
export const HoldTimes = z
  .object({
    days: z.int(),
    decided: z.int(),
    medianMs: z.int().nullable(),
    p90Ms: z.int().nullable(),
    oldestOpenedAt: IsoTime.nullable(),
  })
  .meta({ id: 'HoldTimes' });
