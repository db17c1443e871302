import { createAudit } from '../audit/audit.ts';
import type { Clock } from '../core/clock.ts';
import { newId } from '../core/ids.ts';
import { createLogger } from '../core/logger.ts';
import type { Database, Db } from '../db/database.ts';
import { createOutbox, type OutboxEntry } from '../jobs/outbox.ts';
import { createRelay, type Relay } from '../jobs/relay.ts';
import { createFeed } from './feed.ts';
import type { MarketplaceEvent } from './feed-contract.ts';
import { eventHandler } from './feed-relay.ts';
import { createWebhooks } from './webhooks.ts';
import { createDispatcher } from './webhooks-dispatcher.ts';
import { webhooksView } from './webhooks-list-view.ts';
import { createSender } from './webhooks-send.ts';

/** For tests: a decided case, as far as the outbox needs one. */
export async function decidedCase(db: Db, now: number): Promise<{ caseId: string; decisionId: string }> {
  const caseId = newId('case');
  const decisionId = newId('dec');
  await db('cases').insert({
    id: caseId,
    queue: 'first-messages',
    subject_type: 'message',
    subject_id: caseId,
    status: 'decided',
    due_at: now,
    opened_at: now,
    locale: 'ko',
    event_head: '',
  });
  await db('decisions').insert({
    id: decisionId,
    case_id: caseId,
    round: 1,
    status: 'applied',
    outcome: 'release',
    decided_by: 'staff_1',
    decided_by_name: 'Kim',
    decided_at: now,
    before: '{}',
  });
  return { caseId, decisionId };
}

/** For tests: an effect that is due at once. */
export function effect(overrides: Partial<OutboxEntry> = {}): OutboxEntry {
  return {
    kind: 'event',
    type: 'message.released',
    caseId: null,
    decisionId: null,
    data: { messageId: 'm1' },
    notBefore: 0,
    ...overrides,
  };
}

/** For tests: everything between the outbox and the receiver. */
export function marketplaceSide(
  database: Database,
  clock: Clock,
  receiver: { url?: string; secrets?: string[]; timeoutMs?: number } = {},
) {
  const { url, secrets = [], timeoutMs = 1_000 } = receiver;
  const logger = createLogger('silent');
  const audit = createAudit({ clock });
  const webhooks = createWebhooks({ database, clock, audit, url });
  const newDispatcher = (patienceMs = timeoutMs) =>
    createDispatcher({
      database,
      clock,
      audit,
      logger,
      timeoutMs: patienceMs,
      send: createSender({ secrets, timeoutMs: patienceMs, clock }),
    });
  const newRelay = (): Relay => createRelay({ database, clock, handlers: { event: eventHandler(webhooks) } });
  return {
    outbox: createOutbox({ clock }),
    feed: createFeed({ database }),
    relay: newRelay(),
    newRelay,
    webhooks,
    view: webhooksView(database),
    dispatcher: newDispatcher(),
    newDispatcher,
  };
}

/** For tests: the whole feed, page by page. */
export async function readAll(
  feed: ReturnType<typeof createFeed>,
  limit = 100,
  after?: string,
): Promise<MarketplaceEvent[]> {
  const all: MarketplaceEvent[] = [];
  let cursor = after;
  for (;;) {
    const page = await feed.read(cursor, limit);
    if (page.items.length === 0) return all;
    all.push(...page.items);
    cursor = page.nextCursor;
  }
}
