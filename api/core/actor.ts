import type { Permission, Role } from './permissions.ts';

/** A person of the staff, with the rights their roles give them. */
export interface StaffActor {
  kind: 'staff';
  id: string;
  name: string;
  roles: readonly Role[];
  permissions: ReadonlySet<Permission>;
}

/** A job of Gatehouse itself. It may never reverse what a person decided. */
export interface SystemActor {
  kind: 'system';
  id: string;
  name: string;
}

/** The marketplace, by one of its API keys. */
export interface MarketplaceActor {
  kind: 'marketplace';
  id: string;
  name: string;
}

/** Who does something. A required argument wherever something is changed (house rule 6). */
export type Actor = StaffActor | SystemActor | MarketplaceActor;

export function systemActor(name: string): SystemActor {
  return { kind: 'system', id: `system:${name}`, name };
}

export function can(actor: Actor, permission: Permission): boolean {
  return actor.kind === 'staff' && actor.permissions.has(permission);
}
