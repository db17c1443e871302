import { ConflictError } from '../core/errors.ts';
import type { Role } from '../core/permissions.ts';
import type { Db } from '../db/database.ts';
import { toJsonColumn } from '../db/json-column.ts';
import { ACCOUNT_COLUMNS, type Account, type AccountRow, accountOf } from './account.ts';

export interface PasswordColumns {
  hash: string;
  /** ms; null: for good */
  expiresAt: number | null;
}

export type NewAccount = Pick<Account, 'id' | 'email' | 'name' | 'roles' | 'locale'>;
export type AccountChange = Partial<Pick<Account, 'name' | 'roles' | 'status' | 'locale'>>;

/** Writes of staff accounts, and the reads that a write stands on. */
export function staffStore(db: Db) {
  return {
    /** @throws ConflictError `email_taken` */
    async insert(account: NewAccount, password: PasswordColumns, now: number): Promise<void> {
      // on conflict, not an error: an error would end the transaction on PostgreSQL
      const inserted = (await db('staff')
        .insert({
          ...account,
          roles: toJsonColumn(account.roles),
          password_hash: password.hash,
          password_expires_at: password.expiresAt,
          created_at: now,
          updated_at: now,
        })
        .onConflict('email')
        .ignore()
        .returning('id')) as unknown[];
      if (inserted.length === 0)
        throw new ConflictError('email_taken', 'There is an account with this e-mail address.');
    },

    async byId(id: string): Promise<Account | undefined> {
      const row = await db('staff').where({ id }).first<AccountRow | undefined>(ACCOUNT_COLUMNS);
      return row && accountOf(row);
    },

    async passwordHashOf(id: string): Promise<string | undefined> {
      const row = await db('staff')
        .where({ id })
        .first<{ password_hash: string } | undefined>('password_hash');
      return row?.password_hash;
    },

    /** @returns whether the account still stood at this version */
    async update(id: string, version: number, change: AccountChange, now: number): Promise<boolean> {
      const { roles, ...rest } = change;
      const changed = await db('staff')
        .where({ id, version })
        .update({
          ...rest,
          ...(roles === undefined ? {} : { roles: toJsonColumn(roles) }),
          version: version + 1,
          updated_at: now,
        });
      return changed === 1;
    },

    /** What one changes of oneself: the last one counts. */
    async updateProfile(
      id: string,
      change: Pick<AccountChange, 'name' | 'locale'>,
      now: number,
    ): Promise<void> {
      await db('staff')
        .where({ id })
        .update({ ...change, version: db.raw('version + 1') as unknown as number, updated_at: now });
    },

    /** @param knownHash the password must still be this one; undefined: whatever it is */
    async setPassword(
      id: string,
      password: PasswordColumns,
      now: number,
      knownHash?: string,
    ): Promise<boolean> {
      const changed = await db('staff')
        .where({ id, ...(knownHash === undefined ? {} : { password_hash: knownHash }) })
        .update({ password_hash: password.hash, password_expires_at: password.expiresAt, updated_at: now });
      return changed === 1;
    },

    /**
     * Marks a sign-in where nothing changed since the password was compared. Locks the account: a sign-in and the
     * disabling of the account never pass each other.
     */
    async markSignedIn(id: string, knownHash: string, now: number): Promise<boolean> {
      const changed = await db('staff')
        .where({ id, status: 'active', password_hash: knownHash })
        .update({ signed_in_at: now });
      return changed === 1;
    },

    /** All active administrators, locked until the transaction ends, always in the same order. */
    async lockActiveAdmins(): Promise<string[]> {
      const rows = await db('staff')
        .where({ status: 'active' })
        .whereLike('roles', holding('admin'))
        .orderBy('id')
        .forNoKeyUpdate()
        .select<{ id: string }[]>('id');
      return rows.map((row) => row.id);
    },
  };
}

/** The LIKE pattern of role lists that hold this role. */
export function holding(role: Role): string {
  return `%"${role}"%`;
}
