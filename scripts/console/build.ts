import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { isBuilt, ROOT } from './sources.ts';

/**
 * Builds the console into `dist` where it is not there, or its sources have changed.
 * @throws Error with what the build said, where it failed
 */
export async function buildConsole(say: (line: string) => void): Promise<void> {
  if (isBuilt()) return;
  const begun = performance.now();
  say('Building the console (once, and when its sources change).');
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (bytes: Buffer) => (output += bytes.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`The console could not be built:\n${output.trim()}`);
  say(`Built the console in ${Math.round((performance.now() - begun) / 1000)} s.`);
}
