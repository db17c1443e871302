import { setTimeout as sleep } from 'node:timers/promises';
import { createAudit } from '../audit/audit.ts';
import type { StaffActor, SystemActor } from '../core/actor.ts';
import { toIso, toIsoOrNull } from '../core/clock.ts';
import { ConflictError, NotFoundError } from '../core/errors.ts';
import type { Queue } from '../core/queues.ts';
import type { Database, Trx } from '../db/database.ts';
import { type ApproveCommand, approve } from './approving.ts';
import { createBulk } from './bulk.ts';
import { type CasesDependencies, caseContext } from './context.ts';
import type { CaseDetail, CaseSummary, ClaimedCase, Decide, Decided } from './contract.ts';
import { type DecideCommand, decide, decideAutomatically } from './deciding.ts';
import { leases } from './leases.ts';
import { lifecycle } from './lifecycle.ts';
import { casesListView } from './list-view.ts';
import { notes } from './notes.ts';
import { allowedActions, requireQueue } from './policy.ts';
import type { DecisionInput } from './proposal.ts';
import { type CaseRow, type DecisionRow, presentCase, presentDecision } from './rows.ts';
import { type ReverseCommand, reverse, undo } from './undoing.ts';

/** The queue engine inside one transaction: `createCases(deps)(trx)`. */
export function createCases(deps: CasesDependencies) {
  return (trx: Trx) => {
    const context = caseContext(deps, trx);
    return {
      ...leases(context),
      ...lifecycle(context),
      notes: notes(context),
      decide: (command: DecideCommand, actor: StaffActor) => decide(context, command, actor),
      decideAutomatically: (caseId: string, outcome: string, actor: SystemActor) =>
        decideAutomatically(context, caseId, outcome, actor),
      approve: (command: ApproveCommand, actor: StaffActor) => approve(context, command, actor),
      undo: (caseId: string, actor: StaffActor) => undo(context, { caseId }, actor),
      reverse: (command: ReverseCommand, actor: StaffActor) => reverse(context, command, actor),
    };
  };
}

export type Cases = ReturnType<typeof createCases>;

// Whoever took a case over may be deciding it at this very moment; then their decision is what the other has to know.
const DECIDING_NOW_MS = 25;

/** What a person typed into something that came too late, as one text; null: nothing but choices. */
function draftOf(choice: string, typed: readonly (string | undefined)[]): string | null {
  const texts = typed.filter((text) => text !== undefined && text.trim() !== '');
  return texts.length === 0 ? null : [choice, ...texts].join('\n\n');
}

function draftOfDecision({ outcome, reasonCode, message, note }: DecisionInput): string | null {
  return draftOf(reasonCode === undefined ? outcome : `${outcome} (${reasonCode})`, [message, note]);
}

