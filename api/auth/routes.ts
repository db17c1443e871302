import type { Route } from '../http/route.ts';
import type { AuthRouteDependencies } from './auth.ts';
import { sessionRoutes } from './session-routes.ts';
import { staffRoutes } from './staff-routes.ts';

/** Signing in and out, the own profile, the permission table, and staff accounts. */
export function authRoutes(deps: AuthRouteDependencies): Route[] {
  return [...sessionRoutes(deps), ...staffRoutes(deps)];
}
