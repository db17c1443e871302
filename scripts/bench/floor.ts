import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { openFloorDatabase } from './floor-database.ts';
import { claimNext, decide, type FloorDecision, type FloorMessage, ingest, view } from './floor-writes.ts';
import type { Recording, Statement } from './recording.ts';

/**
 * The floor: a bare `node:http` handler that sends the product's statements to the same kind of database through the
 * bare driver, and answers their rows as JSON. What it lacks is everything that makes the product one: sessions, rules,
 * validation, presentation.
 */
const POOL_SIZE = 16; // as the product's DATABASE_POOL_SIZE
const url = process.env.DATABASE_URL ?? '';
const database = openFloorDatabase(url, POOL_SIZE);
const lock = url.startsWith('sqlite:') ? '' : 'for update skip locked';
const recording = JSON.parse(readFileSync(process.env.BENCH_RECORDING ?? '', 'utf8')) as Recording;

function replay(statements: readonly Statement[]): Promise<unknown[]> {
  return Promise.all(statements.map(({ sql, bindings }) => database.rows(sql, bindings)));
}

async function bodyOf(req: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString());
}

async function answer(req: IncomingMessage): Promise<unknown> {
  const [, what, id = ''] = (req.url ?? '').split('/');
  switch (what) {
    case 'healthz':
      return {};
    case 'pages':
      return replay(recording.pages[Number(id)] ?? []);
    case 'cases':
      return replay(recording.cases[id] ?? []);
    case 'viewed-cases':
      await view(database, id);
      return replay(recording.cases[id] ?? []);
    case 'claim-next':
      return claimNext(database, ((await bodyOf(req)) as { staffId: string }).staffId, lock);
    case 'decide':
      return decide(database, (await bodyOf(req)) as FloorDecision);
    case 'messages':
      return ingest(database, (await bodyOf(req)) as FloorMessage);
    default:
      throw new Error(`The floor knows no ${req.url}.`);
  }
}

const server = createServer((req, res) => {
  answer(req).then(
    (result) => {
      const body = JSON.stringify(result);
      res.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
      res.end(body);
    },
    (error: Error) => {
      const body = JSON.stringify({ error: error.message });
      res.writeHead(500, { 'content-length': Buffer.byteLength(body) });
      res.end(body);
    },
  );
});
server.listen(Number(process.env.PORT), process.env.HOST);
process.on('SIGTERM', () => process.exit(0));
