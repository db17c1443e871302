import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = new URL('../../', import.meta.url);
const pathOf = (file: string) => fileURLToPath(new URL(file, root));
const GUARD = new URL('orphan-guard.ts', import.meta.url).href;

const START_MS = 30_000;
const KEPT_OUTPUT = 200_000;

export type Environment = Record<string, string>;

export interface LaunchOptions {
  /** Everything that the process learns of; nothing is inherited but `PATH`. */
  env: Environment;
  /** Where it runs; relative paths of its settings, and a `.env` file, are looked for here. */
  cwd: string;
}

/** How a process ended: by itself, with a code, or by a signal. */
export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** A real process of the product. */
export interface Running {
  readonly pid: number;
  readonly exited: Promise<Exit>;
  stdout(): string;
  stderr(): string;
  /** Sends the signal, and resolves when the process is gone. */
  end(signal?: NodeJS.Signals): Promise<Exit>;
}

/** An API process that answers at `url`. */
export interface RunningApi extends Running {
  readonly url: string;
}

const alive = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of alive) child.kill('SIGKILL');
});

/** Ends every process that is still running. For `afterAll`, and for a script that fails halfway. */
export async function endAll(): Promise<void> {
  await Promise.all(
    [...alive].map(
      (child) =>
        new Promise<void>((resolve) => {
          child.once('exit', () => resolve());
          if (child.exitCode !== null || child.signalCode !== null) resolve();
          child.kill('SIGKILL');
        }),
    ),
  );
}

/** Starts a program (a file of the repository, or a command) and collects what it says. */
export function launch(program: string, args: readonly string[], { env, cwd }: LaunchOptions): Running {
  const isOurs = program.endsWith('.ts');
  const command = isOurs ? process.execPath : program;
  const commandArgs = isOurs ? ['--import', GUARD, pathOf(program), ...args] : args;
  const child = spawn(command, commandArgs, {
    cwd,
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  alive.add(child);
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out = (out + text).slice(-KEPT_OUTPUT);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err = (err + text).slice(-KEPT_OUTPUT);
  });
  const exited = new Promise<Exit>((resolve, reject) => {
    child.once('error', reject);
    // `close` comes after the last output, `exit` may come before it
    child.once('close', (code, signal) => {
      alive.delete(child);
      resolve({ code, signal });
    });
  });
  exited.catch(() => alive.delete(child));
  return {
    pid: child.pid ?? 0,
    exited,
    stdout: () => out,
    stderr: () => err,
    async end(signal = 'SIGKILL') {
      child.kill(signal);
      return exited;
    },
  };
}

/** The log lines (JSON) of a process so far. */
export function logOf(running: Running): { level: number; msg: string; [field: string]: unknown }[] {
  return running
    .stderr()
    .split('\n')
    .filter((line) => line.startsWith('{') && line.endsWith('}'))
    .map((line) => JSON.parse(line) as { level: number; msg: string });
}

/** Waits for a log line. @throws Error with what the process said where it ends or takes too long */
async function logged(running: Running, message: string): Promise<Record<string, unknown>> {
  const until = performance.now() + START_MS;
  let ended = false;
  const end = running.exited.finally(() => {
    ended = true;
  });
  while (performance.now() < until) {
    const line = logOf(running).find((one) => one.msg === message);
    if (line !== undefined) return line;
    if (ended) break;
    await Promise.race([end, new Promise((resolve) => setTimeout(resolve, 5))]);
  }
  throw new Error(`A process did not come to say "${message}". It said:\n${running.stderr()}`);
}

/** Starts `npm start`'s process on a free port, and waits until it listens and `/readyz` answers 200. */
export async function startApi(options: LaunchOptions): Promise<RunningApi> {
  const env = { ...options.env, HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'info' };
  const running = launch('api/main.ts', [], { ...options, env });
  const { port } = await logged(running, 'listening');
  const url = `http://127.0.0.1:${String(port)}`;
  const ready = await fetch(`${url}/readyz`);
  if (!ready.ok) throw new Error(`The API listens but is not ready: ${await ready.text()}`);
  return { ...running, url };
}

/** Starts `npm run worker`'s process, and waits until it works. */
export async function startWorker(options: LaunchOptions): Promise<Running> {
  const running = launch('api/worker.ts', [], {
    ...options,
    env: { ...options.env, LOG_LEVEL: 'info' },
  });
  await logged(running, 'working');
  return running;
}

/** Runs `gatehouse <args>` to its end. */
export async function runGatehouse(
  args: readonly string[],
  options: LaunchOptions,
): Promise<{ exit: Exit; stdout: string; stderr: string }> {
  const running = launch('scripts/gatehouse.ts', args, options);
  const exit = await running.exited;
  return { exit, stdout: running.stdout(), stderr: running.stderr() };
}
