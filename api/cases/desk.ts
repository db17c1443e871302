import type { z } from 'zod';
import type { Actor } from '../core/actor.ts';
import type { Queue } from '../core/queues.ts';
import type { Database, Db, Trx } from '../db/database.ts';
import type { EventType } from '../jobs/outbox.ts';
import { type CaseRow, type DecisionRow, NAMED, NAMES } from './rows.ts';

/** What a person decided, before the desk has looked at it. */
export interface Proposal {
  outcome: string;
  reasonCode: string | null;
  note: string | null;
  message: string | null;
  /** The desk's own fields, checked by its `details` schema. */
  details: Record<string, unknown>;
}

/** Something that a decision causes on the outside; the engine adds case, outcome and reason code to `data`. */
export interface Effect {
  type: EventType;
  data: Record<string, unknown>;
}

/** What an outcome does to whom, in words of the desk that the console puts into sentences. */
export interface Consequence {
  outcome: string;
  effects: readonly { to: string; kind: string }[];
  /** Reason codes with which it needs a second person's approval first. */
  approvalFor: readonly string[];
}

/** A notice to a member as it is stored and sent. */
export interface ComposedNotice {
  to: { id: string; nickname: string };
  locale: string;
  text: string;
}

/** What a decision came to. */
export interface Applied {
  effects: Effect[];
  /** The last of the desk's own writes, not waited for, so that they travel to the database with the effects. */
  written: Promise<unknown>;
}

/** The part of a desk that works inside a transaction. */
export interface DeskWork {
  /**
   * The desk's rules for this decision; runs when it is made and again when it is approved.
   * @returns whether a second person has to approve it
   * @throws RuleError where a rule refuses it
   */
  check(subject: CaseRow, proposal: Proposal, actor: Actor): Promise<{ needsApproval: boolean }>;
  /** Changes the desk's own state, and says what the outside is to learn. */
  apply(subject: CaseRow, decision: DecisionRow, actor: Actor): Promise<Applied>;
  /** Takes `apply` back, before anything of it has left. */
  revert(subject: CaseRow, decision: DecisionRow, actor: Actor): Promise<void>;
}

/** How a desk's cases look in a list: its columns, joined in the one statement of the page. */
export interface DeskListView {
  /** SQL: columns, each with an alias; the case is `c`. */
  columns: string;
  /** SQL: joins; each case keeps its one row. */
  joins: string;
  /** The `summary` of a list item, from the columns above. */
  present: (row: Record<string, unknown>) => Record<string, unknown>;
  /** SQL: the column that a text is looked for in, and those that name the members of the matter. */
  search?: { text: string; members: readonly string[] };
  /** What of the summary an export has columns for: paths such as `sender.id`. */
  exported: readonly string[];
}

/**
 * The statement that shows cases as a desk's list does. Which cases, and how many, is settled before anything is joined
 * to them: given both at once PostgreSQL misjudges where a page begins, and joins everything to find a few.
 * @param cases SQL that selects the cases
 */
export function listed({ columns, joins }: DeskListView, cases: string): string {
  return `select ${NAMED}, ${columns} from (${cases}) c ${NAMES} ${joins}`;
}

/** What a desk adds to the engine. Everything else it gets from there. */
export interface Desk {
  queue: Queue;
  outcomes: readonly string[];
  /** Which reason codes an outcome takes; none: it takes no reason. */
  reasonCodes: Readonly<Record<string, readonly string[]>>;
  /** The desk's own fields of a decision. */
  details: z.ZodType<Record<string, unknown>>;
  /** Milliseconds; undefined: as configured for all desks. */
  undoWindowMs?: number;
  /** How long a skipped case is not given to the same person again, in milliseconds. */
  skipCooldownMs: number;
  waiting: { for: readonly string[]; pausesClock: boolean; maxMs: number };
  listView: DeskListView;
  /** What the case page shows of the subject. Read path: it changes nothing. */
  show(database: Database, subject: CaseRow): Promise<Record<string, unknown>>;
  /** What each outcome would do now. Read path, like `show`. */
  consequences?(database: Database, subject: CaseRow): Promise<Consequence[]>;
  /** What a member would be told of this decision, from the function that also makes the real one; null: nobody is. */
  previewNotice?(db: Db, subject: CaseRow, proposal: Proposal): Promise<ComposedNotice | null>;
  work(trx: Trx): DeskWork;
}
