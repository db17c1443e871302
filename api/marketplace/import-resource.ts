import type { z } from 'zod';
import type { Actor } from '../core/actor.ts';
import type { RecordResult } from './contract.ts';

/** Something that can be imported. The container hands over the list. */
export interface ImportResource {
  /** As in `/v1/import/<name>`. */
  name: string;
  /** One record: what each line is validated against. */
  schema: z.ZodType;
  /**
   * Takes one batch, in one transaction of its own. Where it throws, nothing of the batch was taken, and it is called
   * again with each record by itself.
   * @returns one result per record, in their order
   */
  ingest(records: readonly unknown[], actor: Actor): Promise<RecordResult[]>;
}

/** Checks the resource's types where it is written, and forgets them for the list. */
export function importResource<T>(resource: {
  name: string;
  schema: z.ZodType<T>;
  ingest(records: readonly T[], actor: Actor): Promise<RecordResult[]>;
}): ImportResource {
  return resource;
}
