import type { Tally } from './marketplace.ts';

const EVERY_MS = 200;
/** Where nobody watches, a line that says something new comes no more often than this. */
const PLAIN_EVERY_MS = 10_000;

function describe(tally: Readonly<Tally>): string {
  const some = (count: number, what: string) => (count > 0 ? `, ${what} ${count}` : '');
  const parts = [
    `sent ${tally.sent} (held ${tally.held}, passed ${tally.passed}${some(tally.withdrawn, 'withdrawn')})`,
    `told: released ${tally.released}, rejected ${tally.rejected}${some(tally.removed, 'removed')}${some(tally.notices, 'notices')}`,
    tally.trouble === null ? tally.last : `! ${tally.trouble}`,
  ];
  return `marketplace  ${parts.join(' | ')}`;
}

/** One line that says how the marketplace is doing: rewritten on a terminal, now and then a new one elsewhere. */
export function createStatusLine(tally: Readonly<Tally>, out: NodeJS.WriteStream = process.stdout) {
  const tty = out.isTTY === true;
  let timer: NodeJS.Timeout | undefined;
  let shown = '';
  let shownAt = 0;

  function show(): void {
    timer = undefined;
    const line = describe(tally);
    if (line === shown) return;
    shown = line;
    shownAt = Date.now();
    if (tty) out.write(`\r\u001b[2K${line.slice(0, (out.columns ?? 80) - 1)}`);
    else out.write(`${new Date().toISOString()}  ${line}\n`);
  }

  return {
    changed(): void {
      const pause = tty ? EVERY_MS : shownAt === 0 ? 0 : PLAIN_EVERY_MS - (Date.now() - shownAt);
      timer ??= setTimeout(show, Math.max(0, pause)).unref();
    },
    /** Leaves the last state standing, and the cursor on a line of its own. */
    end(): void {
      clearTimeout(timer);
      show();
      if (tty) out.write('\n');
    },
  };
}
