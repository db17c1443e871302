import type { Audit } from '../audit/audit.ts';
import type { Actor } from '../core/actor.ts';
import type { Clock } from '../core/clock.ts';
import { BadInputError, ConflictError, NotFoundError } from '../core/errors.ts';
import { newId } from '../core/ids.ts';
import type { Role } from '../core/permissions.ts';
import type { Db, Trx } from '../db/database.ts';
import type { LiveBus } from '../live/contract.ts';
import type { Account } from './account.ts';
import { afterCommit } from './after-commit.ts';
import { StaffEmail, type StaffStatus } from './contract.ts';
import { requireGoodPassword } from './password-rules.ts';
import { generatePassword, type Passwords } from './passwords.ts';
import { requireAdminLeft, requireAllowed } from './policy.ts';
import { sessionStore } from './session-store.ts';
import { type AccountChange, staffStore } from './staff-store.ts';

/** How long a password that Gatehouse made up works: it is for the first sign-in (ASVS 5.0 6.4.1). */
export const MADE_UP_PASSWORD_MS = 72 * 3_600_000;

export interface StaffDependencies {
  clock: Clock;
  audit: (db: Db) => Audit;
  passwords: Passwords;
  live: LiveBus;
}

export interface CreateAccount {
  email: string;
  name: string;
  roles: readonly Role[];
  locale?: string | undefined;
  /** Absent: Gatehouse makes one up, which works for `MADE_UP_PASSWORD_MS`. */
  password?: string | undefined;
}

export interface ChangeAccount {
  id: string;
  version: number;
  name?: string | undefined;
  roles?: readonly Role[] | undefined;
  status?: StaffStatus | undefined;
}

export interface StaffService {
  /**
   * @returns the account, and the password where it was made up (null where it was given)
   * @throws ConflictError `email_taken`; RuleError `weak_password`; BadInputError where the e-mail is none
   */
  create(command: CreateAccount, actor: Actor): Promise<{ account: Account; password: string | null }>;
  /**
   * Disabling ends every session of the account, in this transaction.
   * @throws NotFoundError; ConflictError `stale_version`; ForbiddenError `own_account`; RuleError `last_admin`
   */
  change(command: ChangeAccount, actor: Actor): Promise<Account>;
  /** Gives somebody else a new password; every session of theirs ends. */
  setPassword(
    command: { id: string; password?: string | undefined },
    actor: Actor,
  ): Promise<{ password: string | null }>;
  /** What one may change of oneself. */
  changeProfile(
    command: { name?: string | undefined; locale?: string | undefined },
    actor: Actor,
  ): Promise<Account>;
}

function sameRoles(a: readonly Role[], b: readonly Role[]): boolean {
  return a.length === b.length && a.every((role) => b.includes(role));
}

function changesOf(account: Account, { name, roles, status }: ChangeAccount): AccountChange {
  return {
    ...(name !== undefined && name !== account.name ? { name } : {}),
    ...(roles !== undefined && !sameRoles(roles, account.roles) ? { roles } : {}),
    ...(status !== undefined && status !== account.status ? { status } : {}),
  };
}

function stale(account: Account): ConflictError {
  const { id, version, name, roles, status } = account;
  return new ConflictError('stale_version', `${name}'s account was changed in the meantime.`, {
    current: { id, version, name, roles, status },
  });
}

/** Staff accounts. Hashing takes some 10 ms inside the transaction; accounts are made and changed rarely. */
export function createStaff({
  clock,
  audit,
  passwords,
  live,
}: StaffDependencies): (trx: Trx) => StaffService {
  return (trx) => {
    const store = staffStore(trx);
    const tell = (staffId: string) => {
      afterCommit(trx, () => live.publish({ type: 'staff.changed', staffId }));
    };
    const record = (id: string, type: string, actor: Actor, data: Record<string, unknown> = {}) =>
      audit(trx).record(`staff:${id}`, { type, actor, data });

    const known = async (id: string): Promise<Account> => {
      const account = await store.byId(id);
      if (account === undefined) throw new NotFoundError('staff account', id);
      return account;
    };

    const choose = async (given: string | undefined, person: { name: string; email: string }) => {
      if (given !== undefined) requireGoodPassword(given, person);
      const password = given ?? generatePassword();
      const expiresAt = given === undefined ? clock.now() + MADE_UP_PASSWORD_MS : null;
      return {
        columns: { hash: await passwords.hash(password), expiresAt },
        madeUp: given === undefined ? password : null,
      };
    };

    return {
      async create({ name, roles, locale = 'en', ...command }, actor) {
        const email = StaffEmail.safeParse(command.email);
        if (!email.success) throw new BadInputError('The e-mail address is not valid.');
        const account = { id: newId('staff'), email: email.data, name, roles, locale };
        const password = await choose(command.password, account);
        await store.insert(account, password.columns, clock.now());
        await record(account.id, 'staff.created', actor, { roles, madeUpPassword: password.madeUp !== null });
        tell(account.id);
        return { account: await known(account.id), password: password.madeUp };
      },

      async change(command, actor) {
        // always locked first and in one order: two changes at once see each other
        const admins = await store.lockActiveAdmins();
        const account = await known(command.id);
        if (account.version !== command.version) throw stale(account);
        const change = changesOf(account, command);
        if (change.name !== undefined) requireAllowed(actor, account, 'rename');
        if (change.roles !== undefined) requireAllowed(actor, account, 'changeRoles');
        if (change.status !== undefined) {
          requireAllowed(actor, account, change.status === 'active' ? 'enable' : 'disable');
        }
        if (Object.keys(change).length === 0) return account;
        requireAdminLeft(account, { ...account, ...change }, admins);
        const updated = await store.update(account.id, account.version, change, clock.now());
        if (!updated) throw stale(await known(account.id));

        if (change.name !== undefined || change.roles !== undefined) {
          await record(account.id, 'staff.changed', actor, {
            fields: (['name', 'roles'] as const).filter((field) => change[field] !== undefined),
            ...(change.roles === undefined ? {} : { rolesBefore: account.roles, roles: change.roles }),
          });
        }
        if (change.status === 'active') await record(account.id, 'staff.enabled', actor);
        if (change.status === 'disabled') {
          const sessions = await sessionStore(trx).revokeAll(account.id, 'disabled', clock.now());
          await record(account.id, 'staff.disabled', actor, { sessionsEnded: sessions });
        }
        tell(account.id);
        return known(account.id);
      },

      async setPassword({ id, password: given }, actor) {
        const account = await known(id);
        requireAllowed(actor, account, 'setPassword');
        const password = await choose(given, account);
        await store.setPassword(id, password.columns, clock.now());
        const sessions = await sessionStore(trx).revokeAll(id, 'password_set', clock.now());
        await record(id, 'staff.password_set', actor, {
          madeUpPassword: password.madeUp !== null,
          sessionsEnded: sessions,
        });
        tell(id);
        return { password: password.madeUp };
      },

      async changeProfile({ name, locale }, actor) {
        const change = {
          ...(name === undefined ? {} : { name }),
          ...(locale === undefined ? {} : { locale }),
        };
        const fields = Object.keys(change);
        if (fields.length > 0) {
          await store.updateProfile(actor.id, change, clock.now());
          await record(actor.id, 'staff.changed', actor, { fields });
          tell(actor.id);
        }
        return known(actor.id);
      },
    };
  };
}
