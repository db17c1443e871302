import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabases } from '../testing/databases.ts';
import { anotherMessage, existing } from '../testing/existing.ts';
import { judge } from '../testing/fuzz/judge.ts';
import { requestsFor } from '../testing/fuzz/requests.ts';
import { createSender, curlOf } from '../testing/fuzz/sender.ts';
import { createWorld } from '../testing/fuzz/world.ts';
import { everyOperation, type NamedOperation, type OpenApi } from '../testing/openapi.ts';
import { type RunningApp, runningApp } from '../testing/running-app.ts';

/** Requests in all, over the databases there are; `GATEHOUSE_FUZZ=200000` looks harder. */
const REQUESTS = Number(process.env.GATEHOUSE_FUZZ ?? 20_000);
/** The same requests each time, as far as what exists allows it; `GATEHOUSE_FUZZ_SEED=random` looks elsewhere. */
const SEED =
  process.env.GATEHOUSE_FUZZ_SEED === 'random'
    ? Math.floor(Math.random() * 2 ** 31)
    : Number(process.env.GATEHOUSE_FUZZ_SEED ?? 20_261_122);
const WITHIN_MS = 60_000 + REQUESTS * 20;
const HOUSEKEEPING_EVERY = 150;
const CASES = 15;
/** Nobody listens there. */
const WITH_WEBHOOKS = {
  MARKETPLACE_WEBHOOK_URL: 'http://127.0.0.1:9/',
  MARKETPLACE_WEBHOOK_SECRET: `whsec_${Buffer.from('x'.repeat(32)).toString('base64')}`,
};

describe.each(testDatabases())('generated requests on $name', ({ open, name }) => {
  let app: RunningApp;
  let document: OpenApi;

  beforeAll(async () => {
    app = await runningApp(open, { env: WITH_WEBHOOKS });
    await app.container.webhooks.ensureEndpoint();
    document = (await app.send('GET', '/openapi.json')).body as unknown as OpenApi;
  });
  afterAll(() => app.close());

  it(
    `are answered as the document says, ${Math.round(REQUESTS / testDatabases().length)} of them (seed ${SEED})`,
    async () => {
      const there = await existing(app);
      const world = createWorld(there);
      const newCases = async () => {
        const authorization = `Bearer ${await app.apiKey()}`; // the one before may be revoked by now
        for (let i = 0; i < CASES; i++) {
          const { body } = await app.marketplace('POST', '/v1/messages', anotherMessage(there), {
            authorization,
          });
          if (typeof body.caseId === 'string') world.learn({ id: body.caseId, version: 1, status: 'open' });
        }
      };
      await newCases();
      for (const { id } of Object.values(app.people)) world.learn({ id, version: 1 });
      world.learn({ id: there.batchId });
      const sender = createSender(app, world);
      const operations = everyOperation(document);
      const runs = Math.ceil(REQUESTS / testDatabases().length / operations.length);
      const statuses = new Map<number, number>();
      let sent = 0;

      const check = async (operation: NamedOperation): Promise<string | undefined> => {
        const route = app.container.routes.find(
          ({ method, path }) =>
            method.toUpperCase() === operation.method && path.replace(/:(\w+)/g, '{$1}') === operation.path,
        );
        const property = fc.asyncProperty(requestsFor(operation, document), async (fuzz) => {
          if (++sent % HOUSEKEEPING_EVERY === 0) {
            app.clock.advance(6_000);
            await app.runJob('relay-outbox');
            await newCases();
          }
          const request = await sender.send(operation, fuzz);
          const { status } = request.heard;
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
          const elsewhere = fuzz.ids.some((id) => typeof id === 'string' && /^(\.|%2e)*$/i.test(id));
          const wrong = judge(operation, route, request.heard, elsewhere);
          if (wrong !== undefined) throw new Error(`${wrong}\n${curlOf(app.url, request.sent)}`);
        });
        const run = await fc.check(property, { seed: SEED + operations.indexOf(operation), numRuns: runs });
        if (!run.failed) return undefined;
        const error = run.errorInstance as Error;
        return `${operation.method} ${operation.path} (after ${run.numRuns}, path ${run.counterexamplePath}): ${error.message.slice(0, 3_000)}`;
      };

      const failures = (await Promise.all(operations.map(check))).filter((one) => one !== undefined);
      sender.close();
      const counts = [...statuses].sort(([a], [b]) => a - b).map(([status, n]) => `${status}: ${n}`);
      process.stderr.write(`\n${name}, seed ${SEED}: ${sent} requests; ${counts.join(', ')}\n`);
      expect(failures.join('\n\n')).toBe('');
      expect(sent).toBeGreaterThanOrEqual(runs * operations.length);
      // the generator is no use where everything is refused at the door
      expect(statuses.get(200) ?? 0).toBeGreaterThan(sent / 20);
      expect((await app.send('GET', '/readyz')).status).toBe(200);
    },
    WITHIN_MS,
  );

  it('may be no HTTP at all', async () => {
    const garbage = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc
        .tuple(
          fc.constantFrom('GET ', 'POST /v1/messages ', 'GET /api/cases HTTP/1.1\r\n'),
          fc.string({ unit: 'binary' }),
        )
        .map(([start, rest]) => Buffer.from(start + rest)),
    );
    const property = fc.asyncProperty(garbage, (bytes) => {
      return new Promise<void>((resolve, reject) => {
        const socket = connect(app.port, '127.0.0.1');
        let heard = '';
        socket.on('data', (part) => (heard += part.toString('latin1')));
        socket.on('error', () => resolve());
        socket.on('close', () => {
          if (/^HTTP\/1\.1 5/.test(heard)) reject(new Error(heard));
          else resolve();
        });
        socket.end(bytes);
      });
    });
    await fc.assert(property, { seed: SEED, numRuns: 300 });
    expect((await app.send('GET', '/readyz')).status).toBe(200);
  });
});
