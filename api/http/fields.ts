import { z } from 'zod';

/** An id of the marketplace's own: printable ASCII, so that it is safe in a path, a log and a header. */
export const ExternalId = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._:@~-]{0,127}$/,
    'must be 1 to 128 of A–Z a–z 0–9 . _ : @ ~ - and begin with a letter or digit',
  );

/** An id made by Gatehouse: a prefix by type and a UUID. */
export const GatehouseId = z.string().regex(/^[a-z]{2,8}_[0-9a-f-]{36}$/, 'is not an id of Gatehouse');

/** A time in ISO 8601 with an offset; inside Gatehouse it is milliseconds since the epoch, UTC. */
export const IsoTime = z.iso
  .datetime({ offset: true, error: 'must be a time such as 2026-11-22T09:30:00.000Z' })
  .refine((text) => !Number.isNaN(Date.parse(text)), 'is not a time that exists');

/** A language tag, as far as Gatehouse tells languages apart. */
export const Locale = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a language tag such as ko or de-AT');

/** Text that a database can hold: no NUL, no lone surrogates. */
export function text(max: number, min = 1) {
  return z
    .string()
    .min(min, min === 1 ? 'must not be empty' : `must have at least ${min} characters`)
    .max(max, `must have at most ${max} characters`)
    .refine(
      (value) => !value.includes('\u0000') && value.isWellFormed(),
      'must be well-formed Unicode without NUL',
    );
}

/** Path parameters of a route about one thing. */
export const IdParams = z.object({ id: GatehouseId });
