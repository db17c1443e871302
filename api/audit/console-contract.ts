import { z } from 'zod';
import { GatehouseId, IsoTime, text } from '../http/fields.ts';

/** Which events of the log. Times are `[from, to)`. */
export const AuditFilter = z
  .strictObject({
    stream: text(200).optional(),
    actor: text(100).optional(),
    type: text(100).optional(),
    from: IsoTime.optional(),
    to: IsoTime.optional(),
  })
  .meta({ id: 'AuditFilter' });
export type AuditFilter = z.output<typeof AuditFilter>;

export const ExportAudit = z
  .strictObject({
    format: z.enum(['csv', 'ndjson']),
    filter: AuditFilter,
    /** Why the log leaves the console; kept in it. */
    reason: z.string().trim().pipe(text(500, 5)),
  })
  .meta({ id: 'ExportAudit' });
export type ExportAudit = z.output<typeof ExportAudit>;

const Person = z.object({ id: z.string(), name: z.string() });

/** One run over the whole log. `failed`: it did not come to an end. */
export const Verification = z
  .object({
    id: GatehouseId,
    status: z.enum(['running', 'ok', 'problems', 'failed']),
    startedBy: Person,
    startedAt: IsoTime,
    finishedAt: IsoTime.nullable(),
    events: z.int().describe('Looked at so far'),
    streams: z.int(),
    checkpoints: z.int(),
    problems: z.array(z.object({ stream: z.string(), seq: z.int(), problem: z.string() })),
  })
  .meta({ id: 'AuditVerification' });
export type Verification = z.infer<typeof Verification>;

export const VerificationState = z
  .object({
    running: Verification.nullable(),
    latest: Verification.nullable().describe('The last one that ended'),
    lastCheckpoint: z
      .object({ seq: z.int(), id: z.string(), at: IsoTime, streams: z.int(), hash: z.string() })
      .nullable(),
  })
  .meta({ id: 'AuditVerificationState' });
export type VerificationState = z.infer<typeof VerificationState>;

export const AccessQuery = z.object({
  month: z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/, 'must be a month such as 2026-11'),
});

/** Who of the staff looked at how much, and took out what, in one month of the marketplace's zone. */
export const AccessReview = z
  .object({
    month: z.string(),
    from: IsoTime,
    to: IsoTime,
    staff: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        casesViewed: z.int().describe('Cases opened without holding them, each time counted'),
        membersViewed: z.int().describe('Members looked up, with their masked contact data'),
        messagesRead: z.int().describe('Previews that showed texts of messages'),
        exports: z.int(),
        rowsExported: z.int(),
        reasons: z
          .array(z.object({ at: IsoTime, type: z.string(), rows: z.int(), reason: z.string() }))
          .describe('Of the latest hundred exports'),
      }),
    ),
  })
  .meta({ id: 'AccessReview' });
export type AccessReview = z.infer<typeof AccessReview>;
