import { z } from 'zod';
import { ExternalId, GatehouseId } from '../http/fields.ts';
import type { EventType } from '../jobs/outbox.ts';

/** What every event of a decision tells. */
const decision = {
  caseId: GatehouseId,
  decisionId: GatehouseId,
  outcome: z.string(),
  reasonCode: z.string().nullable(),
};

const message = {
  ...decision,
  messageId: ExternalId,
  conversationId: ExternalId,
  senderId: ExternalId,
  recipientId: ExternalId,
};

function event<T extends EventType, D extends z.ZodRawShape>(type: T, name: string, data: D) {
  return z
    .object({
      id: GatehouseId.describe('The same wherever the event is told: in the feed, and as `webhook-id`.'),
      type: z.literal(type),
      createdAt: z.iso.datetime(),
      data: z.object(data),
    })
    .meta({ id: name });
}

/**
 * Every event that the marketplace may learn of, by feed or by webhook: ids, outcome and reason code, never a member's
 * text or contact data. Receivers ignore types and members that they do not know: there will be more.
 */
export const EVENTS = {
  'message.released': {
    summary: 'A held message was released: deliver it.',
    schema: event('message.released', 'MessageReleasedEvent', message),
  },
  'message.rejected': {
    summary: 'A held message was rejected: it is never delivered. A notice to its sender follows.',
    schema: event('message.rejected', 'MessageRejectedEvent', message),
  },
  'message.removed': {
    summary:
      'A message that had been released was rejected in a later round: take it out of the conversation.',
    schema: event('message.removed', 'MessageRemovedEvent', message),
  },
  'notice.created': {
    summary:
      'A statement of reasons is ready for a member: read it at /v1/notices/{noticeId} and deliver it.',
    schema: event('notice.created', 'NoticeCreatedEvent', {
      ...decision,
      noticeId: GatehouseId,
      memberId: ExternalId,
      messageId: ExternalId.optional(),
    }),
  },
} satisfies Record<EventType, { summary: string; schema: z.ZodType }>;
