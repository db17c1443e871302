import type { Database } from '../db/database.ts';
import type { Route } from '../http/route.ts';
import type { Auth } from './auth.ts';
import { sessionRoutes } from './session-routes.ts';
import { staffRoutes } from './staff-routes.ts';

export interface AuthRouteDependencies {
  auth: Auth;
  database: Database;
  /** Where people reach this console; with https the cookie is `Secure`. */
  publicUrl: string | undefined;
}

/** Signing in and out, the own profile, the permission table, and staff accounts. */
export function authRoutes(deps: AuthRouteDependencies): Route[] {
  return [...sessionRoutes(deps), ...staffRoutes(deps)];
}
