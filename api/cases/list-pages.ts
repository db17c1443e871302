import { setImmediate as breathe } from 'node:timers/promises';
import type { StaffActor } from '../core/actor.ts';
import type { Queue } from '../core/queues.ts';
import type { Database } from '../db/database.ts';
import type { Condition } from '../db/text-search.ts';
import { type Window, windows } from '../db/windows.ts';
import { decodeCursor, encodeCursor, toPage } from '../http/paging.ts';
import type { CaseSummary } from './contract.ts';
import type { Desk } from './desk.ts';
import { type CaseListQuery, caseListQuery } from './list-query.ts';
import type { CaseFilter, CaseQuery } from './query-contract.ts';
import { type CaseRow, type NamedCaseRow, presentCase } from './rows.ts';

export const NAMED = `c.*, h.name as holder_name, d.name as decider_name`;
export const NAMES = `left join staff h on h.id = c.lease_holder left join staff d on d.id = c.decided_by`;

/** How many cases one statement looks at where it has to look into each. */
const WINDOW = 5_000;
/** A page that has looked for so long is given as it is; its cursor continues the search. */
const SEARCH_MS = 2_000;

type Key = readonly (string | number)[];
type Row = NamedCaseRow & Record<string, unknown>;

/** Pages of a queue, and the whole of a selection. */
export function caseListPages(database: Database, deskOf: (queue: Queue) => Desk) {
  function within(window: Window<Key>, { order }: CaseListQuery): Condition[] {
    const { after, until } = window;
    return [
      ...(after === undefined ? [] : [{ sql: order.after, bindings: [...after] }]),
      ...(until === undefined ? [] : [{ sql: order.until, bindings: [...until] }]),
    ];
  }

  function where(conditions: readonly Condition[]): Condition {
    return {
      sql: conditions.map(({ sql }) => sql).join(' and '),
      bindings: conditions.flatMap(({ bindings }) => bindings),
    };
  }

  const keyOf = (row: CaseRow, { order }: CaseListQuery): Key =>
    order.columns.map((column) => row[column] as string | number);

  async function rowsIn(queue: Queue, query: CaseListQuery, window: Window<Key>, limit: number) {
    const { columns, joins } = deskOf(queue).listView;
    const asked = where([...query.ofCases, ...within(window, query), ...query.ofDesk]);
    return database.select<Row>(
      `select ${NAMED}, ${columns} from cases c ${NAMES} ${joins}
        where ${asked.sql} order by ${query.order.by} limit ?`,
      [...asked.bindings, limit],
    );
  }

  function windowsOf(query: CaseListQuery, from: Key | undefined) {
    return windows<Key>(from, async (after) => {
      const asked = where([...query.ofCases, ...within({ after, until: undefined }, query)]);
      const [row] = await database.select<CaseRow>(
        `select ${query.order.columns.map((column) => `c.${column}`).join(', ')} from cases c
          where ${asked.sql} order by ${query.order.by} limit 1 offset ?`,
        [...asked.bindings, WINDOW - 1],
      );
      return row === undefined ? undefined : keyOf(row, query);
    });
  }

  function queryOf(filter: CaseFilter, actor: StaffActor, now: number): CaseListQuery {
    return caseListQuery(filter, actor, now, database.dialect, deskOf(filter.queue).listView);
  }

  return {
    /**
     * One page: one statement, by keyset, without counting. A search in texts goes on in bounded stretches until the
     * page is full or its time is over; then the page is short, and its cursor says where to go on.
     */
    async page(
      asked: CaseQuery,
      actor: StaffActor,
      now: number,
    ): Promise<{ items: CaseSummary[]; nextCursor: string | null }> {
      const { limit } = asked;
      const query = queryOf(asked, actor, now);
      const { present } = deskOf(asked.queue).listView;
      const show = (row: Row) => presentCase(row, now, present(row));
      const from = asked.cursor === undefined ? undefined : decodeCursor(asked.cursor, query.order.shape);
      const page = (rows: readonly Row[]) => toPage(rows, limit, (row) => keyOf(row, query), show);
      if (query.ofDesk.length === 0) {
        return page(await rowsIn(asked.queue, query, { after: from, until: undefined }, limit + 1));
      }
      const found: Row[] = [];
      const giveUpAt = performance.now() + SEARCH_MS;
      for await (const window of windowsOf(query, from)) {
        found.push(...(await rowsIn(asked.queue, query, window, limit + 1 - found.length)));
        if (found.length > limit) break;
        if (window.until !== undefined && performance.now() > giveUpAt) {
          return { items: found.map(show), nextCursor: encodeCursor(window.until) };
        }
      }
      return page(found);
    },

    /** How many cases a filter finds; more than `atMost` are told as `atMost + 1`. */
    async count(filter: CaseFilter, actor: StaffActor, now: number, atMost: number): Promise<number> {
      const query = queryOf(filter, actor, now);
      const joins = query.ofDesk.length === 0 ? '' : deskOf(filter.queue).listView.joins;
      let total = 0;
      for await (const window of windowsOf(query, undefined)) {
        const asked = where([...query.ofCases, ...within(window, query), ...query.ofDesk]);
        const [row] = await database.select<{ n: number }>(
          `select count(*) as n from cases c ${joins} where ${asked.sql}`,
          asked.bindings,
        );
        total += Number(row?.n ?? 0);
        if (total > atMost) return atMost + 1;
      }
      return total;
    },

    /** Every case that a filter finds, in its order, a few hundred at a time. */
    async *all(filter: CaseFilter, actor: StaffActor, now: number): AsyncGenerator<CaseSummary[]> {
      const query = queryOf(filter, actor, now);
      const { present } = deskOf(filter.queue).listView;
      for await (const window of windowsOf(query, undefined)) {
        for (let { after } = window; ; ) {
          const rows = await rowsIn(filter.queue, query, { after, until: window.until }, EXPORT_PAGE);
          if (rows.length > 0) yield rows.map((row) => presentCase(row, now, present(row)));
          const last = rows.at(-1);
          if (rows.length < EXPORT_PAGE || last === undefined) break;
          after = keyOf(last, query);
          await breathe();
        }
      }
    },
  };
}

const EXPORT_PAGE = 500;
