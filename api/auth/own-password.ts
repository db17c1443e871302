import type { Audit } from '../audit/audit.ts';
import type { StaffActor } from '../core/actor.ts';
import type { Clock } from '../core/clock.ts';
import { ConflictError, NotFoundError, RuleError } from '../core/errors.ts';
import type { Database, Db } from '../db/database.ts';
import type { LiveBus } from '../live/contract.ts';
import { afterCommit } from './after-commit.ts';
import { staffDirectory } from './directory.ts';
import { requireGoodPassword } from './password-rules.ts';
import type { Passwords } from './passwords.ts';
import { sessionStore } from './session-store.ts';
import type { SignInService } from './sign-in.ts';
import { staffStore } from './staff-store.ts';

export interface OwnPasswordDependencies {
  clock: Clock;
  audit: (db: Db) => Audit;
  passwords: Passwords;
  live: LiveBus;
  signIn: SignInService;
}

export interface OwnPassword {
  /**
   * Changes the actor's own password; all their sessions but `sessionId` end.
   * @throws RuleError `wrong_password`, `weak_password`, `same_password`; ConflictError `stale_version` where it was
   *   changed at the same moment; TooManyRequestsError
   */
  change(command: { current: string; next: string; sessionId: string }, actor: StaffActor): Promise<void>;
}

/** Compares and hashes outside the transaction, and writes only over the password that was compared. */
export function createOwnPassword(deps: OwnPasswordDependencies, database: Database): OwnPassword {
  const { clock, audit, passwords, live, signIn } = deps;
  return {
    async change({ current, next, sessionId }, actor) {
      const compared = await signIn.confirm(actor, current);
      const account = await staffDirectory(database.knex).byId(actor.id);
      if (account === undefined) throw new NotFoundError('staff account', actor.id);
      if (next === current) throw new RuleError('same_password', 'This is the password that you have.');
      requireGoodPassword(next, account);
      const hash = await passwords.hash(next);
      await database.transaction(async (trx) => {
        const now = clock.now();
        if (!(await staffStore(trx).setPassword(actor.id, { hash, expiresAt: null }, now, compared))) {
          throw new ConflictError('stale_version', 'The password was changed at the same moment.');
        }
        const ended = await sessionStore(trx).revokeAll(actor.id, 'password_changed', now, sessionId);
        await audit(trx).record(`staff:${actor.id}`, {
          type: 'staff.password_changed',
          actor,
          data: { sessionsEnded: ended },
        });
        afterCommit(trx, () => live.publish({ type: 'staff.changed', staffId: actor.id }));
      });
    },
  };
}
