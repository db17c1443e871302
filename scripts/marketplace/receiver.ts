import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

/** An event as Gatehouse pushes it. */
export interface PushedEvent {
  id: string;
  type: string;
  createdAt: string;
  data: { caseId?: string; messageId?: string; noticeId?: string; reasonCode?: string | null };
}

export interface Receiver {
  url: string;
  /** Requests whose signature was not right. */
  forged(): number;
  /** Events that came a second time: at least once is the promise. */
  repeated(): number;
  close(): Promise<void>;
}

const BODY_LIMIT = 100_000;
const REMEMBERED = 10_000;

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > BODY_LIMIT) throw new Error('too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

async function listen(server: ReturnType<typeof createServer>, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/**
 * The marketplace's end of the webhooks: takes an event only with a right signature (Standard Webhooks), answers at
 * once, and hands each event on one time.
 * @param port 0, or the one it had before: another one where that is taken
 */
export async function startReceiver(options: {
  secret: string;
  port: number;
  onEvent: (event: PushedEvent) => void;
}): Promise<Receiver> {
  const webhook = new Webhook(options.secret);
  const seen = new Set<string>();
  let forged = 0;
  let repeated = 0;

  function take(event: PushedEvent): void {
    if (seen.has(event.id)) {
      repeated++;
      return;
    }
    seen.add(event.id);
    if (seen.size > REMEMBERED) seen.delete(seen.values().next().value as string);
    options.onEvent(event);
  }

  const server = createServer((request, response) => {
    const answer = (status: number) => response.writeHead(status).end();
    bodyOf(request).then(
      (body) => {
        let event: PushedEvent;
        try {
          event = webhook.verify(body, request.headers as Record<string, string>) as PushedEvent;
        } catch {
          forged++;
          answer(401);
          return;
        }
        answer(204);
        take(event);
      },
      () => answer(413),
    );
  });
  await listen(server, options.port).catch(() => listen(server, 0));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/gatehouse-webhooks`,
    forged: () => forged,
    repeated: () => repeated,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
