import type { StaffActor } from '../core/actor.ts';
import { BadInputError, NotFoundError, RuleError } from '../core/errors.ts';
import type { Queue } from '../core/queues.ts';
import type { Database } from '../db/database.ts';
import { proposalOf } from './proposal.ts';
import type { Desk } from './desk.ts';
import type { CasesListView } from './list-view.ts';
import type { NoticePreview, PreviewNotice } from './notice-contract.ts';
import { requireQueue } from './policy.ts';

export interface NoticePreviewDependencies {
  database: Database;
  view: CasesListView;
  deskOf: (queue: Queue) => Desk;
}

/** The one outcome that takes this reason. @throws BadInputError where it is not one */
function outcomeOf(desk: Desk, reasonCode: string | undefined): string {
  const taking = desk.outcomes.filter((outcome) => desk.reasonCodes[outcome]?.includes(reasonCode ?? ''));
  const [only] = taking;
  if (only === undefined || taking.length > 1) {
    const reasons = desk.outcomes.flatMap((outcome) => desk.reasonCodes[outcome] ?? []);
    const message =
      taking.length > 1
        ? `say which of ${taking.join(', ')} in "outcome"`
        : `must be one of ${[...new Set(reasons)].join(', ')}`;
    throw new BadInputError(`/body/reasonCode: ${message}`, [{ path: '/body/reasonCode', message }]);
  }
  return only;
}

/** Shows the notice of a decision before it is made. Reads only; made by the same function as the real one. */
export function createNoticePreview({ database, view, deskOf }: NoticePreviewDependencies) {
  return async (caseId: string, wanted: PreviewNotice, actor: StaffActor): Promise<NoticePreview> => {
    const row = await view.named(caseId);
    if (row === undefined) throw new NotFoundError('case', caseId);
    requireQueue(actor, row.queue, 'view');
    const desk = deskOf(row.queue);
    const outcome = wanted.outcome ?? outcomeOf(desk, wanted.reasonCode);
    const proposal = proposalOf(desk, { ...wanted, outcome });
    const notice = (await desk.previewNotice?.(database.knex, row, proposal)) ?? null;
    if (notice === null) throw new RuleError('no_notice', `No member is told of "${outcome}".`, { outcome });
    return notice;
  };
}

export type NoticePreviewer = ReturnType<typeof createNoticePreview>;
