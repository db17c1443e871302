import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a demo keeps between two starts, beside its database. Made up on this machine, for this machine. */
export interface DemoState {
  webhookSecret: string;
  apiKey?: string;
  receiverPort?: number;
}

export interface DemoHome {
  dir: string;
  databaseUrl: string;
  state: DemoState;
  save(change: Partial<DemoState>): void;
}

/** The demo's folder; `reset` begins with an empty one. */
export function openHome(dir: string, reset: boolean): DemoHome {
  if (reset) rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  const path = join(dir, 'state.json');
  const kept = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as DemoState) : undefined;
  const home: DemoHome = {
    dir,
    databaseUrl: `sqlite:${join(dir, 'gatehouse.sqlite')}`,
    state: kept ?? { webhookSecret: `whsec_${randomBytes(32).toString('base64')}` },
    save(change) {
      Object.assign(home.state, change);
      writeFileSync(path, `${JSON.stringify(home.state, null, 2)}\n`, { mode: 0o600 });
    },
  };
  home.save({});
  return home;
}

/**
 * Two demos on one database would get in each other's way.
 * @returns the process that runs the demo of this folder; undefined: none does
 */
export function claimHome(dir: string): number | undefined {
  const path = join(dir, 'demo.pid');
  if (existsSync(path)) {
    const pid = Number(readFileSync(path, 'utf8'));
    if (pid !== process.pid && isDemo(pid)) return pid;
  }
  mkdirSync(dir, { recursive: true });
  writeFileSync(path, String(process.pid));
  return undefined;
}

export function leaveHome(dir: string): void {
  rmSync(join(dir, 'demo.pid'), { force: true });
}

/** Whether the process lives, and (where the system tells) is a demo: the number may belong to another by now. */
function isDemo(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const commandLine = `/proc/${pid}/cmdline`;
  return !existsSync(commandLine) || readFileSync(commandLine, 'utf8').includes('demo.ts');
}
