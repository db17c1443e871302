import { newId } from '../core/ids.ts';
import type { RunningApp } from './running-app.ts';
import { type Existing, sampleRequest } from './sample-requests.ts';

let made = 0;

async function put(app: RunningApp, path: string, it: Existing): Promise<void> {
  const request = sampleRequest('PUT', path, it);
  const answer = await app.marketplace('PUT', request.path, JSON.parse(request.body as string));
  if (answer.status >= 300) throw new Error(`PUT ${path} answered ${answer.status}: ${answer.text}`);
}

/** A message that was not sent before. */
export function anotherMessage(it: Existing): { id: string } {
  const fresh = `${process.pid}-${++made}`;
  const { body } = sampleRequest('POST', '/v1/messages', { ...it, fresh });
  return JSON.parse(body as string) as { id: string };
}

/** One held message more, with its case. */
export async function heldMessage(app: RunningApp, it: Existing): Promise<Existing> {
  const body = anotherMessage(it);
  const answer = await app.marketplace('POST', '/v1/messages', body);
  if (typeof answer.body.caseId !== 'string') throw new Error(`The message is not held: ${answer.text}`);
  return { ...it, fresh: body.id, messageId: body.id, caseId: answer.body.caseId, caseVersion: 1 };
}

/** Puts one of everything into an empty system, and decides a batch. */
export async function existing(app: RunningApp): Promise<Existing> {
  const it: Existing = {
    caseId: newId('case'),
    caseVersion: 1,
    batchId: newId('batch'),
    staffId: (await app.person(['support_agent'])).id,
    apiKeyId: newId('key'),
    memberId: 'member-1',
    otherMemberId: 'member-2',
    serviceId: 'service-1',
    orderId: 'order-1',
    reviewId: 'review-1',
    messageId: 'message-1',
    fresh: '1',
  };
  await put(app, '/v1/members/{id}', { ...it, memberId: 'member-2' });
  for (const path of ['/v1/members/{id}', '/v1/services/{id}', '/v1/orders/{id}', '/v1/reviews/{id}'])
    await put(app, path, it);
  const decided = await heldMessage(app, it);
  const batch = await app.as('moderator', 'POST', '/api/queues/first-messages/decisions', {
    items: [{ caseId: decided.caseId, version: decided.caseVersion }],
    outcome: 'release',
  });
  return { ...(await heldMessage(app, it)), batchId: batch.body.batchId as string };
}
