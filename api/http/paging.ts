import { z } from 'zod';
import { BadInputError } from '../core/errors.ts';

/** `limit` of a page; `cursor` is opaque, and continues after the last item of the page before. */
export const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(25),
  cursor: z.string().max(1000).optional(),
});

/** The schema of a keyset page. `nextCursor` is null on the last one. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}

/** Where a page ended: the values of the columns it is ordered by. */
export function encodeCursor(values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** What a value of a cursor must be: text, a whole number such as a time, or one that fits an `integer` column. */
export type CursorPart = 'string' | 'number' | 'int32';

const INT32 = 2 ** 31;

function fitsPart(value: unknown, part: CursorPart): boolean {
  switch (part) {
    case 'string':
      return typeof value === 'string' && !value.includes('\u0000') && value.isWellFormed();
    case 'number':
      return Number.isSafeInteger(value);
    case 'int32':
      return Number.isInteger(value) && (value as number) >= -INT32 && (value as number) < INT32;
  }
}

/**
 * @param shape what each value must be, in the order of the columns
 * @throws BadInputError where the cursor is not one that this list gave out
 */
export function decodeCursor(cursor: string, shape: readonly CursorPart[]): (string | number)[] {
  let values: unknown;
  try {
    values = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    values = undefined;
  }
  const fits =
    Array.isArray(values) &&
    values.length === shape.length &&
    shape.every((part, i) => fitsPart((values as unknown[])[i], part));
  if (!fits) {
    throw new BadInputError('The cursor is not one that this list gave out. Start again without one.', [
      { path: '/query/cursor', message: 'must be a nextCursor of this list' },
    ]);
  }
  return values as (string | number)[];
}

/** Cuts a result of up to `limit + 1` rows into a page. */
export function toPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => readonly (string | number)[],
  present: (row: Row) => Item,
): { items: Item[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown[shown.length - 1];
  return {
    items: shown.map(present),
    nextCursor: rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null,
  };
}
