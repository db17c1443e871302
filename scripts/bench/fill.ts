import { createContainer } from '../../api/container.ts';
import { systemActor } from '../../api/core/actor.ts';
import { readConfig } from '../../api/core/config.ts';
import { sha256 } from '../../api/core/json.ts';
import { createLogger } from '../../api/core/logger.ts';
import type { Database, Trx } from '../../api/db/database.ts';
import { firstMessagesStore } from '../../api/first-messages/store.ts';
import { priorityOf } from '../../api/first-messages/policy.ts';
import { insertRows } from '../../api/db/bulk.ts';
import { contentHash, messagesStore, type StoredMessage } from '../../api/marketplace/messages-store.ts';
import { fingerprint } from '../../api/signals/fingerprint.ts';
import { scan } from '../../api/signals/scan.ts';
import { type Dataset, kindOf, localeOf, memberId, type PlannedMessage, storedMessage } from './dataset.ts';
import { createRandom } from './random.ts';

const BATCH = 5_000;
const DAY = 24 * 60 * 60 * 1000;
const filler = systemActor('bench');

const MEMBER_COLUMNS = [
  'id',
  'kind',
  'nickname',
  'account_type',
  'locale',
  'joined_at',
  'content_hash',
  'created_at',
  'updated_at',
];

async function fillMembers(database: Database, data: Dataset, now: number): Promise<void> {
  for (let from = 0; from < data.members; from += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, data.members - from) }, (_, i) => {
      const n = from + i;
      const nickname = `${kindOf(n)} ${n}`;
      const joined = now - 400 * DAY + n;
      return [
        memberId(n),
        kindOf(n),
        nickname,
        'individual',
        localeOf(n),
        joined,
        sha256(nickname),
        now,
        now,
      ];
    });
    await database.transaction((trx) =>
      insertRows(trx, 'members', MEMBER_COLUMNS, rows, 'on conflict (id) do nothing returning id'),
    );
  }
}

/** What intake would store of a message; texts that passed are not scanned again, only held ones carry signals. */
function toStore(planned: PlannedMessage, caseId: string | null, key: string | null): StoredMessage {
  const { body, held, releasedByPerson } = planned;
  const hash = contentHash(body);
  const sentAt = Date.parse(body.sentAt);
  return {
    ...body,
    sentAt,
    receivedAt: sentAt,
    attachments: [],
    channel: null,
    contentHash: hash,
    disposition: held ? 'held' : 'released',
    releasedByPerson,
    caseId,
    // of the others: as long and as unlike each other as real keys, without the work of making a million of them
    textKey: held ? key : hash.slice(0, 22),
  };
}

/**
 * Stores a marketplace as the product would have: through its stores and its queue engine, thousands of messages in a
 * transaction. What a held message needs (case, event, signals, fingerprint) is what intake would have written.
 */
export async function fill(database: Database, databaseUrl: string, data: Dataset): Promise<void> {
  const now = Date.now();
  const clock = { at: now, now: () => clock.at };
  const config = readConfig({ DATABASE_URL: databaseUrl });
  const container = createContainer({ config, database, clock, logger: createLogger('silent') });
  const random = createRandom(data.messages);

  async function fillBatch(trx: Trx, batch: readonly PlannedMessage[]): Promise<void> {
    const held = batch
      .filter((planned) => planned.held)
      .map(({ body }) => ({ body, signals: scan(body.text), print: fingerprint(body.text) }));
    const opened = await container.caseDesk.cases(trx).open(
      held.map(({ body, signals }) => ({
        queue: 'first-messages',
        subjectType: 'message',
        subjectId: body.id,
        priority: priorityOf(signals),
        dueAt: now + DAY + random.int(30 * DAY),
        locale: 'und',
        data: { messageId: body.id, holdReasons: ['first_messages'], policyVersion: 0 },
      })),
      filler,
    );
    const caseOf = new Map(opened.map((row) => [row.subject_id, row.id]));
    const keyOf = new Map(held.map(({ body, print }) => [body.id, print.key]));
    await messagesStore(trx).insertMany(
      batch.map((planned) => {
        const { id } = planned.body;
        return toStore(planned, caseOf.get(id) ?? null, keyOf.get(id) ?? null);
      }),
    );
    await firstMessagesStore(trx).insert(
      held.map(({ body, signals, print }) => ({
        messageId: body.id,
        caseId: caseOf.get(body.id) as string,
        senderId: body.senderId,
        holdReasons: ['first_messages'],
        signals,
        policyVersion: 0,
        bands: print.bands,
      })),
    );
  }

  await fillMembers(database, data, now);
  const first = now - 365 * DAY;
  const step = (364 * DAY) / data.messages;
  for (let from = 0; from < data.messages; from += BATCH) {
    clock.at = Math.round(first + from * step);
    const batch = Array.from({ length: Math.min(BATCH, data.messages - from) }, (_, i) =>
      storedMessage(random, data, from + i, Math.round(first + (from + i) * step)),
    );
    await database.transaction((trx) => fillBatch(trx, batch));
  }
}
