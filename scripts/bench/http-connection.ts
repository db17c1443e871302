import { connect, type Socket } from 'node:net';

export interface HttpAnswer {
  status: number;
  body: Buffer;
}

const HEAD_END = Buffer.from('\r\n\r\n');

/**
 * One keep-alive connection of HTTP/1.1, one call at a time. As little as a client can do: on a small machine what the
 * client costs is taken from the server that is measured.
 */
export async function openConnection(port: number): Promise<{
  call(request: Buffer): Promise<HttpAnswer>;
  close(): void;
}> {
  const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  let received: Buffer = Buffer.alloc(0);
  let waiting: { resolve(answer: HttpAnswer): void; reject(error: Error): void } | undefined;

  function answerOf(bytes: Buffer): HttpAnswer | undefined {
    const headEnd = bytes.indexOf(HEAD_END);
    if (headEnd < 0) return undefined;
    const head = bytes.toString('latin1', 0, headEnd);
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? Number.NaN);
    if (Number.isNaN(length)) throw new Error(`An answer without a length:\n${head}`);
    const bodyStart = headEnd + HEAD_END.length;
    if (bytes.length < bodyStart + length) return undefined;
    return { status: Number(head.slice(9, 12)), body: bytes.subarray(bodyStart, bodyStart + length) };
  }

  socket.on('data', (chunk: Buffer) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
    try {
      const answer = answerOf(received);
      if (answer === undefined) return;
      received = Buffer.alloc(0);
      waiting?.resolve(answer);
    } catch (error) {
      waiting?.reject(error as Error);
    }
  });
  const fail = (error?: Error) => waiting?.reject(error ?? new Error('The server closed the connection.'));
  socket.on('error', fail);
  socket.on('close', () => fail());

  return {
    call: (request) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(request);
      }),
    close: () => socket.destroy(),
  };
}
