import type { Request } from 'express';
import { ForbiddenError } from '../core/errors.ts';

/**
 * Refuses a write that another site makes a browser send. Every current browser tells where a request comes from
 * (`Sec-Fetch-Site`, and `Origin` on writes); a program that sends neither has no cookie it did not put there itself.
 */
export function requireSameOrigin(req: Request, publicUrl: string | undefined): void {
  const site = req.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw crossSite();
  const { origin } = req.headers;
  if (origin === undefined) return;
  const own = new Set([`http://${req.headers.host}`, `https://${req.headers.host}`]);
  if (publicUrl !== undefined) own.add(new URL(publicUrl).origin);
  if (!own.has(origin)) throw crossSite();
}

function crossSite(): ForbiddenError {
  return new ForbiddenError('Writes from another site are refused.', 'cross_site');
}
