import type { Actor } from '../core/actor.ts';
import { toIso, toIsoOrNull } from '../core/clock.ts';
import { NotFoundError, RuleError } from '../core/errors.ts';
import { IdParams } from '../http/fields.ts';
import { decodeCursor, toPage } from '../http/paging.ts';
import { Reply, type Route, route } from '../http/route.ts';
import type { Account } from './account.ts';
import type { AuthRouteDependencies } from './auth.ts';
import {
  ChangeStaff,
  CreatedStaff,
  CreateStaff,
  PasswordWasSet,
  SetPassword,
  StaffAccount,
  StaffPage,
  StaffQuery,
} from './contract.ts';
import { staffDirectory } from './directory.ts';
import { allowedActions } from './policy.ts';

const NO_STORE = { 'cache-control': 'no-store' };

function present(account: Account, actor: Actor): StaffAccount {
  const { id, email, name, locale, status, version } = account;
  return {
    ...{ id, email, name, locale, status, version },
    roles: [...account.roles],
    createdAt: toIso(account.createdAt),
    updatedAt: toIso(account.updatedAt),
    signedInAt: toIsoOrNull(account.signedInAt),
    allowedActions: allowedActions(actor, account),
  };
}

/** `/api/staff`: the accounts. Making one, and changing roles or passwords, takes one's own password again. */
export function staffRoutes({ auth, database }: AuthRouteDependencies): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/staff',
      permission: 'staff.view',
      summary: 'Staff accounts, in the order of names',
      tag: 'Staff',
      query: StaffQuery,
      response: StaffPage,
      handler: async ({ query: { status, cursor, limit }, actor }) => {
        const after =
          cursor === undefined ? undefined : (decodeCursor(cursor, ['string', 'string']) as [string, string]);
        const accounts = await staffDirectory(database.knex).page({ status, after, limit });
        return toPage(
          accounts,
          limit,
          ({ name, id }) => [name, id],
          (account) => present(account, actor),
        );
      },
    }),
    route({
      method: 'post',
      path: '/api/staff',
      permission: 'staff.manage',
      summary: 'Make an account; without a password one is made up, shown once, and works for 72 hours',
      tag: 'Staff',
      body: CreateStaff,
      response: CreatedStaff,
      status: 201,
      problems: ['email_taken', 'weak_password', 'wrong_password', 'too_many_requests'],
      handler: async ({ body, actor }) => {
        await auth.signIn.confirm(actor, body.confirmPassword);
        const { account, password } = await database.transaction((trx) =>
          auth.staff(trx).create(body, actor),
        );
        return new Reply({ staff: present(account, actor), password }, 201, NO_STORE);
      },
    }),
    route({
      method: 'get',
      path: '/api/staff/:id',
      permission: 'staff.view',
      summary: 'One staff account',
      tag: 'Staff',
      params: IdParams,
      response: StaffAccount,
      handler: async ({ params, actor }) => {
        const account = await staffDirectory(database.knex).byId(params.id);
        if (account === undefined) throw new NotFoundError('staff account', params.id);
        return present(account, actor);
      },
    }),
    route({
      method: 'patch',
      path: '/api/staff/:id',
      permission: 'staff.manage',
      summary: 'Rename, give roles, disable or enable; disabling ends every session at once',
      tag: 'Staff',
      params: IdParams,
      body: ChangeStaff,
      response: StaffAccount,
      problems: [
        'stale_version',
        'own_account',
        'last_admin',
        'confirmation_needed',
        'wrong_password',
        'too_many_requests',
      ],
      handler: async ({ params, body: { confirmPassword, ...change }, actor }) => {
        if (change.roles !== undefined) {
          if (confirmPassword === undefined) {
            throw new RuleError(
              'confirmation_needed',
              'Changing roles takes your own password: confirmPassword.',
            );
          }
          await auth.signIn.confirm(actor, confirmPassword);
        }
        const account = await database.transaction((trx) =>
          auth.staff(trx).change({ ...change, id: params.id }, actor),
        );
        return present(account, actor);
      },
    }),
    route({
      method: 'post',
      path: '/api/staff/:id/password',
      permission: 'staff.manage',
      summary: 'Give somebody a new password; all their sessions end',
      tag: 'Staff',
      params: IdParams,
      body: SetPassword,
      response: PasswordWasSet,
      problems: ['own_account', 'weak_password', 'wrong_password', 'too_many_requests'],
      handler: async ({ params, body: { password, confirmPassword }, actor }) => {
        await auth.signIn.confirm(actor, confirmPassword);
        const set = await database.transaction((trx) =>
          auth.staff(trx).setPassword({ id: params.id, password }, actor),
        );
        return new Reply(set, 200, NO_STORE);
      },
    }),
  ];
}
