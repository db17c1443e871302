import { setTimeout as sleep } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StaffActor } from '../core/actor.ts';
import { toIso } from '../core/clock.ts';
import { ConflictError, NotFoundError, RuleError } from '../core/errors.ts';
import { permissionsOf } from '../core/permissions.ts';
import type { Database } from '../db/database.ts';
import { type ManualClock, manualClock } from '../testing/clock.ts';
import { testDatabases } from '../testing/databases.ts';
import { decidedCase, effect, marketplaceSide, readAll } from './feed-fixtures.ts';
import { openReceiver, type Receiver } from './webhooks-fixtures.ts';
import { purgeWebhookAttempts } from './webhooks-jobs.ts';
import { RETRY_DELAYS_MS } from './webhooks-retry.ts';

const SECRET = `whsec_${Buffer.from('a secret of at least twenty-four').toString('base64')}`;
const TIMEOUT_MS = 400;
const admin: StaffActor = {
  kind: 'staff',
  id: 'staff_admin',
  name: 'Lee',
  roles: ['admin'],
  permissions: permissionsOf(['admin']),
};

describe.each(testDatabases())('webhooks on $name', ({ open }) => {
  let database: Database;
  let receiver: Receiver;
  let clock: ManualClock;
  let side: ReturnType<typeof marketplaceSide>;

  beforeEach(async () => {
    database = await open();
    receiver = await openReceiver();
    clock = manualClock(new Date().toISOString());
    side = marketplaceSide(database, clock, { url: receiver.url, secrets: [SECRET], timeoutMs: TIMEOUT_MS });
    await side.webhooks.ensureEndpoint();
  });
  afterEach(async () => {
    await side.dispatcher.close();
    await receiver.close();
    await database.close();
  });

  async function decided(count = 1): Promise<string[]> {
    const ids = await side
      .outbox(database.knex)
      .add(Array.from({ length: count }, (_, i) => effect({ data: { n: i } })));
    await side.relay.runOnce();
    return ids;
  }

  async function dispatch(dispatcher = side.dispatcher): Promise<number> {
    const taken = await dispatcher.runOnce();
    await dispatcher.idle();
    return taken;
  }

  async function onlyDelivery() {
    const { items } = await side.view.page({ limit: 25 });
    expect(items).toHaveLength(1);
    const detail = await side.view.delivery(items[0]?.id ?? '', admin, clock.now());
    if (detail === undefined) throw new Error('no delivery');
    return detail;
  }

  async function auditTypes(): Promise<string[]> {
    const rows = await database.select<{ type: string }>(
      "select type from audit_events where stream = 'webhook:marketplace' order by seq",
      [],
    );
    return rows.map((row) => row.type);
  }

  it('pushes every event once, in the words of the feed, under its own id', async () => {
    const ids = await decided(120);
    const patient = side.newDispatcher(20_000);
    expect(await dispatch(patient)).toBe(120);
    expect(new Set(receiver.ids())).toEqual(new Set(ids));
    expect(receiver.received).toHaveLength(120);
    const events = new Map((await readAll(side.feed)).map((event) => [event.id, event]));
    for (const { body, headers } of receiver.received) {
      const told = new Webhook(SECRET).verify(body, headers as Record<string, string>);
      expect(told).toEqual(events.get(String(headers['webhook-id'])));
    }
    expect(await dispatch(patient)).toBe(0);
    expect(await side.view.endpoint(admin)).toMatchObject({ waiting: 0, failed: 0, status: 'enabled' });
  });

  it('makes no delivery where no receiver is set', async () => {
    const without = marketplaceSide(database, clock);
    await without.outbox(database.knex).add([effect()]);
    await without.relay.runOnce();
    expect((await side.view.page({ limit: 25 })).items).toEqual([]);
    expect(await readAll(side.feed)).toHaveLength(1);
  });

  it('tries again by the retry table, always with the same id, and then gives up', async () => {
    receiver.answer = 500;
    const [id] = await decided();
    for (const delay of RETRY_DELAYS_MS) {
      expect(await dispatch()).toBe(1);
      expect(await onlyDelivery()).toMatchObject({
        status: 'pending',
        lastStatus: 500,
        lastError: 'http_error',
        nextAttemptAt: toIso(clock.now() + delay),
      });
      clock.advance(delay - 1);
      expect(await dispatch()).toBe(0);
      clock.advance(1);
    }
    expect(await dispatch()).toBe(1);
    const given = await onlyDelivery();
    expect(given).toMatchObject({ status: 'failed', tries: 10, nextAttemptAt: null });
    expect(given.attempts).toHaveLength(10);
    expect(receiver.ids()).toEqual(Array.from({ length: 10 }, () => id));
    clock.advance(365 * 86_400_000);
    expect(await dispatch()).toBe(0);
    expect(await side.view.endpoint(admin)).toMatchObject({ failed: 1, waiting: 0 });
  });

  it('delivers after all when the receiver comes back', async () => {
    receiver.answer = (res) => res.writeHead(302, { location: '/elsewhere' }).end();
    await decided();
    await dispatch();
    expect(await onlyDelivery()).toMatchObject({ lastError: 'redirect', lastStatus: 302 });
    receiver.answer = 200;
    clock.advance(5_000);
    await dispatch();
    expect(await onlyDelivery()).toMatchObject({ status: 'delivered', lastError: null, lastStatus: 200 });
    expect(receiver.received.map((request) => request.path)).toEqual(['/hooks', '/hooks']);
  });

  it('leaves the endpoint alone after 410, keeps what waits, and sends it when enabled again', async () => {
    receiver.answer = 410;
    const ids = await decided(3);
    await dispatch();
    const more = await decided(2);
    clock.advance(86_400_000);
    expect(await dispatch()).toBe(0);
    expect(receiver.received).toHaveLength(3);
    expect(await side.view.endpoint(admin)).toMatchObject({
      status: 'disabled',
      disabledReason: 'gone',
      waiting: 5,
      allowedActions: ['enable'],
    });
    const [waiting] = (await side.view.page({ limit: 1 })).items;
    await expect(side.webhooks.redeliver(waiting?.id ?? '', admin)).rejects.toThrow(RuleError);

    receiver.answer = 204;
    await side.webhooks.enable(admin);
    await side.webhooks.enable(admin);
    await dispatch();
    expect(new Set(receiver.ids())).toEqual(new Set([...ids, ...more]));
    expect(await side.view.endpoint(admin)).toMatchObject({ status: 'enabled', waiting: 0 });
    expect(await auditTypes()).toEqual(['webhook.disabled', 'webhook.enabled']);
  });

  it('is sent again by hand with the same id, by a person who is on record', async () => {
    const [id] = await decided();
    await dispatch();
    const { id: delivery } = await onlyDelivery();
    await side.webhooks.redeliver(delivery, admin);
    await dispatch();
    expect(receiver.ids()).toEqual([id, id]);
    const detail = await onlyDelivery();
    expect(detail).toMatchObject({ status: 'delivered', allowedActions: ['redeliver'] });
    expect(detail.attempts.map((attempt) => attempt.requestedBy)).toEqual(
      expect.arrayContaining([null, { id: admin.id, name: admin.name }]),
    );
    expect(await auditTypes()).toEqual(['webhook.redelivered']);
    await expect(side.webhooks.redeliver('whd_none', admin)).rejects.toThrow(NotFoundError);
  });

  it('is not sent again by hand while it is being sent', async () => {
    const held = Promise.withResolvers<void>();
    receiver.answer = (res) => void held.promise.then(() => res.writeHead(204).end());
    await decided();
    await side.dispatcher.runOnce();
    await vi.waitFor(() => expect(receiver.received).toHaveLength(1));
    const delivery = await onlyDelivery();
    expect(delivery.allowedActions).toEqual([]);
    await expect(side.webhooks.redeliver(delivery.id, admin)).rejects.toThrow(ConflictError);
    held.resolve();
    await side.dispatcher.idle();
    expect(await onlyDelivery()).toMatchObject({ status: 'delivered' });
  });

  it('is sent once by several dispatchers at once', async () => {
    const ids = await decided(300);
    // patient ones: on a busy machine an answer may take longer than the other tests allow
    const dispatchers = Array.from({ length: 4 }, () => side.newDispatcher(20_000));
    await Promise.all(dispatchers.map((dispatcher) => dispatch(dispatcher)));
    expect(receiver.received).toHaveLength(300);
    expect(new Set(receiver.ids())).toEqual(new Set(ids));
  });

  it('is taken up by another process when the lease of a killed one has ended', async () => {
    receiver.answer = () => {};
    const [id] = await decided();
    // what a killed process leaves behind: a delivery that it held, and no word of how it went
    await side.dispatcher.runOnce();
    const survivor = side.newDispatcher();
    expect(await dispatch(survivor)).toBe(0);
    clock.advance(TIMEOUT_MS + 5_000);
    receiver.answer = 204;
    expect(await dispatch(survivor)).toBe(1);
    expect(receiver.ids()).toEqual([id, id]);
    expect(await onlyDelivery()).toMatchObject({ status: 'delivered' });
    // and the first one's late failure changes nothing
    await side.dispatcher.idle();
    expect(await onlyDelivery()).toMatchObject({ status: 'delivered', lastError: null });
  });

  it('holds no more than fifty connections to a receiver that hangs, and none for ever', async () => {
    let open = 0;
    let most = 0;
    receiver.answer = (res) => {
      most = Math.max(most, ++open);
      res.on('close', () => open--);
    };
    await decided(80);
    const first = side.dispatcher.runOnce();
    await vi.waitFor(() => expect(open).toBe(50), 5_000);
    await first;
    await side.dispatcher.idle();
    await sleep(50);
    expect({ open, most }).toEqual({ open: 0, most: 50 });
    expect(receiver.received).toHaveLength(80);
  });

  it('goes to the address of the settings, also what waited for an older one', async () => {
    receiver.answer = 410;
    await decided();
    await dispatch();
    const moved = await openReceiver();
    const after = marketplaceSide(database, clock, { url: moved.url, secrets: [SECRET] });
    await after.webhooks.ensureEndpoint();
    await after.webhooks.ensureEndpoint();
    clock.advance(5_000);
    await dispatch(after.dispatcher);
    expect(moved.received).toHaveLength(1);
    expect(await auditTypes()).toEqual(['webhook.disabled', 'webhook.moved']);
    await moved.close();
  });

  it('lists deliveries newest first, by page, by status and by case', async () => {
    const { caseId, decisionId } = await decidedCase(database.knex, clock.now());
    await side.outbox(database.knex).add([effect({ caseId, decisionId })]);
    await decided(5);
    await dispatch();
    receiver.answer = 500;
    await decided(1);
    await dispatch();
    const first = await side.view.page({ limit: 4 });
    const second = await side.view.page({ limit: 4, cursor: first.nextCursor ?? '' });
    expect([...first.items, ...second.items]).toHaveLength(7);
    expect(second.nextCursor).toBeNull();
    expect((await side.view.page({ limit: 9, status: 'pending' })).items).toEqual([first.items[0]]);
    const ofCase = await side.view.page({ limit: 9, caseId });
    expect(ofCase.items).toMatchObject([{ caseId, status: 'delivered' }]);
  });

  it('forgets attempts after 90 days, not deliveries', async () => {
    await decided(3);
    await dispatch();
    clock.advance(89 * 86_400_000);
    expect(await purgeWebhookAttempts(database, clock)).toBe(0);
    clock.advance(2 * 86_400_000);
    expect(await purgeWebhookAttempts(database, clock)).toBe(3);
    expect((await side.view.page({ limit: 9 })).items).toHaveLength(3);
  });
});
