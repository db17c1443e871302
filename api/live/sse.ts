import type { ServerResponse } from 'node:http';
import type { StaffActor } from '../core/actor.ts';
import type { Clock } from '../core/clock.ts';
import { AppError, TooManyRequestsError } from '../core/errors.ts';
import type { Logger } from '../core/logger.ts';
import type { Queue } from '../core/queues.ts';
import type { LiveBus, LiveEvent } from './contract.ts';

const HEARTBEAT_MS = 20_000;
/** How often a stream asks whether its session still stands. */
const RECHECK_MS = 60_000;
const STREAMS_PER_PERSON = 10;
/** A console that is this far behind is cut off; it comes back by itself and looks afresh. */
const BUFFER_LIMIT = 256 * 1024;
const QUEUE_CHANGED_EVERY_MS = 250;

export interface LiveDependencies {
  bus: LiveBus;
  clock: Clock;
  logger: Logger;
  heartbeatMs?: number;
}

interface Stream {
  actor: StaffActor;
  res: ServerResponse;
  /** Who the session belongs to now; null: it has ended. Must not prolong the session. */
  recheck: () => Promise<StaffActor | null>;
  checkedAt: number;
}

/** The open consoles, and what each may hear. */
export interface Live {
  /** @throws TooManyRequestsError where the person has ten streams already; AppError 503 while shutting down */
  open(actor: StaffActor, res: ServerResponse, recheck: Stream['recheck']): void;
  /** How many consoles are open. */
  size(): number;
  /** Ends every stream and takes no new one: a server does not close while one is open. */
  closeAll(): void;
}

function mayHear(actor: StaffActor, event: LiveEvent): boolean {
  if (event.type === 'staff.changed') {
    return event.staffId === actor.id || actor.permissions.has('staff.view');
  }
  return actor.permissions.has(`${event.queue}.view`);
}

export function createLive({ bus, clock, logger, heartbeatMs = HEARTBEAT_MS }: LiveDependencies): Live {
  const streams = new Set<Stream>();
  const changed = new Map<Queue, NodeJS.Timeout>();
  let closed = false;

  function end(stream: Stream): void {
    if (!streams.delete(stream)) return;
    stream.res.end();
  }

  function write(stream: Stream, text: string): void {
    stream.res.write(text);
    if (stream.res.writableLength <= BUFFER_LIMIT) return;
    streams.delete(stream);
    stream.res.destroy();
    logger.info({ staffId: stream.actor.id }, 'a console too slow for its events was cut off');
  }

  async function check(stream: Stream): Promise<void> {
    stream.checkedAt = clock.now();
    try {
      const actor = await stream.recheck();
      if (actor === null || actor.id !== stream.actor.id) end(stream);
      else stream.actor = actor;
    } catch (error) {
      // not known is not allowed; a console whose session stands comes back
      logger.warn({ err: error }, 'a live stream ended because its session could not be checked');
      end(stream);
    }
  }

  function tell(event: LiveEvent): void {
    const text = `data: ${JSON.stringify(event)}\n\n`;
    for (const stream of [...streams]) if (mayHear(stream.actor, event)) write(stream, text);
  }

  /** Depths change with every message that comes in; once in a while is often enough. */
  function tellLater(event: LiveEvent & { type: 'queue.changed' }): void {
    if (changed.has(event.queue)) return;
    const timer = setTimeout(() => {
      changed.delete(event.queue);
      tell(event);
    }, QUEUE_CHANGED_EVERY_MS);
    timer.unref();
    changed.set(event.queue, timer);
  }

  const unsubscribe = bus.subscribe((event) => {
    if (event.type === 'queue.changed') {
      tellLater(event);
      return;
    }
    tell(event);
    if (event.type !== 'staff.changed') return;
    // in a moment: whoever remembers sessions hears of this event too, and must have forgotten by then
    queueMicrotask(() => {
      for (const stream of [...streams]) if (stream.actor.id === event.staffId) void check(stream);
    });
  });

  const heartbeat = setInterval(() => {
    for (const stream of [...streams]) {
      write(stream, ': here\n\n');
      if (clock.now() - stream.checkedAt >= RECHECK_MS) void check(stream);
    }
  }, heartbeatMs);
  heartbeat.unref();

  return {
    open(actor, res, recheck) {
      if (closed) throw new AppError(503, 'unavailable', 'The server is stopping.', { retryAfterSeconds: 1 });
      const own = [...streams].filter((stream) => stream.actor.id === actor.id);
      if (own.length >= STREAMS_PER_PERSON) {
        throw new TooManyRequestsError('Too many consoles are open at once for one person.', 30);
      }
      res.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-cache, no-transform',
        'x-accel-buffering': 'no',
      });
      const stream: Stream = { actor, res, recheck, checkedAt: clock.now() };
      streams.add(stream);
      res.on('close', () => streams.delete(stream));
      res.on('error', () => streams.delete(stream));
      write(stream, 'retry: 2000\n: welcome\n\n');
    },
    size: () => streams.size,
    closeAll() {
      closed = true;
      unsubscribe();
      clearInterval(heartbeat);
      for (const timer of changed.values()) clearTimeout(timer);
      changed.clear();
      for (const stream of [...streams]) end(stream);
    },
  };
}
