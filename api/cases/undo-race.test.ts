import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRelay, type Relay } from '../jobs/relay.ts';
import { eventHandler } from '../marketplace/feed-relay.ts';
import { testDatabases } from '../testing/databases.ts';
import { type Harness, type StaffClient, startHarness } from '../testing/harness.ts';

const TIMES = 200;
const UNDO_MS = 10_000;

describe.each(testDatabases())('an undo that meets the relay on $name', ({ open }) => {
  let h: Harness;
  let moderator: StaffClient;
  let relay: Relay;

  beforeAll(async () => {
    h = await startHarness(open);
    moderator = await h.as('moderator');
    // the clock of the process that relays is ahead: for it the window is over, for the API it is not
    const ahead = { now: () => h.clock.now() + UNDO_MS };
    const handlers = { event: eventHandler(h.container.webhooks) };
    relay = createRelay({ database: h.database, clock: ahead, handlers });
  });
  afterAll(() => h.close());

  it(`takes back all of the decision, or nothing of it, ${TIMES} times`, async () => {
    const sent = await Promise.all(Array.from({ length: TIMES }, () => h.sendMessage()));
    const outcomes = new Map<string, boolean>();
    for (const [i, { caseId = '' }] of sent.entries()) {
      const reject = i % 2 === 0;
      await h.decide(
        moderator,
        caseId,
        reject ? { outcome: 'reject', reasonCode: 'spam' } : { outcome: 'release' },
      );
      // the relay starts a little later each time, so that it comes before, into and after the undo
      const relayed = sleep((i % 20) * 0.75).then(() => relay.runOnce());
      const undone = await moderator.post(`/api/cases/${caseId}/undo`);
      await relayed;
      expect([200, 409]).toContain(undone.status);
      if (undone.status === 409) expect(undone.body.code).toBe('undo_window_over');
      outcomes.set(caseId, undone.status === 200);
    }
    await relay.runOnce();

    const feed = await h.feed();
    for (const { id, caseId = '' } of sent) {
      const events = feed.filter((event) => event.data.caseId === caseId).map((event) => event.type);
      const { status, outcome } = await h.view(moderator, caseId);
      const { disposition } = (await h.marketplace.get<{ disposition: string }>(`/v1/messages/${id}`)).body;
      const agreed =
        outcomes.get(caseId) === true
          ? { events: [], status: 'open', disposition: 'held' }
          : outcome === 'reject'
            ? { events: ['message.rejected', 'notice.created'], status: 'decided', disposition: 'rejected' }
            : { events: ['message.released'], status: 'decided', disposition: 'released' };
      expect({ events: events.sort(), status, disposition }).toEqual(agreed);
    }
    const wins = [...outcomes.values()].filter(Boolean).length;
    expect(wins).toBeGreaterThan(0);
    expect(wins).toBeLessThan(TIMES);
  });
});
