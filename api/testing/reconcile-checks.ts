import { isDeepStrictEqual } from 'node:util';
import type { Database } from '../db/database.ts';
import type { MarketplaceEvent } from '../marketplace/feed-contract.ts';
import type { AnsweredDecision } from './moderator.ts';
import type { Receiver } from './receiver.ts';

export interface Decision {
  id: string;
  case_id: string;
  round: number;
  status: string;
  outcome: string;
  reason_code: string | null;
  decided_by: string;
}

export interface Case {
  id: string;
  status: string;
  round: number;
  decision_id: string | null;
  outcome: string | null;
  disposition: string;
}

export interface OutboxRow {
  id: string;
  status: string;
  decision_id: string | null;
  type: string;
}

export interface Delivery {
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

/** Is told of everything that does not agree. */
export type Say = (mismatch: string) => void;

/** The events that a decision has to cause, and no others. */
function expectedTypes(outcome: string): string[] {
  return outcome === 'release' ? ['message.released'] : ['message.rejected', 'notice.created'];
}

const DISPOSITION: Record<string, string> = { release: 'released', reject: 'rejected' };

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

export function checkAnswered(
  { answered, undone }: Evidence,
  decisions: Map<string, Decision>,
  say: Say,
): void {
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

export function checkDecisions(
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

export function checkFeed({ feed }: Evidence, outbox: readonly OutboxRow[], say: Say): void {
  const ids = new Set(feed.map((event) => event.id));
  if (ids.size !== feed.length) say(`the feed repeats ${feed.length - ids.size} events`);
  const sent = new Set(outbox.filter((row) => row.status === 'sent').map((row) => row.id));
  for (const id of ids) if (!sent.has(id)) say(`${id} is in the feed, but the outbox did not send it`);
  for (const id of sent) if (!ids.has(id)) say(`${id} was sent, but is not in the feed`);
  const waiting = outbox.filter((row) => row.status === 'pending').length;
  if (waiting > 0) say(`${waiting} outbox rows still wait`);
}

export function checkReceiver({ feed, receiver }: Evidence, deliveries: readonly Delivery[], say: Say): void {
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

export function checkCases(
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
