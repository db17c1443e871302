import type { Audit } from '../audit/audit.ts';
import type { StaffActor } from '../core/actor.ts';
import type { Clock } from '../core/clock.ts';
import type { Database, Db, Trx } from '../db/database.ts';
import type { Connection } from '../http/route.ts';
import type { LiveBus } from '../live/contract.ts';
import { SESSION_COOKIE } from './cookie.ts';
import { createOwnPassword, type OwnPassword } from './own-password.ts';
import { createPasswords, type Passwords } from './passwords.ts';
import { createSessionResolver, type OpenSession } from './session-resolver.ts';
import { createSessions, type Sessions } from './sessions.ts';
import { createSignIn, type SignInService } from './sign-in.ts';
import { createStaff, type StaffService } from './staff.ts';
import { createThrottle } from './throttle.ts';

export interface AuthDependencies {
  clock: Clock;
  audit: (db: Db) => Audit;
  live: LiveBus;
  passwords?: Passwords;
}

/** Everything about who is calling, put together. */
export interface Auth {
  staff: (trx: Trx) => StaffService;
  sessions: (trx: Trx) => Sessions;
  signIn: SignInService;
  ownPassword: OwnPassword;
  /** The session that the connection's cookie opens; null: nobody is signed in. */
  sessionOf: (connection: Connection) => Promise<OpenSession | null>;
  /** For the http `Authenticator`. */
  staffFromConnection: (connection: Connection) => Promise<StaffActor | null>;
  /** Whose session the connection's cookie opens, without prolonging it: for streams that stay open by themselves. */
  peekStaff: (connection: Connection) => Promise<StaffActor | null>;
  /** Stops listening for changes. */
  close(): void;
}

export interface AuthRouteDependencies {
  auth: Auth;
  database: Database;
  /** Where people reach this console; with https the cookie is `Secure`. */
  publicUrl: string | undefined;
}

export function createAuth(deps: AuthDependencies, database: Database): Auth {
  const passwords = deps.passwords ?? createPasswords();
  const { clock, audit, live } = deps;
  const sessions = createSessions({ clock, audit, live });
  const throttle = createThrottle({ clock });
  const signIn = createSignIn({ clock, audit, passwords, throttle, sessions }, database);
  const resolver = createSessionResolver({ clock, live }, database);
  const sessionOf = (connection: Connection) => resolver.resolve(connection.cookie(SESSION_COOKIE));
  return {
    staff: createStaff({ clock, audit, passwords, live }),
    sessions,
    signIn,
    ownPassword: createOwnPassword({ clock, audit, passwords, live, signIn }, database),
    sessionOf,
    staffFromConnection: async (connection) => (await sessionOf(connection))?.actor ?? null,
    peekStaff: async (connection) => (await resolver.peek(connection.cookie(SESSION_COOKIE)))?.actor ?? null,
    close: () => resolver.close(),
  };
}
