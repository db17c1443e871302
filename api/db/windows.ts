import { setImmediate as breathe } from 'node:timers/promises';

/** A stretch of an ordered list: after one key (undefined: from the beginning) up to and including another (undefined: to the end). */
export interface Window<Key> {
  after: Key | undefined;
  until: Key | undefined;
}

/**
 * Walks a long list in stretches of bounded length, and lets everything else in the process have its turn between
 * them: on SQLite a statement runs where the requests are answered, so that a long one would stop them all.
 * @param boundaryAfter the key where the stretch after `after` ends; undefined where it is the last one
 */
export async function* windows<Key>(
  from: Key | undefined,
  boundaryAfter: (after: Key | undefined) => Promise<Key | undefined>,
): AsyncGenerator<Window<Key>> {
  for (let after = from; ; ) {
    const until = await boundaryAfter(after);
    yield { after, until };
    if (until === undefined) return;
    after = until;
    await breathe();
  }
}
