import type { Clock } from '../core/clock.ts';
import { newId } from '../core/ids.ts';
import { canonicalJson, sha256 } from '../core/json.ts';
import type { Database } from '../db/database.ts';
import { isUniqueViolation } from '../db/dialect.ts';
import { type CheckpointRow, type SealedHead, verifyStore } from './verify-store.ts';

// A transaction that was still open when the last checkpoint was made may commit events that are older than it.
const OVERLAP_MS = 5 * 60_000;

/** The hash of a checkpoint: over the one before it, and over every head that it seals. */
export function checkpointHash(row: Omit<CheckpointRow, 'hash'>, heads: readonly SealedHead[]): string {
  const sealed = sha256(canonicalJson(heads.map(({ stream, seq, head }) => [stream, seq, head])));
  return sha256([row.prev_hash, row.seq, row.id, row.at, row.sealed_until, row.streams, sealed].join('\n'));
}

export const FIRST_CHECKPOINT = sha256('gatehouse audit checkpoints');

/**
 * Seals the heads of all chains that have grown into one checkpoint. Whoever keeps its hash elsewhere (a log, paper)
 * can show later that nothing before it was changed.
 * @returns the checkpoint; undefined where there was nothing to seal, or another process was sealing
 */
export async function sealAudit(database: Database, clock: Clock): Promise<CheckpointRow | undefined> {
  try {
    return await database.transaction(async (trx) => {
      const store = verifyStore(trx);
      const last = await store.lastCheckpoint();
      const now = clock.now();
      const heads = await store.headsSince((last?.sealed_until ?? 0) - OVERLAP_MS, now);
      if (heads.length === 0) return undefined;
      const row = {
        seq: (last?.seq ?? 0) + 1,
        id: newId('cp'),
        at: now,
        sealed_until: now,
        streams: heads.length,
        prev_hash: last?.hash ?? FIRST_CHECKPOINT,
      };
      const checkpoint = { ...row, hash: checkpointHash(row, heads) };
      await store.insertCheckpoint(checkpoint, heads);
      return checkpoint;
    });
  } catch (error) {
    if (isUniqueViolation(error)) return undefined;
    throw error;
  }
}
