import type { Rehearsal } from './rehearse.ts';

const number = (n: number) => n.toLocaleString('en');
const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
const MISMATCHES_SHOWN = 50;

/** What a rehearsal found, as a table for people. */
export function summaryOf(rehearsal: Rehearsal): string {
  const { imports, asked, decided, took } = rehearsal;
  const rows: [string, string][] = [['on', `${rehearsal.database}, jobs ${rehearsal.jobs}`]];
  for (const { first, second, took: times } of imports) {
    for (const [time, counts, ms] of [
      ['1st', first, times[0]],
      ['2nd', second, times[1]],
    ] as const) {
      const { received, created, updated, unchanged, refused, dispositions } = counts;
      const standing = Object.entries(dispositions ?? {}).map(([name, n]) => `${name} ${number(n)}`);
      rows.push([
        `${counts.resource}, ${time} import`,
        `${number(received)} received: ${number(created)} created, ${number(updated)} updated, ` +
          `${number(unchanged)} unchanged, ${number(refused)} refused${standing.length > 0 ? `; ${standing.join(', ')}` : ''} (${seconds(ms)})`,
      ]);
    }
  }
  const total = decided.release + decided.reject;
  const rate = Math.round(total / (took.deciding / 1000));
  rows.push(
    [
      'decided over HTTP',
      `${number(total)} of ${number(asked.cases)} by ${asked.moderators} moderators at once: ` +
        `${number(decided.release)} released, ${number(decided.reject)} rejected ` +
        `(${seconds(took.deciding)}, ${number(rate)}/s)`,
    ],
    ['decisions in the database', number(rehearsal.decisions)],
    [
      'events in the feed',
      `${number(rehearsal.events)} (a rejection is two: message.rejected, notice.created)`,
    ],
    [
      'arrived, signature right',
      `${number(rehearsal.received)}, of them more than once ${number(rehearsal.receivedTwice)} ` +
        `(the last ${seconds(took.leaving)} after the last decision)`,
    ],
    ['event log verified', `${number(rehearsal.auditEvents)} events`],
    ['mismatches', rehearsal.mismatches.length === 0 ? 'none' : number(rehearsal.mismatches.length)],
  );
  const width = Math.max(...rows.map(([name]) => name.length));
  return [
    ...rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`),
    ...rehearsal.mismatches.slice(0, MISMATCHES_SHOWN).map((mismatch) => `  ${mismatch}`),
  ].join('\n');
}
