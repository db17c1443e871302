import { type ChildProcess, fork, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Load, LoadResult } from './load.ts';

const pathOf = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const STARTS_WITHIN_MS = 30_000;

export interface ServerProcess {
  port: number;
  /** CPU time that the process has used so far, in milliseconds; undefined where the system does not tell. */
  cpuMs(): number | undefined;
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const TICK_MS = 10; // USER_HZ is 100 on every Linux

function cpuMsOf(pid: number): number | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS; // user and system time
  } catch {
    return undefined;
  }
}

async function answers(port: number, child: ChildProcess): Promise<void> {
  const until = Date.now() + STARTS_WITHIN_MS;
  while (Date.now() < until) {
    if (child.exitCode !== null)
      throw new Error(`A server ended with ${child.exitCode} when it should start.`);
    const up = await fetch(`http://127.0.0.1:${port}/healthz`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (up) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('A server does not answer.');
}

async function startServer(nodeArgs: string[], env: Record<string, string>): Promise<ServerProcess> {
  const port = await freePort();
  const child = spawn(process.execPath, nodeArgs, {
    env: { ...process.env, ...env, PORT: String(port), HOST: '127.0.0.1' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  process.once('exit', () => child.kill('SIGKILL')); // however the bench ends, nothing stays behind
  await answers(port, child);
  return {
    port,
    cpuMs: () => cpuMsOf(child.pid as number),
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** The product as `npm start` runs it. What decisions cause waits past the end of the bench, so that no relay runs. */
export function startProduct(databaseUrl: string, profileDir: string | undefined): Promise<ServerProcess> {
  const profiling = profileDir === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profileDir}`];
  return startServer([...profiling, pathOf('../../api/main.ts')], {
    DATABASE_URL: databaseUrl,
    REDIS_URL: '',
    LOG_LEVEL: 'warn',
    UNDO_WINDOW_SECONDS: '600',
  });
}

/** The bare handler. */
export function startFloor(databaseUrl: string, recordingFile: string): Promise<ServerProcess> {
  return startServer([pathOf('./floor.ts')], { DATABASE_URL: databaseUrl, BENCH_RECORDING: recordingFile });
}

/** The process that sends the requests; one for the whole run, so that it is warm. */
export function startLoader(): { run(load: Load): Promise<LoadResult>; stop(): void } {
  const child = fork(pathOf('./load.ts'));
  return {
    run: (load) =>
      new Promise((resolve, reject) => {
        child.once('message', ({ result, error }: { result?: LoadResult; error?: string }) => {
          if (result === undefined) reject(new Error(error));
          else resolve(result);
        });
        child.send(load);
      }),
    stop: () => child.disconnect(),
  };
}
