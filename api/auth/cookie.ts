import { SESSION_MS } from './sessions.ts';

export const SESSION_COOKIE = 'gatehouse_session';

/** `Set-Cookie` for a new session: not readable by scripts, never sent from another site (ASVS 5.0 3.3). */
export function sessionCookie(token: string, secure: boolean): string {
  return cookie(token, SESSION_MS / 1000, secure);
}

/** `Set-Cookie` that takes the cookie away. */
export function endedCookie(secure: boolean): string {
  return cookie('', 0, secure);
}

function cookie(value: string, maxAgeSeconds: number, secure: boolean): string {
  const attributes = ['HttpOnly', 'SameSite=Strict', 'Path=/', `Max-Age=${maxAgeSeconds}`];
  if (secure) attributes.push('Secure');
  return [`${SESSION_COOKIE}=${value}`, ...attributes].join('; ');
}
