import { z } from 'zod';
import { ExternalId, GatehouseId, IsoTime, Locale, text } from '../http/fields.ts';

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** An amount in minor units (cents, won) with its ISO 4217 currency. */
export const Money = z
  .object({
    value: z.int('must be a whole number of minor units').min(0, 'must be 0 or more'),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code such as KRW')
      .refine((code) => CURRENCIES.has(code), 'is not a currency of ISO 4217'),
  })
  .meta({ id: 'Money' });
export type Money = z.output<typeof Money>;

/** A status of the marketplace's own: Gatehouse shows it and never interprets it. */
const Status = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/, 'must be 1 to 64 letters, digits, _ . or -');

export const MEMBER_KINDS = ['client', 'expert'] as const;
export type MemberKind = (typeof MEMBER_KINDS)[number];
export const ACCOUNT_TYPES = ['individual', 'business'] as const;
export type AccountType = (typeof ACCOUNT_TYPES)[number];

const member = {
  kind: z.enum(MEMBER_KINDS),
  nickname: text(200),
  accountType: z.enum(ACCOUNT_TYPES),
  businessVerifiedAt: IsoTime.optional(),
  locale: Locale.optional(),
  email: text(320)
    .regex(/^[^\s@]+@[^\s@]+$/, 'must be an e-mail address')
    .optional(),
  phone: text(40).optional(),
  joinedAt: IsoTime,
};
export const MemberBody = z.object(member).meta({ id: 'MemberBody' });
export const Member = z.object({ id: ExternalId, ...member }).meta({ id: 'Member' });
export type Member = z.output<typeof Member>;

const service = {
  expertId: ExternalId,
  title: text(500),
  category: text(200),
  qualityGuarantee: z.boolean(),
  listedAt: IsoTime,
  status: Status,
};
export const ServiceBody = z.object(service).meta({ id: 'ServiceBody' });
export const Service = z.object({ id: ExternalId, ...service }).meta({ id: 'Service' });
export type Service = z.output<typeof Service>;

const order = {
  clientId: ExternalId,
  expertId: ExternalId,
  serviceId: ExternalId,
  amount: Money,
  status: Status,
  orderedAt: IsoTime,
  agreedDueAt: IsoTime.optional(),
  deliveredAt: IsoTime.optional(),
  completedAt: IsoTime.optional(),
  cancelledAt: IsoTime.optional(),
  paymentKey: text(200).optional(),
  ndaSignedAt: IsoTime.optional(),
  qualityGuarantee: z.boolean(),
};
export const OrderBody = z.object(order).meta({ id: 'OrderBody' });
export const Order = z.object({ id: ExternalId, ...order }).meta({ id: 'Order' });
export type Order = z.output<typeof Order>;

const review = {
  orderId: ExternalId,
  rating: z.int('must be a whole number, 1 to 5').min(1, 'must be 1 to 5').max(5, 'must be 1 to 5'),
  text: text(20_000).optional(),
  createdAt: IsoTime,
};
export const ReviewBody = z.object(review).meta({ id: 'ReviewBody' });
export const Review = z.object({ id: ExternalId, ...review }).meta({ id: 'Review' });
export type Review = z.output<typeof Review>;

export const Attachment = z
  .object({
    name: text(255),
    size: z.int().min(0, 'must be 0 or more'),
    mediaType: z
      .string()
      .max(127)
      .regex(
        /^[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*\/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*$/,
        'must be a media type such as image/png',
      ),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/, 'must be 64 lower-case hexadecimal digits')
      .optional(),
    url: z
      .url({ protocol: /^https?$/, error: 'must be an http(s) address' })
      .max(2000)
      .optional(),
  })
  .meta({ id: 'Attachment' });
export type Attachment = z.output<typeof Attachment>;

export const MESSAGE_KINDS = ['text', 'proposal'] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];
export const CHANNELS = ['web', 'app', 'email'] as const;
export type Channel = (typeof CHANNELS)[number];

