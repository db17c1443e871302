import { setTimeout as sleep } from 'node:timers/promises';
import { gatehouseApi, Refused } from './api.ts';
import type { PushedEvent } from './receiver.ts';
import { createTraffic, type Outgoing } from './traffic.ts';

/** What the marketplace has sent and heard since it began. */
export interface Tally {
  sent: number;
  held: number;
  passed: number;
  withdrawn: number;
  released: number;
  rejected: number;
  removed: number;
  notices: number;
  /** The last thing that happened, in a few words. */
  last: string;
  /** Why the last call failed; null: it did not. */
  trouble: string | null;
}

export interface MarketplaceSettings {
  url: string;
  key: string;
  /** Milliseconds between two messages, on average. */
  everyMs: number;
  onChange: () => void;
}

/** From so many undecided messages on it sends more slowly: nobody is served by a queue that only grows. */
const BACKLOG = 120;
const REMEMBERED = 3_000;

/**
 * A marketplace of invented people: sends their messages through the gate, and does with the decisions what a
 * marketplace does, reading the notices, delivering what was released (an expert answers) and withholding the rest.
 */
export function createMarketplace({ url, key, everyMs, onChange }: MarketplaceSettings) {
  const stopping = new AbortController();
  const { signal } = stopping;
  const api = gatehouseApi(url, key, signal);
  const run = `m${Date.now().toString(36)}`;
  const traffic = createTraffic(run, Date.now());
  const waiting = new Map<string, Outgoing>();
  /** Members that Gatehouse knows. */
  const registered = new Set<string>();
  const tasks = new Set<Promise<void>>();
  const tally: Tally = {
    sent: 0,
    held: 0,
    passed: 0,
    withdrawn: 0,
    released: 0,
    rejected: 0,
    removed: 0,
    notices: 0,
    last: 'connecting',
    trouble: null,
  };

  async function attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      tally.trouble = null;
    } catch (error) {
      if (signal.aborted) return;
      tally.trouble = error instanceof Refused ? error.message : `cannot reach ${url}`;
    }
    onChange();
  }

  /** Something that happens a while later, unless the marketplace has stopped by then. */
  function later(ms: number, work: () => Promise<void>): void {
    const task = sleep(ms, undefined, { signal, ref: false })
      .then(() => attempt(work))
      .catch(() => {}) // stopped
      .finally(() => tasks.delete(task));
    tasks.add(task);
  }

  async function registerMembers(): Promise<void> {
    for (const { id, ...member } of traffic.members()) {
      if (registered.has(id)) continue;
      const known = await api.get(`/v1/members/${id}`).then(
        () => true,
        (error: unknown) => {
          if (error instanceof Refused && error.status === 404) return false;
          throw error;
        },
      );
      if (!known) await api.put(`/v1/members/${id}`, member);
      registered.add(id);
    }
  }

  async function send(outgoing: Outgoing): Promise<void> {
    const { message, sender } = outgoing;
    if (!registered.has(sender.id)) {
      const { id, ...member } = sender;
      await api.put(`/v1/members/${id}`, member);
      registered.add(id);
    }
    const receipt = await api.post<{ disposition: string }>('/v1/messages', message, message.id);
    tally.sent++;
    tally.last = `${outgoing.locale} ${outgoing.style} ${receipt.disposition}`;
    if (receipt.disposition !== 'held') {
      tally.passed++;
      return;
    }
    tally.held++;
    waiting.set(message.id, outgoing);
    if (waiting.size > REMEMBERED) waiting.delete(waiting.keys().next().value as string);
    // now and then somebody thinks better of it
    if (traffic.random() < 0.02) later(20_000 + traffic.random() * 60_000, () => withdraw(message.id));
  }

  async function withdraw(id: string): Promise<void> {
    if (!waiting.has(id)) return;
    await api.delete(`/v1/messages/${id}`);
    waiting.delete(id);
    tally.withdrawn++;
    tally.last = 'withdrew a message';
  }

  function decided(messageId: string, how: 'released' | 'rejected'): void {
    const outgoing = waiting.get(messageId);
    waiting.delete(messageId);
    if (outgoing === undefined) return;
    const pause = 3_000 + traffic.random() * 12_000;
    if (how === 'released' && outgoing.style === 'inquiry' && traffic.random() < 0.5) {
      later(pause, () => send(traffic.replyTo(outgoing)));
    }
    const wantsAgain = outgoing.style === 'contact' || outgoing.style === 'payment';
    if (how === 'rejected' && wantsAgain && traffic.random() < 0.5) {
      later(pause, () => send(traffic.rephrase(outgoing)));
    }
  }

  async function loop(): Promise<void> {
    let ready = false;
    while (!signal.aborted) {
      await attempt(async () => {
        if (!ready) await registerMembers();
        ready = true;
        await send(traffic.next());
      });
      const slower = Math.max(1, waiting.size / BACKLOG) ** 3;
      const pause = everyMs * slower * (0.4 + traffic.random() * 1.2);
      await sleep(pause, undefined, { signal }).catch(() => {});
    }
  }

  return {
    tally: tally as Readonly<Tally>,
    /** Sends until it is stopped. */
    start(): void {
      const task = loop().finally(() => tasks.delete(task));
      tasks.add(task);
    },

    /** What Gatehouse has told by webhook, its signature found right. */
    hear: (event: PushedEvent): void => {
      const { messageId = '', noticeId } = event.data;
      tally.last = `heard ${event.type}`;
      if (event.type === 'message.released') {
        tally.released++;
        decided(messageId, 'released');
      } else if (event.type === 'message.rejected') {
        tally.rejected++;
        decided(messageId, 'rejected');
      } else if (event.type === 'message.removed') {
        tally.removed++;
      } else if (event.type === 'notice.created' && noticeId !== undefined) {
        later(0, async () => {
          await api.get(`/v1/notices/${noticeId}`);
          tally.notices++;
        });
      }
      onChange();
    },

    async stop(): Promise<void> {
      stopping.abort();
      await Promise.all(tasks);
    },
  };
}

export type Marketplace = ReturnType<typeof createMarketplace>;
