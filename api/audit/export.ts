import type { StaffActor } from '../core/actor.ts';
import { type Clock, toIso } from '../core/clock.ts';
import { RuleError } from '../core/errors.ts';
import type { Database } from '../db/database.ts';
import type { Column, Download } from '../http/download.ts';
import { createAudit } from './audit.ts';
import type { ExportAudit } from './console-contract.ts';
import { eventsListView } from './list-view.ts';

export const AUDIT_EXPORT_MAX = 100_000;

const COLUMNS: readonly Column[] = [
  ['at', 'at'],
  ['stream', 'stream'],
  ['seq', 'seq'],
  ['type', 'type'],
  ['actorKind', 'actor.kind'],
  ['actorId', 'actor.id'],
  ['actorName', 'actor.name'],
  ['data', 'data'],
  ['hash', 'hash'],
];

/** The log as a file; that it was taken out, by whom and why, stands in it before the first byte leaves. */
export function createAuditExport({ database, clock }: { database: Database; clock: Clock }) {
  const audit = createAudit({ clock });
  const view = eventsListView(database);
  return async ({ format, filter, reason }: ExportAudit, actor: StaffActor): Promise<Download> => {
    const now = clock.now();
    // what is written from now on, this export among it, belongs to the next one
    const bounded = { ...filter, to: filter.to ?? toIso(now) };
    const count = await view.count(bounded, AUDIT_EXPORT_MAX);
    if (count > AUDIT_EXPORT_MAX) {
      throw new RuleError(
        'export_too_large',
        `An export has at most ${AUDIT_EXPORT_MAX} events. Narrow the filter, by time for example.`,
        { limit: AUDIT_EXPORT_MAX },
      );
    }
    const told = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
    const entry = { type: 'audit.exported', actor, data: { format, filter: told, reason, count } };
    await database.transaction((trx) => audit(trx).record(`access:${actor.id}`, entry));
    return {
      name: `audit-${toIso(now).slice(0, 10)}`,
      format,
      columns: COLUMNS,
      count,
      pages: view.all(bounded),
    };
  };
}

export type AuditExport = ReturnType<typeof createAuditExport>;
