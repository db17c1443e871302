import { Agent, type IncomingMessage, request } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { NamedOperation } from '../openapi.ts';
import { type Caller, EVERYBODY, ROLE_TABLE } from '../role-table.ts';
import type { RunningApp } from '../running-app.ts';
import type { Body, FuzzRequest } from './requests.ts';
import type { World } from './world.ts';

const ANSWER_WITHIN_MS = 20_000;
const bombs = new Map<number, Buffer>();

export interface Sent {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: Buffer | undefined;
}

export interface Heard {
  status: number;
  type: string;
  text: string;
}

function bomb(bytes: number): Buffer {
  const known = bombs.get(bytes) ?? gzipSync(`{"a":"${'x'.repeat(bytes)}"}`);
  bombs.set(bytes, known);
  return known;
}

function bytesOf(body: Body, path: string, n: number, world: World): Buffer | undefined {
  const json = (value: unknown) => world.json(value, path, n);
  switch (body.kind) {
    case 'none':
      return undefined;
    case 'json':
      return Buffer.from(json(body.value));
    case 'cut': {
      const whole = Buffer.from(json(body.value));
      return whole.subarray(0, Math.floor(whole.length * body.share));
    }
    case 'lines':
      return Buffer.from(body.values.map(json).join('\n'));
    case 'bytes':
      return Buffer.from(body.bytes);
    case 'gzip':
      return gzipSync(json(body.value));
    case 'bomb':
      return bomb(body.bytes);
    case 'large':
      return Buffer.from(`{"a":"${'x'.repeat(body.bytes)}"}`);
  }
}

/** The request as a line for a shell. */
export function curlOf(url: string, sent: Sent): string {
  const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;
  const headers = Object.entries(sent.headers).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`);
  const line = ['curl -i --path-as-is -X', sent.method, ...headers, quoted(url + sent.path)].join(' ');
  if (sent.body === undefined) return line;
  if (sent.body.length > 200_000) return `${line} --data-binary @<${sent.body.length} bytes>`;
  return `echo ${sent.body.toString('base64')} | base64 -d | ${line} --data-binary @-`;
}

/** Sends what was generated, with the credentials of somebody who may (or may not) do it. */
export function createSender(app: RunningApp, world: World) {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const cookies = Object.fromEntries(Object.entries(app.people).map(([role, one]) => [role, one.cookie]));
  let key = app.key;

  function credentials(operation: NamedOperation, { as, n }: FuzzRequest): [Caller, Record<string, string>] {
    if (typeof as === 'object') return ['nobody', { ...as }];
    const may = ROLE_TABLE[`${operation.method} ${operation.path}`] ?? EVERYBODY;
    const callers = as === 'allowed' ? may : EVERYBODY;
    const holder = world.holderOf(operation.path, n);
    const caller =
      as === 'allowed' && holder !== undefined && callers.includes(holder)
        ? holder
        : (callers[n % callers.length] as Caller);
    if (caller === 'nobody') return [caller, {}];
    if (caller === 'marketplace') return [caller, { authorization: `Bearer ${key}` }];
    return [caller, { cookie: cookies[caller] as string }];
  }

  function compose(operation: NamedOperation, fuzz: FuzzRequest): { sent: Sent; caller: Caller } {
    const fill = (value: string | { pick: never }) =>
      typeof value === 'string' ? value : String(world.picked(value, operation.path, fuzz.n));
    let index = 0;
    const filled = operation.path.replace(/\{\w+\}/g, () => fill(fuzz.ids[index++] as string));
    const encoded = (text: string) => encodeURIComponent(text.toWellFormed());
    const query = fuzz.query.map(([name, value]) => `${encoded(name)}=${encoded(fill(value as string))}`);
    const [caller, own] = credentials(operation, fuzz);
    const body = bytesOf(fuzz.body, operation.path, fuzz.n, world);
    const json = fuzz.body.kind === 'lines' ? 'application/x-ndjson' : 'application/json';
    const packed = fuzz.body.kind === 'gzip' || fuzz.body.kind === 'bomb';
    const headers: Record<string, string> = {
      ...(body === undefined ? {} : { 'content-type': json, 'content-length': String(body.length) }),
      ...(packed ? { 'content-encoding': 'gzip' } : {}),
      ...own,
      ...Object.fromEntries(fuzz.headers),
    };
    const path = filled + (query.length === 0 ? '' : `?${query.join('&')}`);
    return { sent: { method: operation.method, path, headers, body }, caller };
  }

  function exchange({ method, path, headers, body }: Sent): Promise<Heard> {
    return new Promise((resolve, reject) => {
      const outgoing = request({ agent, host: '127.0.0.1', port: app.port, method, path, headers });
      outgoing.setTimeout(ANSWER_WITHIN_MS, () => outgoing.destroy(new Error('No answer in time.')));
      outgoing.on('error', reject);
      outgoing.on('response', (answer: IncomingMessage) => {
        const status = answer.statusCode ?? 0;
        const type = answer.headers['content-type'] ?? '';
        if (type.startsWith('text/event-stream')) {
          outgoing.destroy();
          resolve({ status, type, text: '' });
          return;
        }
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('error', reject);
        answer.on('end', () => resolve({ status, type, text: Buffer.concat(parts).toString() }));
      });
      outgoing.end(body);
    });
  }

  const lost = new Map<Caller, number>();
  /** Fuzzing signs people out, disables them and revokes keys. Another session may do, else another person. */
  async function renew(caller: Caller): Promise<void> {
    if (caller === 'nobody') return;
    const times = (lost.get(caller) ?? 0) + 1;
    lost.set(caller, times);
    if (caller === 'marketplace') key = await app.apiKey();
    else if (times % 3 === 0) cookies[caller] = (await app.person([caller])).cookie;
    else cookies[caller] = await app.signedIn(app.people[caller]);
  }

  return {
    async send(operation: NamedOperation, fuzz: FuzzRequest): Promise<{ sent: Sent; heard: Heard }> {
      const { sent, caller } = compose(operation, fuzz);
      const heard = await exchange(sent);
      if (heard.status === 401 && fuzz.as === 'allowed') await renew(caller);
      if (heard.status < 300 && heard.type.startsWith('application/json'))
        world.learn(JSON.parse(heard.text), caller);
      return { sent, heard };
    },
    close: () => agent.destroy(),
  };
}
