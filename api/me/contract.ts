import { z } from 'zod';
import { CaseSummary, QueueName } from '../cases/contract.ts';
import { IsoTime } from '../http/fields.ts';

const Capped = z.object({ count: z.int(), capped: z.boolean() });

/** What needs me now, and what I have done today. Days are those of the marketplace's zone. */
export const MyOverview = z
  .object({
    openCases: z.array(CaseSummary).describe('Held by me now, the one that ends first first'),
    today: z.object({
      since: IsoTime,
      decided: z.int().describe('Decided or proposed by me, and not undone'),
      released: z.int(),
      rejected: z.int(),
      byOutcome: z.record(z.string(), z.int()),
      undone: z.int(),
      skipped: z.int(),
      medianHandlingMs: z
        .int()
        .nullable()
        .describe('From having the case in front of me to deciding it; null: nothing decided one by one'),
    }),
    queues: z.array(
      z.object({
        queue: QueueName,
        open: Capped,
        oldestOpenedAt: IsoTime.nullable(),
        nextDueAt: IsoTime.nullable(),
        overdue: Capped,
        dueWithinHour: Capped,
        pendingApproval: Capped,
      }),
    ),
  })
  .meta({ id: 'MyOverview' });
export type MyOverview = z.infer<typeof MyOverview>;

const Name = z.string().min(1).max(60);

/**
 * What a person has set for themselves. Everything has a default, so that a new preference needs no migration; the
 * language is not here, it belongs to the profile (`PATCH /api/session`).
 */
export const SetPreferences = z
  .strictObject({
    theme: z.enum(['system', 'light', 'dark']).default('system'),
    density: z.enum(['comfortable', 'compact']).default('comfortable'),
    /** Images of members are shown blurred, or without colour, until they are asked for. */
    blurImages: z.boolean().default(true),
    greyscaleImages: z.boolean().default(false),
    desk: z
      .strictObject({
        /** After a decision the next case is taken and shown at once. */
        autoAdvance: z.boolean().default(true),
        /** Keys are written on the buttons that they press. */
        shortcutHints: z.boolean().default(true),
      })
      .default({ autoAdvance: true, shortcutHints: true }),
    /** The columns of lists, by list, in their order; a list that is not named shows its own choice. */
    columns: z
      .record(Name, z.array(Name).max(40))
      .refine((lists) => Object.keys(lists).length <= 20, 'must name at most 20 lists')
      .default({}),
  })
  .meta({ id: 'SetPreferences' });
/** As they hold: every field is there. */
export const Preferences = z.object(SetPreferences.shape).meta({ id: 'Preferences' });
export type Preferences = z.output<typeof Preferences>;
