import type { Permission, Role } from '../../api/core/permissions.ts';
import { api, isApiError } from './http.ts';

export interface Me {
  id: string;
  name: string;
  email: string;
  locale: string;
  roles: Role[];
  permissions: Permission[];
}

interface SessionAnswer {
  staff: Me;
  session: { expiresAt: string; idleTimeoutSeconds: number; passwordExpiresAt: string | null };
}

let current: Promise<SessionAnswer | null> | undefined;

/** Who is signed in; null: nobody. Asked once, then remembered until somebody signs in or out. */
export function session(): Promise<SessionAnswer | null> {
  current ??= api.get<SessionAnswer>('/session').catch((error: unknown) => {
    current = undefined;
    if (isApiError(error) && error.status === 401) return null;
    throw error;
  });
  return current;
}

export async function me(): Promise<Me | null> {
  return (await session())?.staff ?? null;
}

export async function signIn(email: string, password: string): Promise<Me> {
  const answer = await api.post<SessionAnswer>('/session', { email, password });
  current = Promise.resolve(answer);
  return answer.staff;
}

export async function signOut(): Promise<void> {
  current = undefined;
  await api.delete('/session').catch(() => {});
}

/** Forgets who is signed in: the server says that the session is over, or the profile changed. */
export function forgetSession(): void {
  current = undefined;
}
