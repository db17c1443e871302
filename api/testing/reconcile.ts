import { verifyAudit } from '../audit/verify.ts';
import type { Database } from '../db/database.ts';
import type { MarketplaceEvent } from '../marketplace/feed-contract.ts';
import {
  type Case,
  checkAnswered,
  checkCases,
  checkDecisions,
  checkFeed,
  checkReceiver,
  type Decision,
  type Delivery,
  type Evidence,
  type OutboxRow,
  type Say,
} from './reconcile-checks.ts';

/** What was compared, for a summary, and everything that does not agree, in words. */
export interface Reconciliation {
  decisions: number;
  events: number;
  received: number;
  receivedTwice: number;
  auditEvents: number;
  mismatches: string[];
}

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
