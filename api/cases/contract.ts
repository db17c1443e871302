import { z } from 'zod';
import { QUEUES } from '../core/queues.ts';
import { ExternalId, GatehouseId, IsoTime, Locale, text } from '../http/fields.ts';
import { pageOf } from '../http/paging.ts';

export const QueueName = z.enum(QUEUES);

export const CASE_STATUSES = ['open', 'waiting', 'pending_approval', 'decided', 'withdrawn'] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

/** Everything that a case may let somebody do; the server says which of it holds for whom (house rule 10). */
export const CASE_ACTIONS = [
  'claim',
  'takeover',
  'heartbeat',
  'release',
  'skip',
  'escalate',
  'wait',
  'resume',
  'decide',
  'approve',
  'undo',
  'reverse',
  'note',
  'declare_tie',
] as const;
export type CaseAction = (typeof CASE_ACTIONS)[number];

export const Person = z.object({ id: z.string(), name: z.string() }).meta({ id: 'Person' });

/** A case as lists show it. `summary` is the desk's own. */
export const CaseSummary = z
  .object({
    id: GatehouseId,
    queue: QueueName,
    subject: z.object({ type: z.string(), id: ExternalId }),
    round: z.int(),
    status: z.enum(CASE_STATUSES),
    priority: z.int(),
    dueAt: IsoTime,
    openedAt: IsoTime,
    locale: Locale,
    escalated: z.boolean(),
    escalationReason: z.string().nullable(),
    leadsOnly: z.boolean(),
    waitingFor: z.string().nullable(),
    waitingUntil: IsoTime.nullable(),
    lease: z.object({ holder: Person, expiresAt: IsoTime }).nullable(),
    version: z.int(),
    outcome: z.string().nullable(),
    reasonCode: z.string().nullable(),
    decidedBy: Person.nullable(),
    decidedAt: IsoTime.nullable(),
    summary: z.record(z.string(), z.unknown()).nullable(),
  })
  .meta({ id: 'CaseSummary' });
export type CaseSummary = z.infer<typeof CaseSummary>;

export const DecisionView = z
  .object({
    id: GatehouseId,
    round: z.int(),
    status: z.enum(['applied', 'proposed', 'returned', 'undone']),
    outcome: z.string(),
    reasonCode: z.string().nullable(),
    note: z.string().nullable(),
    message: z.string().nullable(),
    details: z.record(z.string(), z.unknown()),
    decidedBy: Person,
    decidedAt: IsoTime,
    approvedBy: Person.nullable(),
    approvedAt: IsoTime.nullable(),
    undoUntil: IsoTime.nullable(),
    batchId: z.string().nullable(),
    reversesId: z.string().nullable(),
  })
  .meta({ id: 'Decision' });
export type DecisionView = z.infer<typeof DecisionView>;

export const NoteView = z
  .object({
    id: GatehouseId,
    kind: z.enum(['note', 'draft']),
    text: z.string(),
    author: Person,
    createdAt: IsoTime,
  })
  .meta({ id: 'CaseNote' });
export type NoteView = z.infer<typeof NoteView>;

export const HistoryEntry = z
  .object({
    seq: z.int(),
    type: z.string(),
    at: IsoTime,
    actor: Person,
    data: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'CaseHistoryEntry' });

/** What an outcome does: `{to: "sender", kind: "notice"}`. Both words are the desk's. */
export const Consequence = z
  .object({
    outcome: z.string(),
    effects: z.array(z.object({ to: z.string(), kind: z.string() })),
    approvalFor: z
      .array(z.string())
      .describe('Reason codes with which a second person has to approve it first'),
  })
  .meta({ id: 'Consequence' });

/** Everything a desk shows of one case. `subject` is the desk's own. */
export const CaseDetail = CaseSummary.extend({
  allowedActions: z.array(z.enum(CASE_ACTIONS)),
  outcomes: z.array(z.string()),
  reasonCodes: z.record(z.string(), z.array(z.string())),
  consequences: z.array(Consequence),
  detail: z.record(z.string(), z.unknown()),
  decisions: z.array(DecisionView),
  notes: z.array(NoteView),
  history: z.array(HistoryEntry),
  present: z.array(Person),
  leaseToken: z.string().nullable(),
  leaseExpiresAt: IsoTime.nullable().describe('When my own lease ends; null: I do not hold the case'),
  undoUntil: IsoTime.nullable().describe(
    'Until when the standing decision can be undone; null: not any more',
  ),
}).meta({ id: 'CaseDetail' });
export type CaseDetail = z.infer<typeof CaseDetail>;

