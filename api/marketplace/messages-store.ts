import { toIso } from '../core/clock.ts';
import { sha256 } from '../core/json.ts';
import type { Db } from '../db/database.ts';
import { countOf } from '../db/dialect.ts';
import { fromJsonColumn, toJsonColumn } from '../db/json-column.ts';
import { idLists, insertRows, marks, selectByIds } from '../db/bulk.ts';
import type { Attachment, Channel, Disposition, MessageBody, MessageKind } from './contract.ts';

/** A message as Gatehouse keeps it. Times are milliseconds since the epoch. */
export interface StoredMessage {
  id: string;
  conversationId: string;
  senderId: string;
  recipientId: string;
  kind: MessageKind;
  text: string;
  sentAt: number;
  receivedAt: number;
  attachments: Attachment[];
  channel: Channel | null;
  contentHash: string;
  disposition: Disposition;
  /** Whether a person let it pass: what the sender's trust is counted from. */
  releasedByPerson: boolean;
  caseId: string | null;
  /** Hash of the normalised text, shared by near-identical texts; null: too short to tell. */
  textKey: string | null;
}

/** What is known of a message that is sent again. */
export interface KnownMessage {
  contentHash: string;
  disposition: Disposition;
  caseId: string | null;
}

interface MessageRow {
  id: string;
  conversation_id: string;
  sender_id: string;
  recipient_id: string;
  kind: MessageKind;
  text: string;
  sent_at: number;
  received_at: number;
  attachments: string;
  channel: Channel | null;
  content_hash: string;
  disposition: Disposition;
  released_by_person: boolean | number;
  case_id: string | null;
  text_key: string | null;
}

const COLUMNS = [
  'id',
  'conversation_id',
  'sender_id',
  'recipient_id',
  'kind',
  'text',
  'sent_at',
  'received_at',
  'attachments',
  'channel',
  'content_hash',
  'disposition',
  'released_by_person',
  'case_id',
  'text_key',
] as const;

function toValues(message: StoredMessage): unknown[] {
  return [
    message.id,
    message.conversationId,
    message.senderId,
    message.recipientId,
    message.kind,
    message.text,
    message.sentAt,
    message.receivedAt,
    toJsonColumn(message.attachments),
    message.channel,
    message.contentHash,
    message.disposition,
    message.releasedByPerson,
    message.caseId,
    message.textKey,
  ];
}

function fromRow(row: MessageRow): StoredMessage {
  return {
    id: row.id,
    conversationId: row.conversation_id,
    senderId: row.sender_id,
    recipientId: row.recipient_id,
    kind: row.kind,
    text: row.text,
    sentAt: row.sent_at,
    receivedAt: row.received_at,
    attachments: fromJsonColumn<Attachment[]>(row.attachments),
    channel: row.channel,
    contentHash: row.content_hash,
    disposition: row.disposition,
    releasedByPerson: Boolean(row.released_by_person),
    caseId: row.case_id,
    textKey: row.text_key,
  };
}

/** What makes two sendings of one id the same: everything the marketplace says. The same instant is the same time. */
export function contentHash(message: MessageBody): string {
  return sha256(
    JSON.stringify([
      message.conversationId,
      message.senderId,
      message.recipientId,
      message.kind,
      message.text,
      toIso(Date.parse(message.sentAt)),
      (message.attachments ?? []).map((file) => [
        file.name,
        file.size,
        file.mediaType,
        file.sha256 ?? null,
        file.url ?? null,
      ]),
      message.channel ?? null,
    ]),
  );
}

/** Writes and by-id reads of messages. Whether one is held is the first-messages desk's to say. */
export function messagesStore(db: Db) {
  return {
    /** The ones of these ids that are here already. */
    async existing(ids: Iterable<string>): Promise<Map<string, KnownMessage>> {
      const rows = await selectByIds<{
        id: string;
        content_hash: string;
        disposition: Disposition;
        case_id: string | null;
      }>(db, 'select id, content_hash, disposition, case_id from messages where id in ({ids})', ids);
      return new Map(
        rows.map((row) => [
          row.id,
          { contentHash: row.content_hash, disposition: row.disposition, caseId: row.case_id },
        ]),
      );
    },

    /**
     * Inserts messages; one whose id is there by now is left as it is.
     * @returns the ids that were inserted: what is missing was sent by somebody else at the same time
     */
    async insertMany(messages: readonly StoredMessage[]): Promise<Set<string>> {
      // in the order of ids, so that two imports of the same messages wait for each other and do not deadlock
      const ordered = [...messages].sort((a, b) => (a.id < b.id ? -1 : 1));
      const rows = await insertRows<{ id: string }>(
        db,
        'messages',
        COLUMNS,
        ordered.map(toValues),
        'on conflict (id) do nothing returning id',
      );
      return new Set(rows.map((row) => row.id));
    },

    /**
     * Moves messages that stand at `from` to `to`. Guarded: fewer than were asked for means that something else
     * moved them first.
     * @param change.releasedByPerson whether they count towards their senders' trust from now on
     * @returns how many moved
     */
    async setDisposition(
      ids: readonly string[],
      change: { from: Disposition; to: Disposition; releasedByPerson: boolean },
    ): Promise<number> {
      let moved = 0;
      for (const list of idLists(ids)) {
        moved += await countOf(
          db,
          `update messages set disposition = ?, released_by_person = ?
            where disposition = ? and id in (${marks(list.length)})`,
          [change.to, change.releasedByPerson, change.from, ...list],
        );
      }
      return moved;
    },

    async byIds(ids: Iterable<string>): Promise<Map<string, StoredMessage>> {
      const rows = await selectByIds<MessageRow>(
        db,
        `select ${COLUMNS.join(',')} from messages where id in ({ids})`,
        ids,
      );
      return new Map(rows.map((row) => [row.id, fromRow(row)]));
    },

    /**
     * How many messages of each sender a person has released, counted no further than `cap`: a trusted sender of a
     * hundred thousand messages costs no more than a new one. A sender without any, or unknown, counts 0.
     */
    async personReleasedCounts(senderIds: Iterable<string>, cap: number): Promise<Map<string, number>> {
      const asked = [...new Set(senderIds)];
      const rows = await selectByIds<{ id: string; released: number }>(
        db,
        `select m.id, (select count(*) from (select 1 from messages r where r.sender_id = m.id
           and r.released_by_person limit ${Math.max(0, Math.trunc(cap))}) capped) as released
         from members m where m.id in ({ids})`,
        asked,
      );
      const counts = new Map(asked.map((id) => [id, 0]));
      for (const row of rows) counts.set(row.id, row.released);
      return counts;
    },
  };
}
