import { toIso } from '../core/clock.ts';
import { Member, Order, Review, Service } from './contract.ts';
import { type BrokenRule, maybeText, maybeTime, type RecordKind, time } from './record-kind.ts';

export const memberKind: RecordKind<Member> = {
  name: 'members',
  noun: 'member',
  schema: Member,
  columns: [
    'kind',
    'nickname',
    'account_type',
    'business_verified_at',
    'locale',
    'email',
    'phone',
    'joined_at',
  ],
  values: (member) => [
    member.kind,
    member.nickname,
    member.accountType,
    time(member.businessVerifiedAt),
    member.locale ?? null,
    member.email ?? null,
    member.phone ?? null,
    Date.parse(member.joinedAt),
  ],
  fromRow: (row) => ({
    id: row.id as string,
    kind: row.kind as Member['kind'],
    nickname: row.nickname as string,
    accountType: row.account_type as Member['accountType'],
    businessVerifiedAt: maybeTime(row.business_verified_at),
    locale: maybeText(row.locale),
    email: maybeText(row.email),
    phone: maybeText(row.phone),
    joinedAt: toIso(row.joined_at as number),
  }),
  references: () => [],
  broken: () => undefined,
};

export const serviceKind: RecordKind<Service> = {
  name: 'services',
  noun: 'service',
  schema: Service,
  columns: ['expert_id', 'title', 'category', 'quality_guarantee', 'listed_at', 'status'],
  values: (service) => [
    service.expertId,
    service.title,
    service.category,
    service.qualityGuarantee,
    Date.parse(service.listedAt),
    service.status,
  ],
  fromRow: (row) => ({
    id: row.id as string,
    expertId: row.expert_id as string,
    title: row.title as string,
    category: row.category as string,
    qualityGuarantee: Boolean(row.quality_guarantee),
    listedAt: toIso(row.listed_at as number),
    status: row.status as string,
  }),
  references: (service) => [{ field: 'expertId', table: 'members', id: service.expertId }],
  broken: () => undefined,
};

const AFTER_ORDER = ['agreedDueAt', 'deliveredAt', 'completedAt', 'cancelledAt'] as const;

function brokenOrder(order: Order): BrokenRule | undefined {
  if (order.clientId === order.expertId) {
    return { code: 'same_party', field: 'expertId', detail: 'Client and expert must be two members.' };
  }
  const ordered = Date.parse(order.orderedAt);
  const early = AFTER_ORDER.find((field) => (time(order[field]) ?? ordered) < ordered);
  return early === undefined
    ? undefined
    : { code: 'time_before_order', field: early, detail: `${early} must not be before orderedAt.` };
}

export const orderKind: RecordKind<Order> = {
  name: 'orders',
  noun: 'order',
  schema: Order,
  columns: [
    'client_id',
    'expert_id',
    'service_id',
    'amount',
    'currency',
    'status',
    'ordered_at',
    'agreed_due_at',
    'delivered_at',
    'completed_at',
    'cancelled_at',
    'payment_key',
    'nda_signed_at',
    'quality_guarantee',
  ],
  values: (order) => [
    order.clientId,
    order.expertId,
    order.serviceId,
    order.amount.value,
    order.amount.currency,
    order.status,
    Date.parse(order.orderedAt),
    time(order.agreedDueAt),
    time(order.deliveredAt),
    time(order.completedAt),
    time(order.cancelledAt),
    order.paymentKey ?? null,
    time(order.ndaSignedAt),
    order.qualityGuarantee,
  ],
  fromRow: (row) => ({
    id: row.id as string,
    clientId: row.client_id as string,
    expertId: row.expert_id as string,
    serviceId: row.service_id as string,
    amount: { value: row.amount as number, currency: row.currency as string },
    status: row.status as string,
    orderedAt: toIso(row.ordered_at as number),
    agreedDueAt: maybeTime(row.agreed_due_at),
    deliveredAt: maybeTime(row.delivered_at),
    completedAt: maybeTime(row.completed_at),
    cancelledAt: maybeTime(row.cancelled_at),
    paymentKey: maybeText(row.payment_key),
    ndaSignedAt: maybeTime(row.nda_signed_at),
    qualityGuarantee: Boolean(row.quality_guarantee),
  }),
  references: (order) => [
    { field: 'clientId', table: 'members', id: order.clientId },
    { field: 'expertId', table: 'members', id: order.expertId },
    { field: 'serviceId', table: 'services', id: order.serviceId },
  ],
  broken: brokenOrder,
};

export const reviewKind: RecordKind<Review> = {
  name: 'reviews',
  noun: 'review',
  schema: Review,
  columns: ['order_id', 'rating', 'text', 'reviewed_at'],
  values: (review) => [review.orderId, review.rating, review.text ?? null, Date.parse(review.createdAt)],
  fromRow: (row) => ({
    id: row.id as string,
    orderId: row.order_id as string,
    rating: row.rating as number,
    text: maybeText(row.text),
    createdAt: toIso(row.reviewed_at as number),
  }),
  references: (review) => [{ field: 'orderId', table: 'orders', id: review.orderId }],
  broken: () => undefined,
};