export const ClaimedCase = CaseSummary.extend({ leaseToken: z.string(), leaseExpiresAt: IsoTime }).meta({
  id: 'ClaimedCase',
});
export type ClaimedCase = z.infer<typeof ClaimedCase>;

export const ClaimedCases = z.object({ cases: z.array(ClaimedCase) }).meta({ id: 'ClaimedCases' });
export const LeaseExtended = z.object({ leaseExpiresAt: IsoTime }).meta({ id: 'LeaseExtended' });
export const Present = z.object({ present: z.array(Person) }).meta({ id: 'Present' });

export const ClaimNext = z
  .strictObject({ count: z.int().min(1).max(10).default(1) })
  .meta({ id: 'ClaimNext' });
export const Claim = z.strictObject({ takeover: z.boolean().default(false) }).meta({ id: 'Claim' });
const LeaseToken = text(100);
export const WithLease = z.strictObject({ leaseToken: LeaseToken }).meta({ id: 'WithLease' });
export const Escalate = z
  .strictObject({ version: z.int(), leaseToken: LeaseToken, reason: text(2000) })
  .meta({ id: 'Escalate' });
export const Wait = z
  .strictObject({
    version: z.int(),
    leaseToken: LeaseToken,
    waitingFor: text(50),
    until: IsoTime,
    note: text(2000).optional(),
  })
  .meta({ id: 'Wait' });
export const Versioned = z.strictObject({ version: z.int() }).meta({ id: 'Versioned' });
export const AddNote = z.strictObject({ text: text(10_000) }).meta({ id: 'AddNote' });
export const DeclareTie = z.strictObject({ note: text(2000).optional() }).meta({ id: 'DeclareTie' });

const decisionFields = {
  outcome: text(50),
  reasonCode: text(50).optional(),
  note: text(10_000).optional(),
  message: text(10_000).optional(),
};

/** A decision. Further fields are the desk's own; the desk refuses those it does not know. */
export const Decide = z
  .looseObject({ version: z.int(), leaseToken: LeaseToken, ...decisionFields })
  .meta({ id: 'Decide' });
export type Decide = z.infer<typeof Decide>;

export const Reverse = z
  .looseObject({ version: z.int(), ...decisionFields, note: text(10_000) })
  .meta({ id: 'Reverse' });
export const Approve = z
  .strictObject({
    version: z.int(),
    verdict: z.enum(['approve', 'return']),
    note: text(10_000).optional(),
  })
  .meta({ id: 'Approve' });

export const BulkDecide = z
  .looseObject({
    dryRun: z.boolean().default(false),
    items: z
      .array(z.strictObject({ caseId: GatehouseId, version: z.int() }))
      .min(1)
      .max(200)
      .refine(
        (items) => new Set(items.map((item) => item.caseId)).size === items.length,
        'names a case twice',
      ),
    ...decisionFields,
  })
  .meta({ id: 'BulkDecide' });
export type BulkDecide = z.infer<typeof BulkDecide>;

export const Decided = z.object({ case: CaseSummary, decision: DecisionView }).meta({ id: 'Decided' });
export type Decided = z.infer<typeof Decided>;

export const Undone = z
  .object({ case: CaseSummary, leaseToken: z.string().nullable() })
  .meta({ id: 'Undone' });

const ItemProblem = z.object({ code: z.string(), detail: z.string() });

export const BulkResult = z
  .object({
    dryRun: z.boolean(),
    batchId: z.string().nullable(),
    succeeded: z.int(),
    failed: z.int(),
    undoUntil: IsoTime.nullable(),
    items: z.array(
      z.object({
        caseId: z.string(),
        ok: z.boolean(),
        status: z.enum(CASE_STATUSES).nullable(),
        problem: ItemProblem.nullable(),
      }),
    ),
  })
  .meta({ id: 'BulkResult' });
export type BulkResult = z.infer<typeof BulkResult>;

export const CasePage = pageOf(CaseSummary).meta({ id: 'CasePage' });

export const QueueOverview = z
  .object({
    queues: z.array(
      z.object({
        queue: QueueName,
        open: z.object({ count: z.int(), capped: z.boolean() }),
        mine: z.int(),
        escalated: z.object({ count: z.int(), capped: z.boolean() }),
        pendingApproval: z.object({ count: z.int(), capped: z.boolean() }),
        oldestOpenedAt: IsoTime.nullable(),
        nextDueAt: IsoTime.nullable(),
      }),
    ),
  })
  .meta({ id: 'QueueOverview' });
