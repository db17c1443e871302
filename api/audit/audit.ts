import type { Clock } from '../core/clock.ts';
import type { Db } from '../db/database.ts';
import { emptyHead, nextEvent } from './chain.ts';
import type { AuditEntry, Stream } from './contract.ts';
import { auditStore } from './store.ts';

/** Appends to the event log, in the transaction of what it tells of. */
export interface Audit {
  /**
   * Appends to a chain that keeps its head in `audit_streams`. Appends to one chain wait for each other, so give
   * things that change often a chain of their own. A case's events are appended by the queue engine instead.
   */
  record(stream: Exclude<Stream, `case:${string}`>, entry: AuditEntry): Promise<void>;
}

export function createAudit({ clock }: { clock: Clock }): (db: Db) => Audit {
  return (db) => {
    const store = auditStore(db);
    return {
      async record(stream, entry) {
        const head = await store.lockHead(stream, emptyHead(stream));
        const event = nextEvent(stream, head, entry, clock.now());
        await store.insert([event]);
        await store.moveHead(stream, { seq: event.seq, hash: event.hash });
      },
    };
  };
}
