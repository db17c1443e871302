import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..', '..');
const DIST = join(ROOT, 'dist');
/** What the console in `dist` was built from. A dotfile, so that it is not served. */
const STAMP = join(DIST, '.built-from');

const SOURCES = [
  'admin-ui/**/*.{ts,tsx,html,css,svg,json}',
  'scripts/console/*.ts',
  'vite.config.ts',
  'package-lock.json',
];

/** A hash of everything that the built console depends on: of the API it takes only types, which leave no trace. */
function fingerprint(): string {
  const hash = createHash('sha256');
  const files = globSync(SOURCES, { cwd: ROOT }).filter((file) => !/\.test\.tsx?$/.test(file));
  for (const file of files.sort()) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(ROOT, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** Whether `dist` holds the console as its sources are now. */
export function isBuilt(): boolean {
  if (!existsSync(STAMP) || !existsSync(join(DIST, 'index.html'))) return false;
  return readFileSync(STAMP, 'utf8') === fingerprint();
}

/** Writes down what `dist` was built from. */
export function stampBuild(): void {
  writeFileSync(STAMP, fingerprint());
}
