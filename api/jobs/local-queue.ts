import { Cron } from 'croner';
import type { Logger } from '../core/logger.ts';
import type { EnqueueOptions, JobDefinition, JobQueue } from './job.ts';
import { runJob } from './run-job.ts';

/** The longest delay that a timer takes. */
const LONGEST_TIMER_MS = 2_147_483_647;
/** The id under which a scheduled run waits, so that runs of a slow job do not pile up. */
const SCHEDULED = '@schedule';

interface Waiting {
  id: string | undefined;
  data: unknown;
}

/** The jobs of one name: what waits, what runs, and the ids that are taken by what waits. */
interface Lane {
  job: JobDefinition | undefined;
  waiting: Waiting[];
  taken: Set<string>;
  running: number;
}

/** Jobs in this process: for the embedded setup, where there is one. What waits is lost with the process. */
export function createLocalQueue({ logger }: { logger: Logger }): JobQueue {
  const lanes = new Map<string, Lane>();
  const timers = new Set<NodeJS.Timeout>();
  const crons: Cron[] = [];
  const inHand = new Set<Promise<void>>();
  let closed = false;

  function laneOf(name: string): Lane {
    let lane = lanes.get(name);
    if (lane === undefined) {
      lane = { job: undefined, waiting: [], taken: new Set(), running: 0 };
      lanes.set(name, lane);
    }
    return lane;
  }

  function pump(lane: Lane): void {
    const { job } = lane;
    while (!closed && job !== undefined && lane.running < job.concurrency) {
      const next = lane.waiting.shift();
      if (next === undefined) return;
      if (next.id !== undefined) lane.taken.delete(next.id);
      lane.running++;
      const run = runJob(job, next.data, logger).finally(() => {
        lane.running--;
        inHand.delete(run);
        pump(lane);
      });
      inHand.add(run);
    }
  }

  function add(lane: Lane, waiting: Waiting): void {
    lane.waiting.push(waiting);
    pump(lane);
  }

  function enqueue(name: string, data: unknown, options: EnqueueOptions = {}): void {
    const lane = laneOf(name);
    const { id, delayMs = 0 } = options;
    if (closed || (id !== undefined && lane.taken.has(id))) return;
    if (id !== undefined) lane.taken.add(id);
    if (delayMs <= 0) {
      add(lane, { id, data });
      return;
    }
    const timer = setTimeout(
      () => {
        timers.delete(timer);
        add(lane, { id, data });
      },
      Math.min(delayMs, LONGEST_TIMER_MS),
    );
    timer.unref();
    timers.add(timer);
  }

  function schedule(job: JobDefinition): void {
    if (job.schedule === undefined) return;
    const tick = () => {
      const lane = laneOf(job.name);
      if (lane.running < job.concurrency) enqueue(job.name, {}, { id: SCHEDULED });
    };
    if ('cron' in job.schedule) {
      crons.push(new Cron(job.schedule.cron, { timezone: job.schedule.timeZone, unref: true }, tick));
      return;
    }
    tick();
    const timer = setInterval(tick, job.schedule.everyMs);
    timer.unref();
    timers.add(timer);
  }

  return {
    enqueue: async (name, data, options) => enqueue(name, data, options),
    work: async (jobs) => {
      for (const job of jobs) {
        const lane = laneOf(job.name);
        lane.job = job;
        schedule(job);
        pump(lane);
      }
    },
    ping: async () => {
      if (closed) throw new Error('The job queue is closed.');
    },
    close: async () => {
      closed = true;
      for (const timer of timers) clearTimeout(timer);
      for (const cron of crons) cron.stop();
      await Promise.all(inHand);
    },
  };
}
