import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Route } from '../http/route.ts';
import type { MarketplaceEvent } from '../marketplace/feed-contract.ts';
import { testDatabases } from '../testing/databases.ts';
import { anotherMessage, existing, heldMessage } from '../testing/existing.ts';
import { unlikeSchema } from '../testing/fuzz/judge.ts';
import type { OpenApi } from '../testing/openapi.ts';
import { PASSWORD, type RunningApp, runningApp } from '../testing/running-app.ts';
import { type Existing, sampleRequest } from '../testing/sample-requests.ts';

const WITH_WEBHOOKS = {
  MARKETPLACE_WEBHOOK_URL: 'http://127.0.0.1:9/',
  MARKETPLACE_WEBHOOK_SECRET: `whsec_${Buffer.from('x'.repeat(32)).toString('base64')}`,
};

type Json = Record<string, unknown>;
type Who = 'moderator' | 'lead' | 'admin' | 'auditor' | 'marketplace';

describe.each(testDatabases())('what is answered on $name', ({ open }) => {
  let app: RunningApp;
  let there: Existing;
  let document: OpenApi;
  const answered = new Set<string>();

  beforeAll(async () => {
    app = await runningApp(open, { env: WITH_WEBHOOKS });
    await app.container.webhooks.ensureEndpoint();
    document = (await app.send('GET', '/openapi.json')).body as unknown as OpenApi;
    there = await existing(app);
  });
  afterAll(() => app.close());

  function routeOf(method: string, path: string): Route {
    const route = app.container.routes.find(
      (one) =>
        one.method.toUpperCase() === method &&
        new RegExp(`^${one.path.replace(/:\w+/g, '[^/]+')}$`).test(path.split('?')[0] as string),
    );
    if (route === undefined) throw new Error(`There is no route for ${method} ${path}.`);
    return route;
  }

  /** Calls, and holds the answer against the schema and the status of its route. */
  async function call(who: Who, method: string, path: string, body?: unknown): Promise<Json> {
    const answer =
      who === 'marketplace'
        ? await app.marketplace(method, path, body)
        : await app.as(who, method, path, body);
    const route = routeOf(method, path);
    const name = `${method} ${route.path.replace(/:(\w+)/g, '{$1}')}`;
    expect(answer.status, `${name}: ${answer.text}`).toBeLessThan(300);
    const told = document.paths[route.path.replace(/:(\w+)/g, '{$1}')]?.[route.method]?.responses ?? {};
    expect(Object.keys(told), name).toContain(String(answer.status));
    if (route.response) expect(unlikeSchema(route, answer.body), `${name}: ${answer.text}`).toBeUndefined();
    else expect(answer.text).toBe('');
    answered.add(name);
    return answer.body;
  }
  const sample = (method: string, path: string, more: Partial<Existing> = {}) => {
    const { body } = sampleRequest(method, path, { ...there, ...more });
    return JSON.parse(body as string) as Json;
  };
  const claimed = async (who: 'moderator' | 'lead' = 'moderator') => {
    const { caseId } = await heldMessage(app, there);
    const held = await call(who, 'POST', `/api/cases/${caseId}/claim`, {});
    return { caseId, hold: { version: held.version, leaseToken: held.leaseToken } };
  };
  const passUndo = async () => {
    app.clock.advance(11_000);
    await app.runJob('relay-outbox');
  };

  it('to the marketplace is what the document says', async () => {
    for (const [kind, id] of [
      ['members', there.memberId],
      ['services', there.serviceId],
      ['orders', there.orderId],
      ['reviews', there.reviewId],
    ] as const) {
      await call('marketplace', 'PUT', `/v1/${kind}/${id}`, sample('PUT', `/v1/${kind}/{id}`));
      await call('marketplace', 'PUT', `/v1/${kind}/${id}-new`, sample('PUT', `/v1/${kind}/{id}`));
      const got = await call('marketplace', 'GET', `/v1/${kind}/${id}`);
      expect(got).toEqual({ id, ...sample('PUT', `/v1/${kind}/{id}`) });
    }
    const message = anotherMessage(there);
    const receipt = await call('marketplace', 'POST', '/v1/messages', message);
    expect(await call('marketplace', 'POST', '/v1/messages', message)).toEqual(receipt);
    await call('marketplace', 'GET', `/v1/messages/${message.id}`);
    await call('marketplace', 'DELETE', `/v1/messages/${message.id}`);
    await call('marketplace', 'GET', '/v1/events');
  });

  it('to whoever works cases is what the document says', async () => {
    await call('moderator', 'GET', '/api/queues');
    await call('moderator', 'GET', '/api/me/overview');
    const page = await call('moderator', 'GET', '/api/cases?queue=first-messages&limit=2');
    expect(page.items).not.toHaveLength(0);
    const first = await claimed();
    await call('moderator', 'GET', `/api/cases/${first.caseId}`);
    await call('moderator', 'POST', `/api/cases/${first.caseId}/heartbeat`, {
      leaseToken: first.hold.leaseToken,
    });
    await call('moderator', 'POST', `/api/cases/${first.caseId}/notes`, { text: 'A known client.' });
    await call('moderator', 'PUT', `/api/cases/${first.caseId}/presence`);
    await call('moderator', 'GET', `/api/cases/${first.caseId}`);
    await call('moderator', 'DELETE', `/api/cases/${first.caseId}/presence`);
    await call('moderator', 'POST', `/api/cases/${first.caseId}/notice-preview`, { reasonCode: 'spam' });
    const reject = {
      ...first.hold,
      outcome: 'reject',
      reasonCode: 'spam',
      note: 'Again.',
      message: 'Please stop.',
    };
    await call('moderator', 'POST', `/api/cases/${first.caseId}/decision`, reject);
    await call('moderator', 'GET', `/api/cases/${first.caseId}`);
    const undone = await call('moderator', 'POST', `/api/cases/${first.caseId}/undo`);
    const again = { ...reject, version: (undone.case as Json).version, leaseToken: undone.leaseToken };
    await call('moderator', 'POST', `/api/cases/${first.caseId}/decision`, again);
    await passUndo();
    const decided = await call('lead', 'GET', `/api/cases/${first.caseId}`);
    const reversal = { version: decided.version, outcome: 'release', note: 'It was no spam.' };
    await call('lead', 'POST', `/api/cases/${first.caseId}/reversal`, reversal);

    for (const [action, more] of [
      ['release', {}],
      ['skip', {}],
    ] as const) {
      const { caseId, hold } = await claimed();
      await call('moderator', 'POST', `/api/cases/${caseId}/${action}`, {
        leaseToken: hold.leaseToken,
        ...more,
      });
    }
    const escalated = await claimed();
    await call('moderator', 'POST', `/api/cases/${escalated.caseId}/escalate`, {
      ...escalated.hold,
      reason: 'A threat.',
    });
    const waiting = await claimed();
    const wait = { ...waiting.hold, waitingFor: 'sender', until: '2026-11-25T09:00:00.000Z' };
    const waits = await call('moderator', 'POST', `/api/cases/${waiting.caseId}/wait`, wait);
    await call('moderator', 'POST', `/api/cases/${waiting.caseId}/resume`, { version: waits.version });
    await call('moderator', 'POST', `/api/cases/${waiting.caseId}/tie`, { note: 'My sister.' });

    await heldMessage(app, there);
    await call('lead', 'POST', '/api/queues/first-messages/claim-next', { count: 2 });
    const bulk = await heldMessage(app, there);
    const items = { items: [{ caseId: bulk.caseId, version: bulk.caseVersion }], outcome: 'release' };
    await call('moderator', 'POST', '/api/queues/first-messages/decisions', { ...items, dryRun: true });
    const batch = await call('moderator', 'POST', '/api/queues/first-messages/decisions', items);
    await call('moderator', 'POST', `/api/batches/${String(batch.batchId)}/undo`);
    await call('moderator', 'GET', '/api/cases?queue=first-messages&status=decided');
    await call('moderator', 'GET', '/api/first-messages/hold-times');
    await call('moderator', 'GET', `/api/members/${there.memberId}`);
  });

  it('to a proposal and its approval is what the document says', async () => {
    const policy = await call('lead', 'GET', '/api/settings/first-messages');
    await call('lead', 'PUT', '/api/settings/first-messages', {
      version: policy.version,
      value: { ...(policy.value as Json), approveReasons: ['fraud'] },
      note: 'Fraud takes two.',
    });
    const { caseId, hold } = await claimed();
    const fraud = { ...hold, outcome: 'reject', reasonCode: 'fraud' };
    const proposed = await call('moderator', 'POST', `/api/cases/${caseId}/decision`, fraud);
    const version = (proposed.case as Json).version;
    await call('lead', 'POST', `/api/cases/${caseId}/approval`, { version, verdict: 'approve' });
    await call('lead', 'GET', `/api/cases/${caseId}`);
    await call('lead', 'GET', '/api/settings/first-messages/versions');
    await call('lead', 'POST', '/api/settings/first-messages/preview', { value: policy.value });
  });

  it('tells of every event in the words of its schema, and of no member’s text', async () => {
    // released after it had been delivered, and then taken back: a removal
    const released = await claimed();
    await call('moderator', 'POST', `/api/cases/${released.caseId}/decision`, {
      ...released.hold,
      outcome: 'release',
    });
    await passUndo();
    const { version } = await call('lead', 'GET', `/api/cases/${released.caseId}`);
    const removal = { version, outcome: 'reject', reasonCode: 'abuse', note: 'Overlooked.' };
    await call('lead', 'POST', `/api/cases/${released.caseId}/reversal`, removal);
    await passUndo();

    const feed = await call('marketplace', 'GET', '/v1/events?limit=1000');
    const events = feed.items as MarketplaceEvent[];
    const { events: contracts } = app.container;
    for (const event of events) {
      const schema = contracts[event.type as keyof typeof contracts].schema;
      const { data, error } = schema.safeParse(event);
      expect(error, JSON.stringify(event)).toBeUndefined();
      expect(isDeepStrictEqual(data, event), `more than its schema says: ${JSON.stringify(event)}`).toBe(
        true,
      );
      expect(JSON.stringify(event)).not.toMatch(/logo|known client|stop|Minseo/);
    }
    expect([...new Set(events.map((event) => event.type))].sort()).toEqual(Object.keys(contracts).sort());
    const notice = events.find((event) => event.type === 'notice.created');
    await call('marketplace', 'GET', `/v1/notices/${String(notice?.data.noticeId)}`);
  });

  it('to leads, auditors and administrators is what the document says', async () => {
    const calendar = await call('lead', 'GET', '/api/settings/calendar');
    await call('lead', 'PUT', '/api/settings/calendar', { version: calendar.version, value: calendar.value });
    await call('lead', 'GET', '/api/settings/calendar/versions');
    const texts = await call('lead', 'GET', '/api/settings/first-message-templates');
    const sameTexts = { version: texts.version, value: texts.value };
    await call('lead', 'PUT', '/api/settings/first-message-templates', sameTexts);
    await call('lead', 'GET', '/api/settings/first-message-templates/versions');
    await call('lead', 'GET', '/api/settings/calendar/proposal?country=KR&year=2027');
    await call('auditor', 'GET', '/api/audit/events?limit=200');
    await app.runJob('seal-audit');
    await call('auditor', 'GET', '/api/audit/checkpoints');
    await call('auditor', 'POST', '/api/audit/verification');
    await vi.waitFor(async () => {
      const { running, latest } = await call('auditor', 'GET', '/api/audit/verification');
      expect(running).toBeNull();
      expect(latest).toMatchObject({ status: 'ok' });
    }, 10_000);
    await call('auditor', 'GET', '/api/audit/access?month=2026-11');

    await call('admin', 'GET', '/api/webhooks/endpoint');
    await call('admin', 'POST', '/api/webhooks/endpoint/enable');
    const deliveries = await call('admin', 'GET', '/api/webhooks/deliveries');
    const [delivery] = deliveries.items as { id: string }[];
    await call('admin', 'GET', `/api/webhooks/deliveries/${delivery?.id}`);
    await call('admin', 'POST', `/api/webhooks/deliveries/${delivery?.id}/redeliver`);

    const key = await call('admin', 'POST', '/api/api-keys', { name: 'spare' });
    await call('admin', 'GET', '/api/api-keys');
    await call('admin', 'DELETE', `/api/api-keys/${String(key.id)}`);

    await call('admin', 'GET', '/api/staff');
    const made = await call('admin', 'POST', '/api/staff', sample('POST', '/api/staff', { fresh: 'n' }));
    const { id } = made.staff as { id: string };
    await call('admin', 'GET', `/api/staff/${id}`);
    await call('admin', 'PATCH', `/api/staff/${id}`, { name: 'Renamed', version: 1 });
    await call('admin', 'POST', `/api/staff/${id}/password`, { confirmPassword: PASSWORD });
    await call('admin', 'GET', '/api/permissions');
  });

  it('to a person about themselves is what the document says', async () => {
    await call('moderator', 'POST', '/api/session', {
      email: app.people.moderator.email,
      password: PASSWORD,
    });
    app.people.moderator.cookie = await app.signedIn(app.people.moderator); // signing in ends the session before it
    await call('moderator', 'GET', '/api/session');
    await call('moderator', 'PATCH', '/api/session', { locale: 'fr' });
    await call('moderator', 'DELETE', '/api/session/others');
    await call('moderator', 'PUT', '/api/me/preferences', { theme: 'dark' });
    await call('moderator', 'GET', '/api/me/preferences');
    const view = await call('moderator', 'POST', '/api/views', sample('POST', '/api/views'));
    await call('moderator', 'PATCH', `/api/views/${String(view.id)}`, { name: 'Renamed' });
    await call('moderator', 'GET', '/api/views?queue=first-messages');
    await call('moderator', 'DELETE', `/api/views/${String(view.id)}`);
    const change = { current: PASSWORD, next: 'the ferry leaves at half past nine' };
    await call('moderator', 'PUT', '/api/session/password', change);
    await call('moderator', 'DELETE', '/api/session');
  });

  it('was looked at for every operation that answers with JSON or nothing', () => {
    const all = app.container.routes
      .filter((route) => route.handler !== undefined)
      .map((route) => `${route.method.toUpperCase()} ${route.path.replace(/:(\w+)/g, '{$1}')}`);
    expect(all.filter((name) => !answered.has(name))).toEqual([]);
  });
});
