import { toIso, toIsoOrNull } from '../core/clock.ts';
import { UnauthenticatedError } from '../core/errors.ts';
import { PERMISSIONS, type Permission, permissionsOf, ROLE_PERMISSIONS, ROLES } from '../core/permissions.ts';
import { type Connection, Reply, type Route, route } from '../http/route.ts';
import type { Account } from './account.ts';
import type { AuthRouteDependencies } from './auth.ts';
import { ChangePassword, ChangeProfile, PermissionTable, Session, SignIn } from './contract.ts';
import { endedCookie, SESSION_COOKIE, sessionCookie } from './cookie.ts';
import { SESSION_IDLE_MS, sessionIdOf } from './sessions.ts';

const NO_STORE = { 'cache-control': 'no-store' };

type Shown = Pick<Account, 'id' | 'name' | 'email' | 'roles' | 'locale' | 'passwordExpiresAt'>;

function presentSession(account: Shown, expiresAt: number): Session {
  const { id, name, email, roles, locale } = account;
  return {
    staff: { id, name, email, locale, roles: [...roles], permissions: [...permissionsOf(roles)] },
    session: {
      expiresAt: toIso(expiresAt),
      idleTimeoutSeconds: SESSION_IDLE_MS / 1000,
      passwordExpiresAt: toIsoOrNull(account.passwordExpiresAt),
    },
  };
}

const TABLE = {
  permissions: Object.entries(PERMISSIONS).map(([id, description]) => ({
    id: id as Permission,
    description,
  })),
  roles: ROLES.map((id) => ({ id, permissions: [...ROLE_PERMISSIONS[id]] })),
};

/** `/api/session`: signing in and out, and what one may change of oneself. */
export function sessionRoutes({ auth, database, publicUrl }: AuthRouteDependencies): Route[] {
  const secure = publicUrl?.startsWith('https:') ?? false;

  const openSession = async (connection: Connection) => {
    const session = await auth.sessionOf(connection);
    if (session === null) throw new UnauthenticatedError();
    return session;
  };

  return [
    route({
      method: 'post',
      path: '/api/session',
      permission: 'public',
      summary: 'Sign in',
      tag: 'Session',
      body: SignIn,
      response: Session,
      problems: ['wrong_credentials', 'password_expired', 'too_many_requests'],
      handler: async ({ body, connection }) => {
        const { token, expiresAt, account } = await auth.signIn.signIn({
          ...body,
          ip: connection.ip,
          userAgent: connection.userAgent,
          previousSessionId: sessionIdOf(connection.cookie(SESSION_COOKIE)),
        });
        const headers = { ...NO_STORE, 'set-cookie': sessionCookie(token, secure) };
        return new Reply(presentSession(account, expiresAt), 200, headers);
      },
    }),
    route({
      method: 'get',
      path: '/api/session',
      permission: 'staff',
      summary: 'Who is signed in',
      tag: 'Session',
      response: Session,
      handler: async ({ actor, connection }) => {
        const session = await openSession(connection);
        return new Reply(presentSession({ ...session, ...actor }, session.expiresAt), 200, NO_STORE);
      },
    }),
    route({
      method: 'patch',
      path: '/api/session',
      permission: 'staff',
      summary: 'Change the own name and language',
      tag: 'Session',
      body: ChangeProfile,
      response: Session,
      handler: async ({ body, actor, connection }) => {
        const { expiresAt } = await openSession(connection);
        const account = await database.transaction((trx) => auth.staff(trx).changeProfile(body, actor));
        return new Reply(presentSession(account, expiresAt), 200, NO_STORE);
      },
    }),
    route({
      method: 'delete',
      path: '/api/session',
      permission: 'public',
      summary: 'Sign out; without a session nothing is left to do',
      tag: 'Session',
      response: null,
      handler: async ({ connection }) => {
        const session = await auth.sessionOf(connection);
        if (session !== null) {
          await database.transaction((trx) => auth.sessions(trx).signOut(session.id, session.actor));
        }
        return new Reply(undefined, 204, { ...NO_STORE, 'set-cookie': endedCookie(secure) });
      },
    }),
    route({
      method: 'delete',
      path: '/api/session/others',
      permission: 'staff',
      summary: 'End all other sessions of the own account',
      tag: 'Session',
      response: null,
      handler: async ({ actor, connection }) => {
        const { id } = await openSession(connection);
        await database.transaction((trx) => auth.sessions(trx).signOutOthers(id, actor));
      },
    }),
    route({
      method: 'put',
      path: '/api/session/password',
      permission: 'staff',
      summary: 'Change the own password; all other sessions end',
      tag: 'Session',
      body: ChangePassword,
      response: null,
      problems: ['wrong_password', 'weak_password', 'same_password', 'too_many_requests'],
      handler: async ({ body, actor, connection }) => {
        const { id } = await openSession(connection);
        await auth.ownPassword.change({ ...body, sessionId: id }, actor);
      },
    }),
    route({
      method: 'get',
      path: '/api/permissions',
      permission: 'staff',
      summary: 'The permission table: every role and what it allows',
      tag: 'Staff',
      response: PermissionTable,
      handler: async () => TABLE,
    }),
  ];
}
