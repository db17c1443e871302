import { insertInto, selectByIds } from '../db/bulk.ts';
import type { Db } from '../db/database.ts';
import { rowsOf } from '../db/dialect.ts';
import { fromJsonColumn, toJsonColumn } from '../db/json-column.ts';
import type { Disposition, MemberKind } from '../marketplace/contract.ts';
import type { Signal } from '../signals/contract.ts';
import type { HoldReason } from './contract.ts';
import type { Sent } from './traffic.ts';

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

/** Milliseconds, both ends included. */
export interface Span {
  from: number;
  to: number;
}

/** Writes of the first-messages desk, and the reads that intake decides from. */
export function firstMessagesStore(db: Db) {
  async function sent(
    where: string,
    keys: readonly string[],
    { from, to }: Span,
    each: number,
  ): Promise<Sent[]> {
    return selectByIds<Sent>(
      db,
      `select sender_id as "senderId", recipient_id as "recipientId", conversation_id as "conversationId",
          text_key as "textKey", sent_at as "sentAt"
        from messages where ${where} and sent_at >= ? and sent_at <= ? order by sent_at desc limit ?`,
      keys,
      [from, to, each * keys.length],
    );
  }

  return {
    async insert(held: readonly HeldMessage[]): Promise<void> {
      await insertInto(
        db,
        'first_messages',
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
      await rowsOf(db, 'update first_messages set prior_disposition = ? where message_id = ?', [
        prior,
        messageId,
      ]);
    },

    /**
     * Where the marketplace may believe that these messages stand: a decision that can still be taken back has not left,
     * so until then it is what held before it, here as in the feed.
     */
    async told(ids: readonly string[]): Promise<Map<string, Disposition>> {
      const rows = await selectByIds<{ id: string; told: Disposition }>(
        db,
        `select m.id, case when exists (select 1 from cases c join outbox o on o.decision_id = c.decision_id
              where c.id = m.case_id and o.status = 'pending')
            then f.prior_disposition else m.disposition end as told
          from messages m left join first_messages f on f.message_id = m.id where m.id in ({ids})`,
        ids,
      );
      return new Map(rows.map(({ id, told }) => [id, told]));
    },

    /** Kind and language of members; who is missing is no member. */
    async senders(ids: readonly string[]): Promise<Map<string, { kind: MemberKind; locale: string | null }>> {
      const rows = await selectByIds<{ id: string; kind: MemberKind; locale: string | null }>(
        db,
        'select id, kind, locale from members where id in ({ids})',
        ids,
      );
      return new Map(rows.map(({ id, kind, locale }) => [id, { kind, locale }]));
    },

    /** Whom a notice about their message goes to. */
    async addressee(
      memberId: string,
    ): Promise<{ id: string; nickname: string; locale: string | null } | undefined> {
      const [member] = await rowsOf<{ id: string; nickname: string; locale: string | null }>(
        db,
        'select id, nickname, locale from members where id = ?',
        [memberId],
      );
      return member;
    },

    /** What these people sent in a span of time, as far as `each` messages per person tell. */
    async sentBy(senderIds: readonly string[], span: Span, each: number): Promise<Sent[]> {
      return sent('sender_id in ({ids})', senderIds, span, each);
    },

    /** Who sent these texts in a span of time, as far as `each` messages per text tell. */
    async sameTexts(textKeys: readonly string[], span: Span, each: number): Promise<Sent[]> {
      return sent('text_key is not null and text_key in ({ids})', textKeys, span, each);
    },
  };
}
