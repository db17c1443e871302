import { isDeepStrictEqual } from 'node:util';
import { verifyAudit } from '../audit/verify.ts';
import type { Database } from '../db/database.ts';
import type { MarketplaceEvent } from '../marketplace/feed-contract.ts';
import type { AnsweredDecision } from './moderator.ts';
import type { Receiver } from './receiver.ts';

interface Decision {
  id: string;
  case_id: string;
  round: number;
  status: string;
  outcome: string;
  reason_code: string | null;
  decided_by: string;
}

interface Case {
  id: string;
  status: string;
  round: number;
  decision_id: string | null;
  outcome: string | null;
  disposition: string;
}

interface OutboxRow {
  id: string;
  status: string;
  decision_id: string | null;
  type: string;
}

interface Delivery {
  event_id: string;
  status: string;
}

/** Everything that has to agree with everything else. */
export interface Evidence {
  database: Database;
  /** `GET /v1/events`, read to its end. */
  feed: readonly MarketplaceEvent[];
  /** What moderators were told with 200. */
  answered: Iterable<AnsweredDecision>;
  /** What moderators were told was taken back. */
  undone: ReadonlySet<string>;
  receiver: Pick<Receiver, 'arrivals' | 'complaints'>;
  /** What is older (ms), and so much of the feed, is from before the run and left alone. */
  since?: { at: number; events: number };
}

/** What was compared, for a summary, and everything that does not agree, in words. */
export interface Reconciliation {
  decisions: number;
  events: number;
  received: number;
  receivedTwice: number;
  auditEvents: number;
  mismatches: string[];
}

/** The events that a decision has to cause, and no others. */
function expectedTypes(outcome: string): string[] {
  return outcome === 'release' ? ['message.released'] : ['message.rejected', 'notice.created'];
}

const DISPOSITION: Record<string, string> = { release: 'released', reject: 'rejected' };

/** Reads the feed from its beginning to its end. */
export async function readFeed(url: string, apiKey: string): Promise<MarketplaceEvent[]> {
  const events: MarketplaceEvent[] = [];
  let cursor: string | undefined;
  for (;;) {
    const after = cursor === undefined ? '' : `&after=${encodeURIComponent(cursor)}`;
    const response = await fetch(`${url}/v1/events?limit=1000${after}`, {
      headers: { authorization: `Bearer ${apiKey}` },
    });
    if (response.status !== 200) throw new Error(`The feed: ${response.status} ${await response.text()}`);
    const page = (await response.json()) as { items: MarketplaceEvent[]; nextCursor: string };
    if (page.items.length === 0) return events;
    events.push(...page.items);
    cursor = page.nextCursor;
  }
}

/** How many effects and deliveries have not left yet. */
export async function unsettled(database: Database): Promise<number> {
  const [row] = await database.select<{ left: number }>(
    `select (select count(*) from outbox where status = 'pending')
          + (select count(*) from webhook_deliveries where status = 'pending') as "left"`,
    [],
  );
  return row?.left ?? 0;
}

/** Groups by a key; what has none is left out. */
function by<T>(rows: readonly T[], key: (row: T) => string | null | undefined): Map<string, T[]> {
  const groups = Map.groupBy(rows, (row) => key(row) ?? '');
  groups.delete('');
  return groups;
}

function decisionIdOf(event: MarketplaceEvent): string | undefined {
  const { decisionId } = event.data as { decisionId?: unknown };
  return typeof decisionId === 'string' ? decisionId : undefined;
}

function checkAnswered({ answered, undone }: Evidence, decisions: Map<string, Decision>, say: Say): void {
  for (const told of answered) {
    const stored = decisions.get(told.decisionId);
    const { caseId, outcome, reasonCode, by: person } = told;
    const same =
      stored !== undefined &&
      stored.status === 'applied' &&
      isDeepStrictEqual(
        [stored.case_id, stored.outcome, stored.reason_code, stored.decided_by],
        [caseId, outcome, reasonCode, person],
      );
    if (!same)
      say(`${told.decisionId} was answered 200 (${outcome}) and is ${stored?.status ?? 'not there'}`);
  }
  for (const id of undone) {
    const status = decisions.get(id)?.status;
    if (status !== 'undone') say(`${id} was answered as undone and is ${status ?? 'not there'}`);
  }
}

