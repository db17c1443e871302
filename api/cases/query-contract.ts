import { z } from 'zod';
import { ExternalId, GatehouseId, IsoTime, Locale, text } from '../http/fields.ts';
import { PageQuery } from '../http/paging.ts';
import { CASE_STATUSES, type CaseStatus, QueueName } from './contract.ts';

const ALLOWED = `must be "all", or of ${CASE_STATUSES.join(', ')} with commas between`;

const trimmed = (max: number, min: number) => z.string().trim().pipe(text(max, min));

/** `open`, `open,waiting`, `all`: as a set without repeats. */
const Statuses = z
  .string()
  .max(100)
  .default('open')
  .transform((value, context): CaseStatus[] => {
    if (value === 'all') return [...CASE_STATUSES];
    const named = new Set(value.split(','));
    const known = CASE_STATUSES.filter((status) => named.has(status));
    if (known.length === named.size) return known;
    context.addIssue({ code: 'custom', message: ALLOWED });
    return z.NEVER;
  });

/** A query string has only words; a JSON body says it as it is. */
const Flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((value) => value === 'true')]);

export const CASE_SORTS = ['urgency', 'newest', 'decided'] as const;
export type CaseSort = (typeof CASE_SORTS)[number];

/**
 * Which cases of one queue. Times are `[from, to)`. `q` is looked for in the desk's text, in any case of letters;
 * `member` is either side of the matter. Without `sort`: what is only decided by the time of decision, what is only
 * undecided by urgency, and both together the newest first.
 */
export const CaseFilter = z
  .strictObject({
    queue: QueueName,
    status: Statuses,
    holder: z.union([z.literal(['me', 'none']), GatehouseId]).optional(),
    escalated: Flag.optional(),
    locale: Locale.optional(),
    outcome: text(50).optional(),
    reasonCode: text(50).optional(),
    decidedBy: z.union([z.literal('me'), GatehouseId]).optional(),
    q: trimmed(200, 2).optional(),
    member: ExternalId.optional(),
    openedFrom: IsoTime.optional(),
    openedTo: IsoTime.optional(),
    decidedFrom: IsoTime.optional(),
    decidedTo: IsoTime.optional(),
    dueBefore: IsoTime.optional(),
    sort: z.enum(CASE_SORTS).optional(),
  })
  .meta({ id: 'CaseFilter' });
export type CaseFilter = z.output<typeof CaseFilter>;

export const CaseQuery = PageQuery.extend(CaseFilter.shape);
export type CaseQuery = z.output<typeof CaseQuery>;

export const EXPORT_FORMATS = ['csv', 'ndjson'] as const;

export const ExportCases = z
  .strictObject({
    format: z.enum(EXPORT_FORMATS),
    filter: CaseFilter,
    /** Why the data leaves the console; kept in the audit log. */
    reason: trimmed(500, 5),
  })
  .meta({ id: 'ExportCases' });
export type ExportCases = z.output<typeof ExportCases>;
