import { Command } from 'commander';
import { print, say, withContainer } from './context.ts';

/** Scheduled jobs by hand: the same definitions, run once, to the end. */
export const JOB_NAMES = [
  'relay-outbox',
  'dispatch-webhooks',
  'purge-webhook-attempts',
  'expire-leases',
  'end-waits',
  'escalate-overdue',
  'release-after',
  'seal-audit',
  'purge',
] as const;

const ABOUT: Record<(typeof JOB_NAMES)[number], string> = {
  'relay-outbox': 'Moves due effects into the feed.',
  'dispatch-webhooks': 'Sends due webhooks.',
  'purge-webhook-attempts': 'Deletes webhook attempts of more than 90 days ago.',
  'expire-leases': 'Gives back cases whose lease has run out.',
  'end-waits': 'Reopens cases that have waited long enough.',
  'escalate-overdue': 'Escalates cases past their deadline.',
  'release-after': 'Releases held messages past the policy’s maximum, where it has one.',
  'seal-audit': 'Seals the event log into a checkpoint.',
  purge: 'Deletes sessions, counts and idempotency keys that have no effect any more.',
};

export function jobCommands(): Command[] {
  return JOB_NAMES.map((name) =>
    new Command(name).description(`Runs one job now: ${ABOUT[name]}`).action(async () => {
      await withContainer(async ({ jobs }) => {
        const job = jobs.find((one) => one.name === name);
        if (job === undefined) throw new Error(`There is no job "${name}".`);
        await job.run(job.data.parse({}));
      });
      say(`Ran ${name}.`);
      print(JSON.stringify({ job: name, done: true }));
    }),
  );
}
