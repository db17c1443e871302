import type { Audit } from '../audit/audit.ts';
import type { Stream } from '../audit/contract.ts';
import { type StaffActor, systemActor } from '../core/actor.ts';
import type { Clock } from '../core/clock.ts';
import { RuleError, UnauthenticatedError } from '../core/errors.ts';
import type { Database, Db, Trx } from '../db/database.ts';
import { type Account, actorOf } from './account.ts';
import { addressDigest } from './address.ts';
import { candidateFinder } from './candidate-store.ts';
import type { Passwords } from './passwords.ts';
import type { Sessions } from './sessions.ts';
import { staffStore } from './staff-store.ts';
import { confirmTries, signInTries, type Taken, type Throttle } from './throttle.ts';
import { throttleStore } from './throttle-store.ts';

export interface SignInCommand {
  email: string;
  password: string;
  ip: string;
  userAgent: string;
  /** The session that this browser still has. */
  previousSessionId: string | undefined;
}

export interface SignedIn {
  token: string;
  /** ms */
  expiresAt: number;
  account: Account;
}

export interface SignInService {
  /**
   * The same answer, after the same time, whether the account is unknown, disabled, or the password wrong.
   * @throws UnauthenticatedError `wrong_credentials`, or `password_expired` to whoever knows a made-up password that
   *   is too old; TooManyRequestsError
   */
  signIn(command: SignInCommand): Promise<SignedIn>;
  /**
   * The person's own password, again, before something that matters.
   * @returns the hash it was compared with
   * @throws RuleError `wrong_password`; TooManyRequestsError
   */
  confirm(actor: StaffActor, password: string): Promise<string>;
}

export interface SignInDependencies {
  clock: Clock;
  audit: (db: Db) => Audit;
  passwords: Passwords;
  throttle: (db: Db) => Throttle;
  sessions: (trx: Trx) => Sessions;
}

const nobody = systemActor('sign-in');

type Refusal = 'unknown_account' | 'wrong_password' | 'disabled' | 'password_expired' | 'changed_meanwhile';

/**
 * Signing in takes two transactions with the comparison between them: it lasts some 10 ms, and on SQLite every writer
 * would wait for it.
 */
export function createSignIn(deps: SignInDependencies, database: Database): SignInService {
  const { clock, audit, passwords, throttle, sessions } = deps;

  /** Kept for unknown accounts too, which also makes them take as long. */
  const refuse = async (
    stream: Exclude<Stream, `case:${string}`>,
    reason: Refusal,
    taken: readonly Taken[],
  ) => {
    const data = { reason, blocked: taken.filter(({ left }) => left === 0).map(({ limit }) => limit.name) };
    await database.transaction((trx) =>
      audit(trx).record(stream, { type: 'staff.sign_in_refused', actor: nobody, data }),
    );
    return reason === 'password_expired'
      ? new UnauthenticatedError('This first password is too old. Ask an administrator for another.', reason)
      : new UnauthenticatedError('The e-mail address or the password is wrong.', 'wrong_credentials');
  };

  const open = (account: Account, hash: string, taken: readonly Taken[], command: SignInCommand) =>
    database.transaction(async (trx) => {
      const now = clock.now();
      if (!(await staffStore(trx).markSignedIn(account.id, hash, now))) return undefined;
      const actor = actorOf(account);
      await throttle(trx).succeeded(taken);
      await throttleStore(trx).rememberAddress(account.id, addressDigest(account.id, command.ip), now);
      const session = await sessions(trx).start(actor, command);
      await audit(trx).record(`staff:${account.id}`, { type: 'staff.signed_in', actor, data: {} });
      return session;
    });

  return {
    async signIn(command) {
      const email = command.email.trim().toLowerCase();
      const candidate = await candidateFinder(database).byEmail(email, command.ip);
      const taken = await database.transaction((trx) =>
        throttle(trx).take(signInTries(email, command.ip, candidate?.knownAddress ?? false)),
      );
      const right = await passwords.verify(candidate?.passwordHash, command.password);
      if (candidate === undefined) throw await refuse('access:unknown-account', 'unknown_account', taken);

      const { account, passwordHash } = candidate;
      const stream = `staff:${account.id}` as const;
      if (!right) throw await refuse(stream, 'wrong_password', taken);
      if (account.status !== 'active') throw await refuse(stream, 'disabled', taken);
      if (account.passwordExpiresAt !== null && account.passwordExpiresAt <= clock.now()) {
        throw await refuse(stream, 'password_expired', taken);
      }
      const session = await open(account, passwordHash, taken, command);
      if (session === undefined) throw await refuse(stream, 'changed_meanwhile', taken);
      return { ...session, account };
    },

    async confirm(actor, password) {
      const hash = await staffStore(database.knex).passwordHashOf(actor.id);
      const taken = await database.transaction((trx) => throttle(trx).take(confirmTries(actor.id)));
      const right = await passwords.verify(hash, password);
      await database.transaction((trx) =>
        right
          ? throttle(trx).succeeded(taken)
          : audit(trx).record(`staff:${actor.id}`, { type: 'staff.confirmation_refused', actor, data: {} }),
      );
      if (!right || hash === undefined) throw new RuleError('wrong_password', 'This is not your password.');
      return hash;
    },
  };
}
