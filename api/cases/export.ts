import { createAudit } from '../audit/audit.ts';
import type { StaffActor } from '../core/actor.ts';
import { type Clock, toIso } from '../core/clock.ts';
import { RuleError } from '../core/errors.ts';
import type { Queue } from '../core/queues.ts';
import type { Database } from '../db/database.ts';
import type { Column, Download } from '../http/download.ts';
import type { Desk } from './desk.ts';
import type { CasesListView } from './list-view.ts';
import { requireQueue } from './policy.ts';
import type { ExportCases } from './query-contract.ts';

/** More is not read by people; whoever wants it narrows the filter, and says for each part why. */
export const EXPORT_MAX = 100_000;

const COLUMNS: readonly Column[] = [
  ['id', 'id'],
  ['queue', 'queue'],
  ['subjectType', 'subject.type'],
  ['subjectId', 'subject.id'],
  ['round', 'round'],
  ['status', 'status'],
  ['priority', 'priority'],
  ['openedAt', 'openedAt'],
  ['dueAt', 'dueAt'],
  ['locale', 'locale'],
  ['escalated', 'escalated'],
  ['escalationReason', 'escalationReason'],
  ['waitingFor', 'waitingFor'],
  ['holder', 'lease.holder.name'],
  ['outcome', 'outcome'],
  ['reasonCode', 'reasonCode'],
  ['decidedById', 'decidedBy.id'],
  ['decidedBy', 'decidedBy.name'],
  ['decidedAt', 'decidedAt'],
];

export interface CaseExportDependencies {
  database: Database;
  clock: Clock;
  view: CasesListView;
  deskOf: (queue: Queue) => Desk;
}

/** Cases as a file. Who took what out, and why, stands in the log before the first byte leaves (PIPA, Art. 8). */
export function createCaseExport({ database, clock, view, deskOf }: CaseExportDependencies) {
  const audit = createAudit({ clock });
  return async ({ format, filter, reason }: ExportCases, actor: StaffActor): Promise<Download> => {
    requireQueue(actor, filter.queue, 'view');
    const now = clock.now();
    const count = await view.count(filter, actor, now, EXPORT_MAX);
    if (count > EXPORT_MAX) {
      throw new RuleError(
        'export_too_large',
        `An export has at most ${EXPORT_MAX} cases. Narrow the filter.`,
        {
          limit: EXPORT_MAX,
        },
      );
    }
    const told = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
    const entry = { type: 'cases.exported', actor, data: { format, filter: told, reason, count } };
    await database.transaction((trx) => audit(trx).record(`access:${actor.id}`, entry));
    const { exported } = deskOf(filter.queue).listView;
    return {
      name: `${filter.queue}-${toIso(now).slice(0, 10)}`,
      format,
      columns: [...COLUMNS, ...exported.map((path): Column => [path, `summary.${path}`])],
      count,
      pages: view.all(filter, actor, now),
    };
  };
}

export type CaseExport = ReturnType<typeof createCaseExport>;
