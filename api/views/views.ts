import { requireQueue } from '../cases/policy.ts';
import { can, type StaffActor } from '../core/actor.ts';
import { type Clock, toIso } from '../core/clock.ts';
import { ConflictError, ForbiddenError, NotFoundError, RuleError } from '../core/errors.ts';
import { newId } from '../core/ids.ts';
import { QUEUES, type Queue } from '../core/queues.ts';
import type { Database, Trx } from '../db/database.ts';
import { isUniqueViolation } from '../db/dialect.ts';
import { fromJsonColumn, toJsonColumn } from '../db/json-column.ts';
import {
  type ChangeView,
  type CreateView,
  type SavedView,
  VIEWS_PER_PERSON,
  type ViewQuery,
} from './contract.ts';
import { type NamedViewRow, viewsStore } from './store.ts';

function present(row: NamedViewRow, actor: StaffActor): SavedView {
  const own = row.staff_id === actor.id;
  return {
    id: row.id,
    name: row.name,
    resource: row.resource as SavedView['resource'],
    queue: row.queue,
    definition: fromJsonColumn(row.definition),
    shared: Boolean(row.shared),
    owner: { id: row.staff_id, name: row.owner_name },
    createdAt: toIso(row.created_at),
    updatedAt: toIso(row.updated_at),
    allowedActions: own
      ? ['change', ...(can(actor, 'views.share') ? (['share'] as const) : []), 'delete']
      : [],
  };
}

function requireMayShare(actor: StaffActor): void {
  if (!can(actor, 'views.share')) {
    throw new ForbiddenError('Only leads share views.', 'forbidden', { needs: 'views.share' });
  }
}

/** Lists that people have set up and named: their own, and what leads share with everybody who works the queue. */
export function createViews({ database, clock }: { database: Database; clock: Clock }) {
  /** The view, where this person may see it; else it is not there. */
  async function visible(trx: Trx, id: string, actor: StaffActor): Promise<NamedViewRow> {
    const row = await viewsStore(trx).byId(id);
    const seen = row !== undefined && (row.staff_id === actor.id || Boolean(row.shared));
    if (!seen || !can(actor, `${row.queue}.view`)) throw new NotFoundError('view', id);
    return row;
  }

  async function own(trx: Trx, id: string, actor: StaffActor): Promise<NamedViewRow> {
    const row = await visible(trx, id, actor);
    if (row.staff_id !== actor.id) {
      throw new ForbiddenError(`This view belongs to ${row.owner_name}. Save one of your own.`, 'not_yours');
    }
    return row;
  }

  async function named<T>(name: string | undefined, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      throw new ConflictError('name_taken', `You have a view "${name}" for this queue already.`);
    }
  }

  return {
    async list({ resource, queue }: ViewQuery, actor: StaffActor): Promise<SavedView[]> {
      if (queue !== undefined) requireQueue(actor, queue, 'view');
      const queues: Queue[] =
        queue === undefined ? QUEUES.filter((one) => can(actor, `${one}.view`)) : [queue];
      const rows = await viewsStore(database.knex).visible(actor.id, resource, queues);
      return rows.map((row) => present(row, actor));
    },

    /** @throws RuleError where the person has fifty; ConflictError where one of that name is there */
    async create(view: CreateView, actor: StaffActor): Promise<SavedView> {
      requireQueue(actor, view.queue, 'view');
      if (view.shared) requireMayShare(actor);
      const now = clock.now();
      const row = {
        id: newId('view'),
        staff_id: actor.id,
        name: view.name,
        resource: view.resource,
        queue: view.queue,
        definition: toJsonColumn(view.definition),
        shared: view.shared,
        created_at: now,
        updated_at: now,
      };
      await named(view.name, () =>
        database.transaction(async (trx) => {
          const store = viewsStore(trx);
          if ((await store.countOf(actor.id)) >= VIEWS_PER_PERSON) {
            throw new RuleError(
              'too_many_views',
              `A person has at most ${VIEWS_PER_PERSON} views. Delete one first.`,
              {
                limit: VIEWS_PER_PERSON,
              },
            );
          }
          await store.insert(row);
        }),
      );
      return present({ ...row, owner_name: actor.name }, actor);
    },

    async change(id: string, change: ChangeView, actor: StaffActor): Promise<SavedView> {
      if (change.shared === true) requireMayShare(actor);
      return named(change.name, () =>
        database.transaction(async (trx) => {
          const row = await own(trx, id, actor);
          const patch = {
            updated_at: clock.now(),
            ...(change.name === undefined ? {} : { name: change.name }),
            ...(change.shared === undefined ? {} : { shared: change.shared }),
            ...(change.definition === undefined ? {} : { definition: toJsonColumn(change.definition) }),
          };
          await viewsStore(trx).update(id, patch);
          return present({ ...row, ...patch }, actor);
        }),
      );
    },

    async remove(id: string, actor: StaffActor): Promise<void> {
      await database.transaction(async (trx) => {
        await own(trx, id, actor);
        await viewsStore(trx).remove(id);
      });
    },
  };
}

export type Views = ReturnType<typeof createViews>;
