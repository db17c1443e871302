import type { StaffActor } from '../core/actor.ts';
import { permissionsOf, ROLES, type Role } from '../core/permissions.ts';
import { fromJsonColumn } from '../db/json-column.ts';
import type { StaffStatus } from './contract.ts';

/** A staff account as the services know it. Times in milliseconds, UTC. */
export interface Account {
  id: string;
  email: string;
  name: string;
  roles: readonly Role[];
  locale: string;
  status: StaffStatus;
  version: number;
  createdAt: number;
  updatedAt: number;
  signedInAt: number | null;
  passwordExpiresAt: number | null;
}

export const ACCOUNT_COLUMNS = [
  'id',
  'email',
  'name',
  'roles',
  'locale',
  'status',
  'version',
  'created_at',
  'updated_at',
  'signed_in_at',
  'password_expires_at',
] as const;

export interface AccountRow {
  id: string;
  email: string;
  name: string;
  roles: string;
  locale: string;
  status: string;
  version: number;
  created_at: number;
  updated_at: number;
  signed_in_at: number | null;
  password_expires_at: number | null;
}

/** A role that a later version no longer has gives no rights. */
export function readRoles(column: string): Role[] {
  const stored = new Set(fromJsonColumn<string[]>(column));
  return ROLES.filter((role) => stored.has(role));
}

export function accountOf(row: AccountRow): Account {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    roles: readRoles(row.roles),
    locale: row.locale,
    status: row.status as StaffStatus,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    signedInAt: row.signed_in_at,
    passwordExpiresAt: row.password_expires_at,
  };
}

export function actorOf(account: Pick<Account, 'id' | 'name' | 'roles'>): StaffActor {
  return {
    kind: 'staff',
    id: account.id,
    name: account.name,
    roles: account.roles,
    permissions: permissionsOf(account.roles),
  };
}
