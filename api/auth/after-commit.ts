import type { Trx } from '../db/database.ts';

/** Runs `act` when the transaction has committed, and never where it was rolled back. */
export function afterCommit(trx: Trx, act: () => void): void {
  trx.executionPromise.then(act, () => {});
}
