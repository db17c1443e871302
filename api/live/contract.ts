import type { Queue } from '../core/queues.ts';

/** What every open console learns at once. Ids and names of staff only; the content is fetched by whoever may see it. */
export type LiveEvent =
  | { type: 'case.opened' | 'case.changed'; queue: Queue; caseId: string; status: string; version: number }
  | {
      type: 'case.claimed' | 'case.released';
      queue: Queue;
      caseId: string;
      holder: { id: string; name: string } | null;
      leaseExpiresAt: string | null;
    }
  | {
      type: 'case.decided';
      queue: Queue;
      caseId: string;
      version: number;
      outcome: string;
      by: { id: string; name: string };
    }
  | { type: 'queue.changed'; queue: Queue }
  | { type: 'presence'; queue: Queue; caseId: string; people: { id: string; name: string }[] }
  | { type: 'staff.changed'; staffId: string };

/** The wire between consoles: in this process, or over Redis where there are several. */
export interface LiveBus {
  publish(event: LiveEvent): void;
  /** @returns a function that ends the subscription */
  subscribe(listener: (event: LiveEvent) => void): () => void;
  close(): Promise<void>;
}
