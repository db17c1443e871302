import { globSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';
import { stampBuild } from './sources.ts';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

async function compress(path: string): Promise<void> {
  const bytes = await readFile(path);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  await writeFile(`${path}.br`, await brotli(bytes, { params }));
  await writeFile(`${path}.gz`, await zip(bytes, { level: 9 }));
}

/** Puts a `.br` and a `.gz` beside every text of the build, so that the server never compresses, and stamps the build. */
export function precompressed(): Plugin {
  let dir = '';
  return {
    name: 'gatehouse-precompressed',
    apply: 'build',
    configResolved: ({ root, build }) => {
      dir = join(root, build.outDir);
    },
    closeBundle: async () => {
      const files = globSync('**/*.{html,js,css,svg,json,txt}', { cwd: dir });
      await Promise.all(files.map((file) => compress(join(dir, file))));
      stampBuild();
    },
  };
}
