import type { DeskListView } from '../cases/desk.ts';
import type { CaseRow } from '../cases/rows.ts';
import { toIso, toIsoOrNull } from '../core/clock.ts';
import { idLists, marks } from '../db/bulk.ts';
import type { Database } from '../db/database.ts';
import { fromJsonColumn } from '../db/json-column.ts';
import type { Attachment, Disposition } from '../marketplace/contract.ts';
import type { Signal } from '../signals/contract.ts';
import type { HoldReason } from './contract.ts';

const EXCERPT = 160;
const TOGETHER = 25;
const CLOSE_ENOUGH = 0.85;

interface ListColumns {
  message_kind: string;
  conversation_id: string;
  excerpt: string;
  sender_id: string;
  sender_name: string;
  recipient_id: string;
  recipient_name: string;
  signals: string;
  sent_at: number;
}

/** How a held message looks in a list: who to whom, in which conversation, how it begins, what stands out. */
export const firstMessagesList: DeskListView = {
  search: { text: 'm.text', members: ['m.sender_id', 'm.recipient_id'] },
  exported: [
    'kind',
    'conversationId',
    'sentAt',
    'sender.id',
    'sender.nickname',
    'recipient.id',
    'recipient.nickname',
    'signals',
    'excerpt',
  ],
  columns: `m.kind as message_kind, m.conversation_id, substr(m.text, 1, ${EXCERPT}) as excerpt, m.sent_at,
    m.sender_id, ms.nickname as sender_name, m.recipient_id, mr.nickname as recipient_name, f.signals`,
  // by way of first_messages: joined to each other by the message, PostgreSQL expects few rows, and chooses badly for many
  joins: `join first_messages f on f.case_id = c.id join messages m on m.id = f.message_id
    join members ms on ms.id = m.sender_id join members mr on mr.id = m.recipient_id`,
  present: (columns) => {
    const row = columns as unknown as ListColumns;
    const signals = fromJsonColumn<Signal[]>(row.signals);
    return {
      kind: row.message_kind,
      conversationId: row.conversation_id,
      excerpt: row.excerpt,
      sentAt: toIso(row.sent_at),
      sender: { id: row.sender_id, nickname: row.sender_name },
      recipient: { id: row.recipient_id, nickname: row.recipient_name },
      signals: [...new Set(signals.map((signal) => signal.kind))],
    };
  },
};

/** Where a message stands now. */
export async function dispositionOf(database: Database, id: string): Promise<Disposition | undefined> {
  const [row] = await database.select<{ disposition: Disposition }>(
    'select disposition from messages where id = ?',
    [id],
  );
  return row?.disposition;
}

interface BandColumns {
  band0: number | null;
  band1: number | null;
  band2: number | null;
  band3: number | null;
}

interface MessageColumns extends BandColumns {
  id: string;
  conversation_id: string;
  sender_id: string;
  recipient_id: string;
  kind: string;
  text: string;
  sent_at: number;
  received_at: number;
  attachments: string;
  channel: string | null;
  disposition: Disposition;
  hold_reasons: string;
  signals: string;
  policy_version: number;
}

interface MemberColumns {
  id: string;
  kind: string;
  nickname: string;
  account_type: string;
  business_verified_at: number | null;
  locale: string | null;
  joined_at: number;
  orders: number;
  released: number;
  rejected: number;
  held: number;
}

interface OtherColumns {
  case_id: string;
  version: number;
  message_id: string;
  sender_id: string;
  nickname: string;
  excerpt: string;
  sent_at: number;
}

const COUNT = (table: string, where: string) =>
  `(select count(*) from (select 1 from ${table} where ${where} limit 1000) t)`;

function presentMember(row: MemberColumns) {
  return {
    id: row.id,
    kind: row.kind,
    nickname: row.nickname,
    accountType: row.account_type,
    businessVerifiedAt: toIsoOrNull(row.business_verified_at),
    locale: row.locale,
    joinedAt: toIso(row.joined_at),
    orders: row.orders,
    messages: { released: row.released, rejected: row.rejected, held: row.held },
  };
}

function presentOther(row: OtherColumns) {
  return {
    caseId: row.case_id,
    version: row.version,
    messageId: row.message_id,
    sender: { id: row.sender_id, nickname: row.nickname },
    excerpt: row.excerpt,
    sentAt: toIso(row.sent_at),
  };
}

const OTHER = `select c.id as case_id, c.version, m.id as message_id, m.sender_id, s.nickname,
    substr(m.text, 1, ${EXCERPT}) as excerpt, m.sent_at
  from first_messages f join cases c on c.id = f.case_id join messages m on m.id = f.message_id
    join members s on s.id = m.sender_id`;

