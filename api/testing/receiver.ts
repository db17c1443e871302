import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

/** How the receiver answers: takes it, fails, never answers, or sends the caller elsewhere. */
export type Manner = 'accept' | 'fail' | 'hang' | 'redirect';

/** What has arrived under one `webhook-id`. */
export interface Arrival {
  /** How often the receiver took it. */
  accepted: number;
  /** How often it came, taken or not. */
  tries: number;
  /** The event, as it came the first time. */
  event: { id: string; type: string; createdAt: string; data: Record<string, unknown> };
  body: string;
}

/** A marketplace's receiver of webhooks, as its programmers would write one with the published package. */
export interface Receiver {
  readonly url: string;
  readonly secret: string;
  /** By `webhook-id`. */
  readonly arrivals: ReadonlyMap<string, Arrival>;
  /** What should never happen: a wrong signature, another body under a known id, a redirect that was followed. */
  readonly complaints: readonly string[];
  /** How often each manner met a webhook. */
  readonly met: Readonly<Record<Manner, number>>;
  answer(manner: Manner): void;
  close(): Promise<void>;
}

export const RECEIVER_SECRET = `whsec_${Buffer.from('a secret of thirty-two bytes ok!').toString('base64')}`;

/** @param delayMs how long it takes to answer, so that there is time to be killed while it does */
export async function startReceiver(delayMs = 0): Promise<Receiver> {
  const webhook = new Webhook(RECEIVER_SECRET);
  const arrivals = new Map<string, Arrival>();
  const complaints: string[] = [];
  const met: Record<Manner, number> = { accept: 0, fail: 0, hang: 0, redirect: 0 };
  const hanging = new Set<ServerResponse>();
  let manner: Manner = 'accept';

  function take(headers: Record<string, string>, body: string, how: Manner): void {
    const id = headers['webhook-id'] ?? '';
    let event: Arrival['event'];
    try {
      event = webhook.verify(body, headers) as Arrival['event'];
    } catch (error) {
      complaints.push(`${id}: ${(error as Error).message}`);
      return;
    }
    if (event.id !== id) complaints.push(`${id}: the body is of the event ${event.id}`);
    const known = arrivals.get(id) ?? { accepted: 0, tries: 0, event, body };
    if (known.body !== body) complaints.push(`${id}: came with two bodies`);
    known.tries++;
    if (how === 'accept') known.accepted++;
    arrivals.set(id, known);
  }

  function respond(res: ServerResponse, how: Manner): void {
    if (how === 'hang') {
      hanging.add(res);
      res.once('close', () => hanging.delete(res));
      return;
    }
    if (how === 'redirect') res.setHeader('location', '/elsewhere');
    res.statusCode = { accept: 204, fail: 500, redirect: 307 }[how];
    res.end();
  }

  const server = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      if (req.url !== '/hooks') complaints.push(`somebody followed a redirect to ${req.url ?? '?'}`);
      const how = manner;
      met[how]++;
      take(req.headers as Record<string, string>, Buffer.concat(chunks).toString('utf8'), how);
      if (delayMs === 0) respond(res, how);
      else setTimeout(respond, delayMs, res, how);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`,
    secret: RECEIVER_SECRET,
    arrivals,
    complaints,
    met,
    answer(next) {
      manner = next;
    },
    async close() {
      for (const res of hanging) res.destroy();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
