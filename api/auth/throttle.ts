import type { Clock } from '../core/clock.ts';
import { TooManyRequestsError } from '../core/errors.ts';
import { sha256 } from '../core/json.ts';
import type { Db } from '../db/database.ts';
import { addressGroup } from './address.ts';
import { throttleStore } from './throttle-store.ts';

/** So many failures in a window that begins with the first one, ms. */
export interface Limit {
  name: string;
  failures: number;
  windowMs: number;
}

const MINUTE = 60_000;

/**
 * The limits on guessing (ASVS 5.0 6.3.1, 6.1.1: documented here; NIST SP 800-63B 3.2.2 allows at most 100 in a row).
 * Nobody is locked out from elsewhere: the limit over all addresses does not hold where the account has signed in
 * from before, so that whoever guesses from around the world closes the account to unknown addresses alone.
 */
export const LIMITS = {
  /** one account from one address */
  pair: { name: 'pair', failures: 5, windowMs: 15 * MINUTE },
  /** any account from one address: one guesser, many accounts */
  address: { name: 'address', failures: 50, windowMs: 60 * MINUTE },
  /** one account from all unknown addresses together: many guessers, one account */
  account: { name: 'account', failures: 20, windowMs: 60 * MINUTE },
  /** a signed-in person's own password, asked for again: a stolen session */
  confirm: { name: 'confirm', failures: 5, windowMs: 15 * MINUTE },
} as const satisfies Record<string, Limit>;

export interface Try {
  limit: Limit;
  key: string;
}

/** What a try to sign in counts against. Keys are digests; whether the account exists makes no difference to them. */
export function signInTries(email: string, ip: string, knownAddress: boolean): Try[] {
  const address = addressGroup(ip);
  const keyed = (limit: Limit, ...parts: string[]): Try => ({
    limit,
    key: `${limit.name}:${sha256(parts.join('\n'))}`,
  });
  return [
    keyed(LIMITS.pair, email, address),
    keyed(LIMITS.address, address),
    ...(knownAddress ? [] : [keyed(LIMITS.account, email)]),
  ];
}

export function confirmTries(staffId: string): Try[] {
  return [{ limit: LIMITS.confirm, key: `${LIMITS.confirm.name}:${staffId}` }];
}

/** A try that was counted before anything was compared. */
export type Taken = Try & { resetsAt: number; left: number };

export interface Throttle {
  /**
   * Counts one try against each limit, before the password is compared, so that many at once cannot slip through.
   * Run it in a transaction of its own: where one limit refuses, nothing counts.
   * @throws TooManyRequestsError with the seconds until the window ends
   */
  take(tries: readonly Try[]): Promise<Taken[]>;
  /** The try succeeded: it does not count, and what one account failed at one address before is forgotten. */
  succeeded(taken: readonly Taken[]): Promise<void>;
}

export function createThrottle({ clock }: { clock: Clock }): (db: Db) => Throttle {
  return (db) => {
    const store = throttleStore(db);
    return {
      async take(tries) {
        const now = clock.now();
        const taken: Taken[] = [];
        for (const each of tries) {
          const { used, resets_at } = await store.take(each.key, now, each.limit.windowMs);
          if (used > each.limit.failures) {
            const seconds = Math.ceil((resets_at - now) / 1000);
            throw new TooManyRequestsError(
              `Too many wrong passwords. Try again in ${Math.ceil(seconds / 60)} min.`,
              seconds,
            );
          }
          taken.push({ ...each, resetsAt: resets_at, left: each.limit.failures - used });
        }
        return taken;
      },

      async succeeded(taken) {
        for (const { limit, key, resetsAt } of taken) {
          if (limit.name === 'pair' || limit.name === 'confirm') await store.forget(key);
          else await store.giveBack(key, resetsAt);
        }
      },
    };
  };
}
