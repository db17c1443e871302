import type { Request } from 'express';
import { ForbiddenError } from '../core/errors.ts';

/**
 * Refuses a write that another site makes a browser send. Every current browser tells where a request comes from
 * (`Sec-Fetch-Site`, and `Origin` on writes); a program that sends neither has no cookie it did not put there itself.
 * @param publicOrigin where people reach this console, where it is known: a proxy may have changed `Host`
 */
export function requireSameOrigin(req: Request, publicOrigin: string | undefined): void {
  const site = req.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw crossSite();
  const { origin } = req.headers;
  if (origin === undefined || origin === publicOrigin) return;
  const { host } = req.headers;
  if (origin !== `http://${host}` && origin !== `https://${host}`) throw crossSite();
}

function crossSite(): ForbiddenError {
  return new ForbiddenError('Writes from another site are refused.', 'cross_site');
}
