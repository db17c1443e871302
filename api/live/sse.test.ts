import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import express from 'express';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StaffActor } from '../core/actor.ts';
import { createLogger } from '../core/logger.ts';
import { permissionsOf, type Role } from '../core/permissions.ts';
import { mountRoutes } from '../http/mount.ts';
import { problemHandler } from '../http/problem.ts';
import { type ManualClock, manualClock } from '../testing/clock.ts';
import type { LiveBus, LiveEvent } from './contract.ts';
import { createLocalBus } from './local-bus.ts';
import { liveRoutes } from './routes.ts';
import { createLive, type Live } from './sse.ts';

const logger = createLogger('silent');

function person(id: string, ...roles: Role[]): StaffActor {
  return { kind: 'staff', id, name: id, roles, permissions: permissionsOf(roles) };
}

const opened: LiveEvent = {
  type: 'case.opened',
  queue: 'first-messages',
  caseId: 'case_1',
  status: 'open',
  version: 1,
};

describe('the live stream', () => {
  let bus: LiveBus;
  let live: Live;
  let clock: ManualClock;
  let server: Server;
  let port: number;
  let people: Map<string, StaffActor>;

  beforeEach(async () => {
    bus = createLocalBus({ logger });
    clock = manualClock();
    live = createLive({ bus, clock, logger, heartbeatMs: 50 });
    people = new Map([
      ['mod', person('mod', 'moderator')],
      ['audit', person('audit', 'auditor')],
      ['claims', person('claims', 'claims_officer')],
    ]);
    const whoIs = async (connection: { cookie(name: string): string | undefined }) =>
      people.get(connection.cookie('gatehouse_session') ?? '') ?? null;
    const app = express();
    app.use(
      mountRoutes(liveRoutes({ live, whoIs }), {
        authenticator: { staff: whoIs, marketplace: async () => null },
        idempotency: { once: (_call, run) => run() },
        publicUrl: undefined,
      }),
    );
    app.use(problemHandler(logger));
    server = createServer(app).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    port = typeof address === 'object' && address !== null ? address.port : 0;
  });
  afterEach(async () => {
    live.closeAll();
    server.closeAllConnections();
    if (server.listening) {
      server.close();
      await once(server, 'close');
    }
    await bus.close();
  });

  /** A console: what it heard so far, and whether its stream has ended. */
  async function open(who: string) {
    const leaving = new AbortController();
    const response = await fetch(`http://127.0.0.1:${port}/api/live`, {
      signal: leaving.signal,
      headers: { cookie: `gatehouse_session=${who}` },
    });
    const console_ = {
      response,
      text: '',
      ended: false,
      events: () => eventsIn(console_.text),
      leave: () => leaving.abort(),
    };
    void (async () => {
      try {
        const decoder = new TextDecoder();
        for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
          console_.text += decoder.decode(chunk, { stream: true });
        }
      } catch {
        // cut off: ended all the same
      }
      console_.ended = true;
    })();
    return console_;
  }

  function eventsIn(text: string): unknown[] {
    return [...text.matchAll(/^data: (.*)$/gm)].map((match) => JSON.parse(match[1] ?? '') as unknown);
  }

  it('tells each console what its person may see, and nothing else', async () => {
    const moderator = await open('mod');
    const auditor = await open('audit');
    const officer = await open('claims');
    expect(moderator.response.headers.get('cache-control')).toBe('no-cache, no-transform');
    expect(moderator.response.headers.get('x-accel-buffering')).toBe('no');
    expect(moderator.response.headers.get('content-type')).toContain('text/event-stream');
    bus.publish(opened);
    bus.publish({ type: 'staff.changed', staffId: 'somebody' });
    await vi.waitFor(() => expect(moderator.events()).toEqual([opened]));
    await vi.waitFor(() =>
      expect(auditor.events()).toEqual([{ type: 'staff.changed', staffId: 'somebody' }]),
    );
    await sleep(50);
    expect(officer.events()).toEqual([]);
    expect(moderator.text).toContain('retry: ');
  });

  it('shows that it is alive', async () => {
    const moderator = await open('mod');
    await vi.waitFor(() => expect(moderator.text).toMatch(/: here\n\n: here\n\n/));
  });

  it('is for nobody who is not signed in', async () => {
    const { response } = await open('stranger');
    expect(response.status).toBe(401);
    expect(live.size()).toBe(0);
  });

  it('ends with the session, and follows a change of rights', async () => {
    const moderator = await open('mod');
    const officer = await open('claims');
    people.set('claims', person('claims', 'moderator'));
    bus.publish({ type: 'staff.changed', staffId: 'claims' });
    people.delete('mod');
    bus.publish({ type: 'staff.changed', staffId: 'mod' });
    await vi.waitFor(() => expect(moderator.ended).toBe(true));
    bus.publish(opened);
    await vi.waitFor(() => expect(officer.events()).toContainEqual(opened));
    expect(officer.ended).toBe(false);
    expect(moderator.events()).not.toContainEqual(opened);
  });

  it('notices within a minute that a session ended without a word', async () => {
    const moderator = await open('mod');
    people.delete('mod');
    await sleep(120);
    expect(moderator.ended).toBe(false);
    clock.advance(60_000);
    await vi.waitFor(() => expect(moderator.ended).toBe(true));
  });

  it('gathers changes of a queue', async () => {
    const moderator = await open('mod');
    for (let i = 0; i < 100; i++) bus.publish({ type: 'queue.changed', queue: 'first-messages' });
    await vi.waitFor(() => expect(moderator.events()).toHaveLength(1));
    await sleep(300);
    expect(moderator.events()).toHaveLength(1);
    bus.publish({ type: 'queue.changed', queue: 'first-messages' });
    await vi.waitFor(() => expect(moderator.events()).toHaveLength(2));
  });

  it('cuts off a console that does not read', async () => {
    const slow = connect(port, '127.0.0.1');
    slow.on('error', () => {});
    slow.pause();
    slow.write('GET /api/live HTTP/1.1\r\nhost: x\r\ncookie: gatehouse_session=mod\r\n\r\n');
    await vi.waitFor(() => expect(live.size()).toBe(1));
    const large = { ...opened, status: 'x'.repeat(64 * 1024) };
    for (let i = 0; i < 400 && live.size() > 0; i++) {
      bus.publish(large);
      await sleep(1);
    }
    expect(live.size()).toBe(0);
    slow.destroy();
  });

  it('gives a person ten streams, and a place again when one is closed', async () => {
    const consoles = await Promise.all(Array.from({ length: 10 }, () => open('mod')));
    const refused = await open('mod');
    expect(refused.response.status).toBe(429);
    expect((await open('audit')).response.status).toBe(200);
    consoles[0]?.leave();
    await vi.waitFor(() => expect(live.size()).toBe(10));
    expect((await open('mod')).response.status).toBe(200);
  });

  it('does not hold up a server that closes', async () => {
    const moderator = await open('mod');
    live.closeAll();
    server.close();
    await once(server, 'close');
    await vi.waitFor(() => expect(moderator.ended).toBe(true));
  });
});
