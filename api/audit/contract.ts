import type { Actor } from '../core/actor.ts';

/** What happened, before it is chained. `data` holds ids and codes, never a member's text or contact data. */
export interface AuditEntry {
  type: string;
  actor: Actor;
  data: Record<string, unknown>;
}

/** Where a chain stands: the number of its last event and that event's hash. */
export interface ChainHead {
  seq: number;
  hash: string;
}

/** The name of a chain: a case has one, and so has every other thing that is audited. */
export type Stream =
  | `case:${string}`
  | `staff:${string}`
  | `access:${string}`
  | `setting:${string}`
  | `api-key:${string}`
  | `webhook:${string}`
  | `import:${string}`
  | `command:${string}`;