type Say = (mismatch: string) => void;

function checkDecisions(
  { feed }: Evidence,
  decisions: readonly Decision[],
  outbox: readonly OutboxRow[],
  recorded: ReadonlyMap<string, number>,
  say: Say,
): void {
  const events = by(feed, decisionIdOf);
  const effects = by(outbox, (row) => row.decision_id);
  for (const { id, case_id, outcome, reason_code, status } of decisions) {
    const own = events.get(id) ?? [];
    const wanted = status === 'applied' ? expectedTypes(outcome) : [];
    if (!isDeepStrictEqual(own.map((event) => event.type).sort(), wanted)) {
      say(
        `${id} (${status}, ${outcome}) is in the feed as ${own.map((e) => e.type).join(', ') || 'nothing'}`,
      );
    }
    for (const { id: eventId, data } of own) {
      if (data.caseId !== case_id || data.outcome !== outcome || data.reasonCode !== reason_code)
        say(`${eventId} says other than ${id}`);
    }
    const rows = effects.get(id) ?? [];
    const left = status === 'applied' ? 'sent' : 'cancelled';
    if (
      !isDeepStrictEqual(rows.map((row) => row.type).sort(), expectedTypes(outcome)) ||
      rows.some((row) => row.status !== left)
    )
      say(`${id} (${status}) has outbox rows ${JSON.stringify(rows.map((row) => [row.type, row.status]))}`);
    if (recorded.get(id) !== 1) say(`${id} stands ${recorded.get(id) ?? 0} times in the event log`);
  }
  const known = new Set(decisions.map((decision) => decision.id));
  for (const [id] of events) if (!known.has(id)) say(`the feed tells of ${id}, which nobody decided`);
  for (const [id] of effects) if (!known.has(id)) say(`the outbox has rows of ${id}, which nobody decided`);
}

function checkFeed({ feed }: Evidence, outbox: readonly OutboxRow[], say: Say): void {
  const ids = new Set(feed.map((event) => event.id));
  if (ids.size !== feed.length) say(`the feed repeats ${feed.length - ids.size} events`);
  const sent = new Set(outbox.filter((row) => row.status === 'sent').map((row) => row.id));
  for (const id of ids) if (!sent.has(id)) say(`${id} is in the feed, but the outbox did not send it`);
  for (const id of sent) if (!ids.has(id)) say(`${id} was sent, but is not in the feed`);
  const waiting = outbox.filter((row) => row.status === 'pending').length;
  if (waiting > 0) say(`${waiting} outbox rows still wait`);
}

function checkReceiver({ feed, receiver }: Evidence, deliveries: readonly Delivery[], say: Say): void {
  for (const complaint of receiver.complaints) say(`receiver: ${complaint}`);
  const known = new Map(feed.map((event) => [event.id, event]));
  for (const [id, { event }] of receiver.arrivals) {
    const published = known.get(id);
    if (published === undefined) say(`the receiver got ${id}, which is not in the feed`);
    else if (!isDeepStrictEqual(event, published)) say(`the receiver got ${id} with other content`);
  }
  for (const { id } of feed) {
    if ((receiver.arrivals.get(id)?.accepted ?? 0) === 0) say(`${id} did not arrive at the receiver`);
  }
  const rows = by(deliveries, (row) => row.event_id);
  for (const { id } of feed) {
    const own = rows.get(id) ?? [];
    if (own.length !== 1 || own[0]?.status !== 'delivered')
      say(`${id} has deliveries ${JSON.stringify(own.map((row) => row.status))}`);
  }
}

