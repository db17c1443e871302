import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../core/clock.ts';
import { openReceiver, type Receiver } from './webhooks-fixtures.ts';
import { parseRetryAfter, RETRY_DELAYS_MS, retryDelayMs } from './webhooks-retry.ts';
import { createSender, type Send } from './webhooks-send.ts';

const OLD = `whsec_${Buffer.from('an old secret of twenty-four bytes').toString('base64')}`;
const NEW = `whsec_${Buffer.from('a new secret of twenty-four bytes!').toString('base64')}`;
const event = {
  id: 'evt_1',
  type: 'message.released',
  createdAt: '2026-11-23T01:00:00.000Z',
  data: { messageId: '메시지-1', caseId: 'case_1' },
};

describe('sending a webhook', () => {
  let receiver: Receiver;
  let send: Send;
  beforeEach(async () => {
    receiver = await openReceiver();
    send = createSender({ secrets: [OLD, NEW], timeoutMs: 300, clock: systemClock });
  });
  afterEach(() => receiver.close());

  it('is signed so that the published package verifies it, with either secret while they rotate', async () => {
    expect(await send(receiver.url, event)).toMatchObject({ httpStatus: 204, error: null });
    const [request] = receiver.received;
    const headers = request?.headers as Record<string, string>;
    for (const secret of [OLD, NEW]) {
      expect(new Webhook(secret).verify(request?.body ?? '', headers)).toEqual(event);
    }
    const other = `whsec_${Buffer.from('somebody else’s secret, not ours').toString('base64')}`;
    expect(() => new Webhook(other).verify(request?.body ?? '', headers)).toThrow();
    expect(() => new Webhook(NEW).verify(`${request?.body} `, headers)).toThrow();
    expect(headers['webhook-id']).toBe(event.id);
    expect(headers['content-type']).toBe('application/json');
  });

  it('does not follow a redirect', async () => {
    receiver.answer = (res) => res.writeHead(307, { location: '/elsewhere' }).end();
    expect(await send(receiver.url, event)).toMatchObject({ httpStatus: 307, error: 'redirect' });
    expect(receiver.received.map((request) => request.path)).toEqual(['/hooks']);
  });

  it('gives up on a receiver that does not answer, or never ends its answer', async () => {
    receiver.answer = () => {};
    expect(await send(receiver.url, event)).toMatchObject({ httpStatus: null, error: 'timeout' });
    receiver.answer = (res) => void res.writeHead(200).write('and');
    const result = await send(receiver.url, event);
    expect(result).toMatchObject({ httpStatus: 200, error: 'timeout' });
    expect(result.durationMs).toBeLessThan(1_000);
  });

  it('does not read an answer without end', async () => {
    receiver.answer = (res) => {
      res.writeHead(200);
      const flood = () => {
        while (!res.destroyed && res.write('x'.repeat(16_384)));
        if (!res.destroyed) res.once('drain', flood);
      };
      flood();
    };
    expect(await send(receiver.url, event)).toMatchObject({ httpStatus: 200, error: null });
  });

  it('names what went wrong', async () => {
    receiver.answer = 500;
    expect(await send(receiver.url, event)).toMatchObject({ httpStatus: 500, error: 'http_error' });
    receiver.answer = 410;
    expect(await send(receiver.url, event)).toMatchObject({ httpStatus: 410, error: 'gone' });
    receiver.answer = (res) => res.destroy();
    expect(await send(receiver.url, event)).toMatchObject({ httpStatus: null, error: 'connection_reset' });
    expect(await send('http://127.0.0.1:9/', event)).toMatchObject({ httpStatus: null });
    expect(await send('http://no-such-host.invalid/', event)).toMatchObject({ error: 'unknown_host' });
  });

  it('sends nothing over 20 kB', async () => {
    const large = { ...event, data: { text: '가'.repeat(7_000) } };
    expect(await send(receiver.url, large)).toMatchObject({ httpStatus: null, error: 'too_large' });
    expect(receiver.received).toEqual([]);
  });

  it('hears when it is asked to wait', async () => {
    receiver.answer = (res) => res.writeHead(503, { 'retry-after': '600' }).end();
    expect(await send(receiver.url, event)).toMatchObject({ httpStatus: 503, retryAfterMs: 600_000 });
  });
});

describe('the retry table', () => {
  it('is that of Standard Webhooks: nine pauses, then no more', () => {
    const table = Array.from({ length: 10 }, (_, i) => retryDelayMs(i + 1));
    expect(table).toEqual([...RETRY_DELAYS_MS, undefined]);
    expect(RETRY_DELAYS_MS.map((ms) => ms / 60_000)).toEqual([
      5 / 60,
      5,
      30,
      120,
      300,
      600,
      840,
      1_200,
      1_440,
    ]);
  });

  it('lets the receiver ask for more time, not for less, and not for ever', () => {
    expect(retryDelayMs(1, 60_000)).toBe(60_000);
    expect(retryDelayMs(2, 1_000)).toBe(300_000);
    expect(retryDelayMs(1, Number.MAX_SAFE_INTEGER)).toBe(86_400_000);
    expect(retryDelayMs(10, 60_000)).toBeUndefined();
  });

  it('reads Retry-After as seconds or as a date', () => {
    const now = Date.parse('2026-11-23T01:00:00Z');
    expect(parseRetryAfter('120', now)).toBe(120_000);
    expect(parseRetryAfter('Mon, 23 Nov 2026 01:01:00 GMT', now)).toBe(60_000);
    for (const useless of [null, '', 'soon', '-5', 'Mon, 23 Nov 2020 01:01:00 GMT']) {
      expect(parseRetryAfter(useless, now)).toBe(0);
    }
  });
});