/** Everything the case page shows: the message, both members, and what could be decided together with it. */
export function showFirstMessage(similarity: (a: Bands, b: Bands) => number) {
  return async (database: Database, subject: CaseRow): Promise<Record<string, unknown>> => {
    const [message] = await database.select<MessageColumns>(
      `select m.*, f.hold_reasons, f.signals, f.policy_version, f.band0, f.band1, f.band2, f.band3
        from first_messages f join messages m on m.id = f.message_id where f.case_id = ?`,
      [subject.id],
    );
    if (message === undefined) return {};
    const members = database.select<MemberColumns>(
      `select b.id, b.kind, b.nickname, b.account_type, b.business_verified_at, b.locale, b.joined_at,
          ${COUNT('orders', 'client_id = b.id or expert_id = b.id')} as orders,
          ${COUNT('messages', 'sender_id = b.id and released_by_person')} as released,
          ${COUNT('messages', "sender_id = b.id and disposition = 'rejected'")} as rejected,
          ${COUNT('messages', "sender_id = b.id and disposition = 'held'")} as held
        from members b where b.id in (?, ?)`,
      [message.sender_id, message.recipient_id],
    );
    const siblings = database.select<OtherColumns>(
      `${OTHER} where f.sender_id = ? and f.case_id <> ? and c.status = 'open' order by m.received_at limit ${TOGETHER}`,
      [message.sender_id, subject.id],
    );
    const [memberRows, siblingRows, duplicateRows] = await Promise.all([
      members,
      siblings,
      nearDuplicates(database, message, subject.id, similarity),
    ]);
    const byId = new Map(memberRows.map((row) => [row.id, presentMember(row)]));
    return {
      message: {
        id: message.id,
        conversationId: message.conversation_id,
        kind: message.kind,
        text: message.text,
        sentAt: toIso(message.sent_at),
        receivedAt: toIso(message.received_at),
        channel: message.channel,
        attachments: fromJsonColumn<Attachment[]>(message.attachments),
        disposition: message.disposition,
      },
      signals: fromJsonColumn<Signal[]>(message.signals),
      holdReasons: fromJsonColumn<HoldReason[]>(message.hold_reasons),
      policyVersion: message.policy_version,
      sender: byId.get(message.sender_id) ?? null,
      recipient: byId.get(message.recipient_id) ?? null,
      siblings: siblingRows.map(presentOther),
      nearDuplicates: duplicateRows.map(presentOther),
    };
  };
}

type Bands = [number, number, number, number];

function bandsOf(row: BandColumns): Bands | null {
  const { band0, band1, band2, band3 } = row;
  return band0 === null || band1 === null || band2 === null || band3 === null
    ? null
    : [band0, band1, band2, band3];
}

/**
 * Held messages of other senders that say nearly the same: they share a band, and then most bits. Sharing a band is
 * common where much is held, so what is shown of a message is read only of the few that are alike.
 */
async function nearDuplicates(
  database: Database,
  message: MessageColumns,
  caseId: string,
  similarity: (a: Bands, b: Bands) => number,
): Promise<OtherColumns[]> {
  const bands = bandsOf(message);
  if (bands === null) return [];
  const candidates = await database.select<BandColumns & { case_id: string }>(
    `select f.case_id, f.band0, f.band1, f.band2, f.band3 from first_messages f join cases c on c.id = f.case_id
      where (f.band0 = ? or f.band1 = ? or f.band2 = ? or f.band3 = ?)
        and f.case_id <> ? and f.sender_id <> ? and c.status = 'open' limit 200`,
    [...bands, caseId, message.sender_id],
  );
  const alike = candidates.filter((row) => {
    const other = bandsOf(row);
    return other !== null && similarity(bands, other) >= CLOSE_ENOUGH;
  });
  const [ids] = idLists(alike.slice(0, TOGETHER).map((row) => row.case_id));
  if (ids === undefined) return [];
  return database.select<OtherColumns>(`${OTHER} where f.case_id in (${marks(ids.length)})`, ids);
}

/** How long decided messages of the last days were held, and since when the oldest one waits. */
export async function holdTimes(database: Database, days: number, now: number) {
  const since = now - days * 24 * 60 * 60 * 1000;
  const held = `from cases where queue = 'first-messages' and status = 'decided' and decided_at > ?`;
  const [count] = await database.select<{ n: number }>(`select count(*) as n ${held}`, [since]);
  const decided = Number(count?.n ?? 0);
  const quantile = async (q: number): Promise<number | null> => {
    if (decided === 0) return null;
    const [row] = await database.select<{ ms: number }>(
      `select decided_at - opened_at as ms ${held} order by decided_at - opened_at limit 1 offset ?`,
      [since, Math.min(decided - 1, Math.floor(q * decided))],
    );
    return row?.ms ?? null;
  };
  const [oldest] = await database.select<{ opened: number | null }>(
    `select min(opened_at) as opened from cases where queue = 'first-messages' and status in ('open', 'waiting', 'pending_approval')`,
    [],
  );
  return {
    days,
    decided,
    medianMs: await quantile(0.5),
    p90Ms: await quantile(0.9),
    oldestOpenedAt: toIsoOrNull(oldest?.opened),
  };
}