/** The engine as the routes use it: each call a transaction of its own, its result presented. */
export function createCaseDesk(deps: CasesDependencies, database: Database) {
  const cases = createCases(deps);
  const view = casesListView(database, deps.deskOf);
  const audit = createAudit(deps);
  const run = <T>(work: (engine: ReturnType<Cases>) => Promise<T>) =>
    database.transaction((trx) => work(cases(trx)));

  async function summary(row: CaseRow) {
    const [shown] = await view.byIds(row.queue, [row.id], deps.clock.now());
    if (shown === undefined) throw new NotFoundError('case', row.id);
    return shown;
  }

  function claimed(row: CaseRow, shown: CaseSummary): ClaimedCase {
    return {
      ...shown,
      leaseToken: row.lease_token ?? '',
      leaseExpiresAt: toIso(row.lease_expires_at),
    };
  }

  function decided(
    { row, decision }: { row: CaseRow; decision: DecisionRow },
    names: { id: string; name: string },
  ): Decided {
    return {
      case: presentCase({ ...row, holder_name: null, decider_name: names.name }, deps.clock.now(), null),
      decision: presentDecision(decision),
    };
  }

  /** Where it came too late, what was typed is kept as a draft of its author's, named in the conflict. */
  async function orKeepDraft<T>(
    caseId: string,
    draft: string | null,
    actor: StaffActor,
    work: () => Promise<T>,
  ): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
      if (error.code === 'lease_lost' && error.extra.holder !== null) await sleep(DECIDING_NOW_MS);
      throw await run((engine) => engine.notes.keepDraft(caseId, draft, error, actor));
    }
  }

  return {
    cases,
    view,
    bulk: createBulk(deps, database),
    draftOf,
    orKeepDraft,

    async claimNext(queue: Queue, count: number, actor: StaffActor) {
      const rows = await run((engine) => engine.claimNext(queue, count, actor));
      const { present } = deps.deskOf(queue).listView;
      const now = deps.clock.now();
      return rows.map((row) =>
        claimed(row, presentCase({ ...row, holder_name: actor.name }, now, present(row))),
      );
    },

    async claim(id: string, takeover: boolean, actor: StaffActor): Promise<ClaimedCase> {
      const row = await run((engine) => engine.claim(id, takeover, actor));
      return claimed(row, await summary(row));
    },

    /** Everything the desk shows. Reading a case that one does not hold is an event of its own (who, what, when). */
    async detail(id: string, actor: StaffActor): Promise<CaseDetail> {
      const now = deps.clock.now();
      const row = await view.named(id);
      if (row === undefined) throw new NotFoundError('case', id);
      requireQueue(actor, row.queue, 'view');
      const own = row.lease_holder === actor.id && row.lease_expires_at > now;
      const desk = deps.deskOf(row.queue);
      const viewed = { type: 'case.viewed', actor, data: { caseId: id, queue: row.queue } };
      const [decisions, conflicts, noteList, history, present, detail, consequences] = await Promise.all([
        view.decisions(id),
        view.conflicts(id, actor.id),
        view.notes(id, actor.id),
        view.history(id),
        view.present(id, now),
        desk.show(database, row),
        desk.consequences?.(database, row) ?? [],
        // written before anything is shown
        own || database.transaction((trx) => audit(trx).record(`access:${actor.id}`, viewed)),
      ]);
      const standing = decisions.find(
        (one) => one.round === row.round && (one.status === 'applied' || one.status === 'proposed'),
      );
      return {
        ...presentCase(row, now, null),
        allowedActions: allowedActions({ row, desk, actor, standing, conflicts, now }),
        outcomes: [...desk.outcomes],
        reasonCodes: Object.fromEntries(
          Object.entries(desk.reasonCodes).map(([outcome, codes]) => [outcome, [...codes]]),
        ),
        consequences: consequences.map(({ outcome, effects, approvalFor }) => ({
          outcome,
          effects: [...effects],
          approvalFor: [...approvalFor],
        })),
        detail,
        decisions: decisions.map(presentDecision),
        notes: noteList,
        history,
        present,
        leaseToken: own ? row.lease_token : null,
        leaseExpiresAt: own ? toIso(row.lease_expires_at) : null,
        undoUntil: (standing?.undo_until ?? 0) > now ? toIsoOrNull(standing?.undo_until) : null,
      };
    },

    async decide(caseId: string, command: Decide, actor: StaffActor): Promise<Decided> {
      const { version, leaseToken, ...input } = command;
      return orKeepDraft(caseId, draftOfDecision(input), actor, async () =>
        decided(
          await run((engine) => engine.decide({ caseId, version, hold: { leaseToken }, input }, actor)),
          actor,
        ),
      );
    },

    async approve(command: ApproveCommand, actor: StaffActor): Promise<Decided> {
      return orKeepDraft(command.caseId, draftOf(command.verdict, [command.note]), actor, async () => {
        const done = await run((engine) => engine.approve(command, actor));
        return decided(done, { id: done.decision.decided_by, name: done.decision.decided_by_name });
      });
    },

    async reverse(command: ReverseCommand, actor: StaffActor): Promise<Decided> {
      return orKeepDraft(command.caseId, draftOfDecision(command.input), actor, async () =>
        decided(await run((engine) => engine.reverse(command, actor)), actor),
      );
    },

    async undo(caseId: string, actor: StaffActor) {
      const row = await run((engine) => engine.undo(caseId, actor));
      return { case: await summary(row), leaseToken: row.lease_token };
    },

    /** Any other change of one case, shown as lists show it. */
    async change(work: (engine: ReturnType<Cases>) => Promise<CaseRow>) {
      return summary(await run(work));
    },

    run,
  };
}

export type CaseDesk = ReturnType<typeof createCaseDesk>;
