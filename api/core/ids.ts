import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';

/** What an id may belong to; the prefix makes a stray id in a log readable. */
export type IdPrefix =
  | 'case'
  | 'dec'
  | 'evt'
  | 'note'
  | 'batch'
  | 'staff'
  | 'key'
  | 'whd'
  | 'wha'
  | 'ntc'
  | 'set'
  | 'cp'
  | 'view'
  | 'verify'
  | 'req';

/** A new id: `case_0198…`, UUIDv7, so that ids made later sort later (to the millisecond). */
export function newId(prefix: IdPrefix): string {
  return `${prefix}_${v7()}`;
}

/** A secret nobody can guess: 256 bits, URL-safe. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}
