import { createHmac } from 'node:crypto';

/**
 * The `webhook-signature` header of Standard Webhooks 1.0: HMAC-SHA256 over `{id}.{timestamp}.{body}`, one signature per
 * secret, so that the receiver may know either of two while they are exchanged.
 * @param timestamp seconds since the epoch, as in the header `webhook-timestamp`
 * @param secrets `whsec_<base64>`
 */
export function signWebhook(id: string, timestamp: number, body: string, secrets: readonly string[]): string {
  return secrets
    .map((secret) => {
      const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
      return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
    })
    .join(' ');
}
