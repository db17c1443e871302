import type { Db } from '../db/database.ts';
import { sessionStore } from './session-store.ts';
import { SESSION_IDLE_MS } from './sessions.ts';
import { throttleStore } from './throttle-store.ts';

/** An account stays known at an address so long after its last sign-in there, ms. */
export const ADDRESS_KNOWN_MS = 90 * 86_400_000;

/**
 * Deletes what has no effect any more: sessions that are over, windows that have ended, addresses not seen for long.
 * Who signed in when stays in the audit log. `now` in ms.
 */
export async function purgeAuth(
  db: Db,
  now: number,
): Promise<{ sessions: number; limits: number; addresses: number }> {
  return {
    sessions: await sessionStore(db).deleteEnded(now, now - SESSION_IDLE_MS),
    limits: await throttleStore(db).deleteEnded(now),
    addresses: await throttleStore(db).deleteAddressesNotSeenSince(now - ADDRESS_KNOWN_MS),
  };
}
