import type { StaffActor } from '../core/actor.ts';
import { toIso } from '../core/clock.ts';
import { AppError, ForbiddenError } from '../core/errors.ts';
import { newId } from '../core/ids.ts';
import type { Queue } from '../core/queues.ts';
import type { Database, Trx } from '../db/database.ts';
import { type CaseContext, type CasesDependencies, caseContext } from './context.ts';
import type { BulkDecide, BulkResult } from './contract.ts';
import { decide } from './deciding.ts';
import { requireQueue } from './policy.ts';
import { type DecisionInput, proposalOf } from './proposal.ts';
import { undo } from './undoing.ts';

type Item = BulkResult['items'][number];

/** Thrown to leave a transaction without a trace once it has shown what it would do. */
class DryRun extends Error {
  readonly status: Item['status'];
  constructor(status: Item['status']) {
    super('dry run');
    this.status = status;
  }
}

function failed(caseId: string, error: unknown): Item {
  if (!(error instanceof AppError)) throw error;
  return { caseId, ok: false, status: null, problem: { code: error.code, detail: error.message } };
}

/** The same decision on many cases: the guard of a single one for each, a transaction for each, a result for each. */
export function createBulk(deps: CasesDependencies, database: Database) {
  const inContext = <T>(work: (context: CaseContext) => Promise<T>) =>
    database.transaction((trx: Trx) => work(caseContext(deps, trx)));

  async function decideOne(
    { caseId, version }: BulkDecide['items'][number],
    batch: { id: string; queue: Queue; dryRun: boolean; input: DecisionInput },
    actor: StaffActor,
  ): Promise<Item> {
    const { id: batchId, queue, dryRun, input } = batch;
    try {
      const status = await inContext(async (context) => {
        const done = await decide(
          context,
          { caseId, version, hold: 'unheld by others', input, queue, batchId },
          actor,
        );
        if (dryRun) throw new DryRun(done.row.status);
        return done.row.status;
      });
      return { caseId, ok: true, status, problem: null };
    } catch (error) {
      if (error instanceof DryRun) return { caseId, ok: true, status: error.status, problem: null };
      return failed(caseId, error);
    }
  }

  function resultOf(items: Item[], more: Pick<BulkResult, 'dryRun' | 'batchId' | 'undoUntil'>): BulkResult {
    const succeeded = items.filter((item) => item.ok).length;
    return { ...more, succeeded, failed: items.length - succeeded, items };
  }

  return {
    /** Decides each item, or with `dryRun` says what deciding each would do, by doing it and rolling back. */
    async decide(queue: Queue, command: BulkDecide, actor: StaffActor): Promise<BulkResult> {
      requireQueue(actor, queue, 'decide');
      const { dryRun, items: asked, ...input } = command;
      proposalOf(deps.deskOf(queue), input); // what makes no sense for one makes no sense for any
      const batchId = newId('batch');
      // the window of the first item ends first: until then the whole batch can be undone
      const undoUntil = deps.clock.now() + (deps.deskOf(queue).undoWindowMs ?? deps.undoWindowMs);
      const items: Item[] = [];
      for (const item of asked)
        items.push(await decideOne(item, { id: batchId, queue, dryRun, input }, actor));
      const some = items.some((item) => item.ok) && !dryRun;
      return resultOf(items, {
        dryRun,
        batchId: some ? batchId : null,
        undoUntil: some ? toIso(undoUntil) : null,
      });
    },

    /** Undoes what is left to undo of a batch; what has already left stays, and says so. */
    async undo(batchId: string, actor: StaffActor): Promise<BulkResult> {
      const decisions = await inContext((context) => context.store.decisionsOfBatch(batchId));
      const items: Item[] = [];
      for (const { id: decisionId, case_id: caseId } of decisions) {
        try {
          const row = await inContext((context) => undo(context, { caseId, decisionId }, actor));
          items.push({ caseId, ok: true, status: row.status, problem: null });
        } catch (error) {
          // a batch is of one queue: who does not work it does not learn what is in it
          if (error instanceof ForbiddenError && error.code === 'forbidden') throw error;
          items.push(failed(caseId, error));
        }
      }
      return resultOf(items, { dryRun: false, batchId, undoUntil: null });
    },
  };
}
