import type { z } from 'zod';
import { toIso } from '../core/clock.ts';

/** A column as both databases give it back; SQLite knows no booleans. */
export type Column = string | number | boolean | null;

/** A field that names another record, which must be known already. */
export interface Reference {
  field: string;
  table: 'members' | 'services' | 'orders';
  id: string;
}

export interface BrokenRule {
  code: string;
  field: string;
  detail: string;
}

/** One kind of record that the marketplace keeps and Gatehouse mirrors: the same ids, the current truth. */
export interface RecordKind<T extends { id: string }> {
  /** The path under `/v1/`, the name of its import, and its table. */
  name: 'members' | 'services' | 'orders' | 'reviews';
  noun: string;
  schema: z.ZodType<T>;
  /** Its own columns without `id`, in the order of `values`. */
  columns: readonly string[];
  values(record: T): Column[];
  fromRow(row: Record<string, Column>): T;
  references(record: T): Reference[];
  /** The first rule that the record breaks by itself, whatever else is known. */
  broken(record: T): BrokenRule | undefined;
}

/** A time that may be missing, as a column. */
export function time(iso: string | undefined): number | null {
  return iso === undefined ? null : Date.parse(iso);
}

/** A column of text that may be missing, as a field. */
export function maybeText(column: Column | undefined): string | undefined {
  return column === null || column === undefined ? undefined : (column as string);
}

/** A column of time that may be missing, as a field. */
export function maybeTime(column: Column | undefined): string | undefined {
  return column === null || column === undefined ? undefined : toIso(column as number);
}