function checkCases(
  cases: readonly Case[],
  decisions: readonly Decision[],
  notices: ReadonlySet<string>,
  say: Say,
): void {
  const applied = by(
    decisions.filter((decision) => decision.status === 'applied'),
    (decision) => decision.case_id,
  );
  for (const { id, status, round, decision_id, outcome, disposition } of cases) {
    const standing = (applied.get(id) ?? []).find((decision) => decision.round === round);
    const wanted =
      standing === undefined
        ? { decided: false, decision_id: null, outcome: null, disposition: 'held' }
        : {
            decided: true,
            decision_id: standing.id,
            outcome: standing.outcome,
            disposition: DISPOSITION[standing.outcome],
          };
    const is = { decided: status === 'decided', decision_id, outcome, disposition };
    if (!isDeepStrictEqual(is, wanted))
      say(`${id} is ${JSON.stringify(is)} and should be ${JSON.stringify(wanted)}`);
  }
  for (const { id, status, outcome } of decisions) {
    const wanted = status === 'applied' && outcome === 'reject';
    if (notices.has(id) !== wanted) say(`${id} (${status}, ${outcome}) has ${wanted ? 'no' : 'a'} notice`);
  }
}

/** Compares decisions, cases, messages, notices, event log, outbox, feed, deliveries and receiver with each other. */
export async function reconcile(whole: Evidence): Promise<Reconciliation> {
  const { at, events } = whole.since ?? { at: 0, events: 0 };
  const evidence = { ...whole, feed: whole.feed.slice(events) };
  const { database, feed, receiver } = evidence;
  const mismatches: string[] = [];
  const say: Say = (mismatch) => mismatches.push(mismatch);
  const select = <Row>(sql: string, ...bindings: number[]) => database.select<Row>(sql, bindings);
  const decisions = await select<Decision>(
    `select id, case_id, round, status, outcome, reason_code, decided_by from decisions where decided_at >= ?`,
    at,
  );
  const cases = await select<Case>(
    `select c.id, c.status, c.round, c.decision_id, c.outcome, m.disposition
      from cases c join messages m on m.id = c.subject_id
      where c.queue = 'first-messages' and c.status <> 'withdrawn' and coalesce(c.decided_at, ?) >= ?`,
    at,
    at,
  );
  const outbox = await select<OutboxRow>(
    'select id, status, decision_id, type from outbox where created_at >= ?',
    at,
  );
  const deliveries = await select<Delivery>('select event_id, status from webhook_deliveries');
  const notices = await select<{ decision_id: string }>(
    "select decision_id from notices where status = 'standing' and created_at >= ?",
    at,
  );
  const recorded = new Map<string, number>();
  const decided = await select<{ data: string }>(
    "select data from audit_events where type in ('case.decided', 'case.reversed') and at >= ?",
    at,
  );
  for (const row of decided) {
    const { decisionId } = JSON.parse(row.data) as { decisionId: string };
    recorded.set(decisionId, (recorded.get(decisionId) ?? 0) + 1);
  }

  checkAnswered(evidence, new Map(decisions.map((decision) => [decision.id, decision])), say);
  checkDecisions(evidence, decisions, outbox, recorded, say);
  checkFeed(evidence, outbox, say);
  checkReceiver(evidence, deliveries, say);
  checkCases(cases, decisions, new Set(notices.map((notice) => notice.decision_id)), say);
  const audit = await verifyAudit(database);
  for (const { stream, seq, problem } of audit.problems) say(`event log: ${stream} #${seq}: ${problem}`);

  const arrivals = [...receiver.arrivals.values()];
  return {
    decisions: decisions.filter((decision) => decision.status === 'applied').length,
    events: feed.length,
    received: arrivals.filter((arrival) => arrival.accepted > 0).length,
    receivedTwice: arrivals.filter((arrival) => arrival.accepted > 1).length,
    auditEvents: audit.events,
    mismatches,
  };
}