/** The longest text that a message may have, in UTF-16 code units. */
export const MESSAGE_TEXT_MAX = 20_000;

/** A message as the marketplace sends it. It is immutable: the same id with other content is a conflict. */
export const MessageBody = z
  .object({
    id: ExternalId,
    conversationId: ExternalId,
    senderId: ExternalId,
    recipientId: ExternalId,
    kind: z.enum(MESSAGE_KINDS),
    text: text(MESSAGE_TEXT_MAX, 0),
    sentAt: IsoTime,
    attachments: z.array(Attachment).max(20, 'must have at most 20 attachments').optional(),
    channel: z.enum(CHANNELS).optional(),
  })
  .refine((message) => message.text !== '' || (message.attachments?.length ?? 0) > 0, {
    path: ['text'],
    message: 'must not be empty where nothing is attached',
  })
  .refine((message) => message.senderId !== message.recipientId, {
    path: ['recipientId'],
    message: 'must be somebody other than the sender',
  })
  .meta({ id: 'Message' });
export type MessageBody = z.output<typeof MessageBody>;

/** Where a message stands. Automation only holds and releases; the rest is a person's, or the marketplace's own. */
export const DISPOSITIONS = ['held', 'released', 'rejected', 'withdrawn', 'removed'] as const;
export type Disposition = (typeof DISPOSITIONS)[number];

/** What everybody at a desk may know of a member: no contact data. */
export const MemberCard = z
  .object({
    id: ExternalId,
    kind: z.enum(MEMBER_KINDS),
    nickname: z.string(),
    accountType: z.enum(ACCOUNT_TYPES),
    businessVerifiedAt: z.string().nullable(),
    locale: z.string().nullable(),
    joinedAt: z.string(),
    ordersAsClient: z.int(),
    ordersAsExpert: z.int(),
  })
  .meta({ id: 'MemberCard' });
export type MemberCard = z.output<typeof MemberCard>;

/** A member for the members' page; contact data only masked. */
export const MemberView = MemberCard.extend({
  maskedEmail: z.string().nullable(),
  maskedPhone: z.string().nullable(),
  services: z.int(),
  updatedAt: z.string(),
}).meta({ id: 'MemberView' });
export type MemberView = z.output<typeof MemberView>;

export const ApiKeyBody = z.object({ name: text(100) }).meta({ id: 'ApiKeyBody' });
export const ApiKey = z
  .object({
    id: GatehouseId,
    name: z.string(),
    /** The last characters of the key. */
    hint: z.string(),
    createdBy: z.string(),
    createdAt: z.string(),
    /** To the minute. */
    lastUsedAt: z.string().nullable(),
    revokedAt: z.string().nullable(),
  })
  .meta({ id: 'ApiKey' });
export type ApiKey = z.output<typeof ApiKey>;
/** As it is answered once, when it is made: the only time that the key itself is seen. */
export const NewApiKey = ApiKey.extend({ key: z.string() }).meta({ id: 'NewApiKey' });
export type NewApiKey = z.output<typeof NewApiKey>;

/** What became of one record of an import. A refusal never quotes the record. */
export type RecordResult =
  | { result: 'created' | 'updated' | 'unchanged'; disposition?: Disposition }
  | { refused: string; detail: string /** The field that is wrong, where it is one. */; field?: string };

/** The last line of an import. */
export interface ImportCounts {
  resource: string;
  /** Lines that were not blank. */
  received: number;
  created: number;
  updated: number;
  unchanged: number;
  refused: number;
  /** Of messages: where the stored ones stand now. A message that was imported before may have been decided since. */
  dispositions?: { held: number; released: number } & { [other in Disposition]?: number };
  /** Where the import could not go on: the first line that was not worked. Send from there, or all of it, again. */
  stopped?: { line: number; code: string; detail: string };
}

/** A line that an import refused. */
export interface ImportRefusal {
  line: number;
  id?: string;
  code: string;
  detail: string;
}
