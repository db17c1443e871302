import { type HttpAnswer, openConnection } from './http-connection.ts';

/** One request. */
export interface Call {
  method: 'GET' | 'POST';
  path: string;
  headers?: Record<string, string>;
  body?: unknown;
}

/** What to send, by how many connections, for how long at most. */
export interface Load {
  port: number;
  connections: number;
  seconds: number;
  calls: Call[];
  /** Begins again where the calls are used up; otherwise that ends it. */
  repeat: boolean;
  /** Gives the bodies back. */
  keepBodies: boolean;
}

export interface LoadResult {
  /** Milliseconds, one per call. */
  latencies: number[];
  seconds: number;
  statuses: Record<string, number>;
  bodies: string[];
  /** The first answer that was no success. */
  firstFailure: string | undefined;
}

function bytesOf({ method, path, headers = {}, body }: Call): Buffer {
  const content = body === undefined ? '' : JSON.stringify(body);
  const lines = [`${method} ${path} HTTP/1.1`, 'host: 127.0.0.1'];
  for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`);
  if (body !== undefined)
    lines.push('content-type: application/json', `content-length: ${Buffer.byteLength(content)}`);
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${content}`);
}

async function run(load: Load): Promise<LoadResult> {
  const requests = load.calls.map(bytesOf);
  const connections = await Promise.all(
    Array.from({ length: load.connections }, () => openConnection(load.port)),
  );
  const result: LoadResult = { latencies: [], seconds: 0, statuses: {}, bodies: [], firstFailure: undefined };
  const note = ({ status, body }: HttpAnswer, ms: number) => {
    result.latencies.push(ms);
    result.statuses[status] = (result.statuses[status] ?? 0) + 1;
    if (load.keepBodies) result.bodies.push(body.toString());
    if (status >= 300) result.firstFailure ??= `${status} ${body.toString().slice(0, 500)}`;
  };
  let next = 0;
  const start = performance.now();
  const end = start + load.seconds * 1000;
  await Promise.all(
    connections.map(async (connection) => {
      for (;;) {
        if (next >= requests.length && !load.repeat) return;
        const sent = performance.now();
        if (sent >= end) return;
        const answer = await connection.call(requests[next++ % requests.length] as Buffer);
        note(answer, performance.now() - sent);
      }
    }),
  );
  result.seconds = (performance.now() - start) / 1000;
  for (const connection of connections) connection.close();
  return result;
}

// A process of its own: the parent sends a load, and is sent its result.
process.on('message', (load: Load) => {
  run(load).then(
    (result) => process.send?.({ result }),
    (error: Error) => process.send?.({ error: error.message }),
  );
});
process.on('disconnect', () => process.exit(0));
