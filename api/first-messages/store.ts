import type { Db } from '../db/database.ts';
import { rowsOf } from '../db/dialect.ts';
import { fromJsonColumn, toJsonColumn } from '../db/json-column.ts';
import type { Disposition, MemberKind } from '../marketplace/contract.ts';
import type { Signal } from '../signals/contract.ts';
import type { HoldReason } from './contract.ts';

export type Bands = readonly [number, number, number, number];

/** A message under moderation. */
export interface HeldMessage {
  messageId: string;
  caseId: string;
  senderId: string;
  holdReasons: HoldReason[];
  signals: Signal[];
  policyVersion: number;
  bands: Bands | null;
}

interface HeldRow {
  message_id: string;
  case_id: string;
  sender_id: string;
  hold_reasons: string;
  signals: string;
  policy_version: number;
  prior_disposition: Disposition | null;
}

function marks(values: readonly unknown[]): string {
  return values.map(() => '?').join(', ');
}

/** Writes of the first-messages desk, and the reads that intake decides from. */
export function firstMessagesStore(db: Db) {
  return {
    async insert(held: readonly HeldMessage[]): Promise<void> {
      if (held.length === 0) return;
      await db('first_messages').insert(
        held.map((one) => ({
          message_id: one.messageId,
          case_id: one.caseId,
          sender_id: one.senderId,
          hold_reasons: toJsonColumn(one.holdReasons),
          signals: toJsonColumn(one.signals),
          policy_version: one.policyVersion,
          band0: one.bands?.[0] ?? null,
          band1: one.bands?.[1] ?? null,
          band2: one.bands?.[2] ?? null,
          band3: one.bands?.[3] ?? null,
        })),
      );
    },

    async byCase(
      caseId: string,
    ): Promise<(Omit<HeldMessage, 'bands'> & { priorDisposition: Disposition | null }) | undefined> {
      const row = await db('first_messages').where({ case_id: caseId }).first<HeldRow | undefined>();
      if (row === undefined) return undefined;
      return {
        messageId: row.message_id,
        caseId: row.case_id,
        senderId: row.sender_id,
        holdReasons: fromJsonColumn(row.hold_reasons),
        signals: fromJsonColumn(row.signals),
        policyVersion: row.policy_version,
        priorDisposition: row.prior_disposition,
      };
    },

    /** Remembers where the message stood before a decision, so that an undo puts it back there. */
    async rememberPrior(messageId: string, prior: Disposition): Promise<void> {
      await db('first_messages').where({ message_id: messageId }).update({ prior_disposition: prior });
    },

    /** Kind and language of members; who is missing is no member. */
    async senders(ids: readonly string[]): Promise<Map<string, { kind: MemberKind; locale: string | null }>> {
      const rows = await rowsOf<{ id: string; kind: MemberKind; locale: string | null }>(
        db,
        `select id, kind, locale from members where id in (${marks(ids)})`,
        ids,
      );
      return new Map(rows.map(({ id, kind, locale }) => [id, { kind, locale }]));
    },

    /** Who sent which of these texts since `since`, as far as `limit` rows tell. */
    async recentTexts(
      keys: readonly string[],
      since: number,
      limit: number,
    ): Promise<{ textKey: string; senderId: string }[]> {
      if (keys.length === 0) return [];
      const rows = await rowsOf<{ text_key: string; sender_id: string }>(
        db,
        `select text_key, sender_id from messages
          where text_key is not null and text_key in (${marks(keys)}) and received_at > ? limit ?`,
        [...keys, since, limit],
      );
      return rows.map((row) => ({ textKey: row.text_key, senderId: row.sender_id }));
    },

    /** How much each sender has sent since `since`, counted no further than `cap`. */
    async recentCounts(
      senderIds: readonly string[],
      since: number,
      cap: number,
    ): Promise<Map<string, number>> {
      const rows = await rowsOf<{ id: string; sent: number }>(
        db,
        `select m.id, (select count(*) from (select 1 from messages r
            where r.sender_id = m.id and r.received_at > ? limit ?) capped) as sent
          from members m where m.id in (${marks(senderIds)})`,
        [since, cap, ...senderIds],
      );
      return new Map(rows.map((row) => [row.id, row.sent]));
    },
  };
}
