import type { Actor } from '../core/actor.ts';
import { ForbiddenError, RuleError } from '../core/errors.ts';
import type { Role } from '../core/permissions.ts';
import type { Account } from './account.ts';
import type { StaffAction, StaffStatus } from './contract.ts';

/** What an actor may do to an account. A command of the operator's may do all; jobs do nothing to accounts. */
export function allowedActions(actor: Actor, account: Pick<Account, 'id' | 'status'>): StaffAction[] {
  const manages =
    actor.kind === 'system' || (actor.kind === 'staff' && actor.permissions.has('staff.manage'));
  if (!manages) return [];
  if (actor.id === account.id) return ['rename'];
  return ['rename', 'changeRoles', account.status === 'active' ? 'disable' : 'enable', 'setPassword'];
}

const OWN_ACCOUNT: Readonly<Record<StaffAction, string>> = {
  rename: 'You cannot rename yourself here.',
  changeRoles: 'Nobody changes their own roles. Ask another administrator.',
  disable: 'Nobody disables their own account. Ask another administrator.',
  enable: 'Nobody enables their own account. Ask another administrator.',
  setPassword: 'Change your own password in your profile.',
};

/** @throws ForbiddenError `own_account` where it is the actor's own, `forbidden` where the right is missing */
export function requireAllowed(actor: Actor, account: Account, action: StaffAction): void {
  if (allowedActions(actor, account).includes(action)) return;
  if (actor.id === account.id) throw new ForbiddenError(OWN_ACCOUNT[action], 'own_account');
  throw new ForbiddenError('Your role does not allow this.', 'forbidden', { needs: 'staff.manage' });
}

/**
 * Somebody must be left who can manage accounts.
 * @param activeAdmins the ids of all active administrators before the change, locked
 * @throws RuleError `last_admin`
 */
export function requireAdminLeft(
  account: Account,
  after: { roles: readonly Role[]; status: StaffStatus },
  activeAdmins: readonly string[],
): void {
  const stays = after.status === 'active' && after.roles.includes('admin');
  const others = activeAdmins.filter((id) => id !== account.id);
  if (activeAdmins.includes(account.id) && !stays && others.length === 0) {
    throw new RuleError(
      'last_admin',
      `${account.name} is the last active administrator. Appoint another one first.`,
    );
  }
}
