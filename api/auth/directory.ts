import { type Permission, ROLE_PERMISSIONS, ROLES, type Role } from '../core/permissions.ts';
import type { Db } from '../db/database.ts';
import { rowsOf } from '../db/dialect.ts';
import { ACCOUNT_COLUMNS, type Account, type AccountRow, accountOf } from './account.ts';
import type { StaffStatus } from './contract.ts';
import { holding } from './staff-store.ts';

export interface Named {
  id: string;
  name: string;
}

export interface StaffPageRequest {
  status: StaffStatus | undefined;
  /** name and id of the last one on the page before */
  after: readonly [string, string] | undefined;
  limit: number;
}

/** Who is on the staff: reads for the list, and for others who need to know who may decide. */
export interface StaffDirectory {
  byId(id: string): Promise<Account | undefined>;
  /** Up to `limit + 1` accounts in the order of names. */
  page(request: StaffPageRequest): Promise<Account[]>;
  /** Everybody active whose roles give this permission, in the order of ids. */
  activeWithPermission(permission: Permission): Promise<Named[]>;
  /** The names of these people, active or not; unknown ids are left out. */
  namesOf(ids: readonly string[]): Promise<Map<string, string>>;
}

function rolesWith(permission: Permission): Role[] {
  return ROLES.filter((role) => ROLE_PERMISSIONS[role].includes(permission));
}

const COLUMNS = ACCOUNT_COLUMNS.join(', ');

export function staffDirectory(db: Db): StaffDirectory {
  return {
    async byId(id) {
      const row = await db('staff').where({ id }).first<AccountRow | undefined>(ACCOUNT_COLUMNS);
      return row && accountOf(row);
    },

    async page({ status, after, limit }) {
      const conditions = [
        ...(status === undefined ? [] : ['status = ?']),
        ...(after === undefined ? [] : ['(name, id) > (?, ?)']),
      ];
      const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
      const rows = await rowsOf<AccountRow>(
        db,
        `SELECT ${COLUMNS} FROM staff ${where} ORDER BY name, id LIMIT ?`,
        [...(status === undefined ? [] : [status]), ...(after ?? []), limit + 1],
      );
      return rows.map(accountOf);
    },

    async activeWithPermission(permission) {
      const roles = rolesWith(permission);
      if (roles.length === 0) return [];
      return db('staff')
        .where({ status: 'active' })
        .where((any) => {
          for (const role of roles) void any.orWhereLike('roles', holding(role));
        })
        .orderBy('id')
        .select<Named[]>('id', 'name');
    },

    async namesOf(ids) {
      if (ids.length === 0) return new Map();
      const rows = await db('staff')
        .whereIn('id', [...new Set(ids)])
        .select<Named[]>('id', 'name');
      return new Map(rows.map((row) => [row.id, row.name]));
    },
  };
}
