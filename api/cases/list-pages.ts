import { setImmediate as breathe } from 'node:timers/promises';
import type { StaffActor } from '../core/actor.ts';
import type { Queue } from '../core/queues.ts';
import type { Database } from '../db/database.ts';
import { limited } from '../db/dialect.ts';
import type { Condition } from '../db/text-search.ts';
import { type Window, windows } from '../db/windows.ts';
import { decodeCursor, encodeCursor, toPage } from '../http/paging.ts';
import type { CaseSummary } from './contract.ts';
import { type Desk, listed } from './desk.ts';
import { between, type CaseListQuery, caseListQuery, type Key, orderBy } from './list-query.ts';
import type { CaseFilter, CaseQuery } from './query-contract.ts';
import { type CaseRow, type ListedCaseRow, presentCase } from './rows.ts';

/** How many cases one statement looks at where it has to look into each. */
const WINDOW = 5_000;
/** A page that has looked for so long is given as it is; its cursor continues the search. */
const SEARCH_MS = 2_000;

function where(conditions: readonly Condition[]): Condition {
  return {
    sql: conditions.map(({ sql }) => sql).join(' and '),
    bindings: conditions.flatMap(({ bindings }) => bindings),
  };
}

/** Pages of a queue, and the whole of a selection. */
export function caseListPages(database: Database, deskOf: (queue: Queue) => Desk) {
  const keyOf = (row: CaseRow, { order }: CaseListQuery): Key =>
    order.columns.map((column) => row[column] as string | number);

  /** The first rows of a stretch, each status read by itself up to the limit, then merged. */
  function inOrder(
    select: string,
    query: CaseListQuery,
    conditions: readonly Condition[],
    limit: number,
  ): Condition {
    const { statuses, order } = query;
    const [queue, ...others] = conditions as [Condition, ...Condition[]];
    const lists = statuses.map((status) => {
      // not a placeholder: an index of decided cases only is of use where the statement says that it wants those
      const asked = where([queue, { sql: `c.status = '${status}'`, bindings: [] }, ...others]);
      return {
        sql: `${select} where ${asked.sql} order by ${orderBy(order)} ${limited(limit)}`,
        bindings: asked.bindings,
      };
    });
    const [only] = lists;
    if (only !== undefined && lists.length === 1) return only;
    const merged = lists.map(({ sql }, i) => `select * from (${sql}) list${i}`).join(' union all ');
    return {
      sql: `${merged} order by ${orderBy(order, '')} ${limited(limit)}`,
      bindings: lists.flatMap(({ bindings }) => bindings),
    };
  }

  /** Rows of a stretch, found before anything is joined to them; what only the desk's tables tell is asked of a window of them. */
  function rowsIn(
    queue: Queue,
    query: CaseListQuery,
    window: Window<Key>,
    limit: number,
  ): Promise<ListedCaseRow[]> {
    const { ofCases, ofDesk, order } = query;
    const conditions = [...ofCases, ...between(order, window)];
    const cases = inOrder('select * from cases c', query, conditions, ofDesk.length === 0 ? limit : WINDOW);
    const asked = where(ofDesk);
    const sql = `${listed(deskOf(queue).listView, cases.sql)} ${asked.sql === '' ? '' : `where ${asked.sql}`}
      order by ${orderBy(order)} ${limited(limit)}`;
    return database.select<ListedCaseRow>(sql, [...cases.bindings, ...asked.bindings]);
  }

  function windowsOf(query: CaseListQuery, from: Key | undefined) {
    const select = `select ${query.order.columns.map((column) => `c.${column}`).join(', ')} from cases c`;
    return windows<Key>(from, async (after) => {
      const conditions = [...query.ofCases, ...between(query.order, { after, until: undefined })];
      const { sql, bindings } = inOrder(select, query, conditions, WINDOW);
      const [row] = await database.select<CaseRow>(`${sql} offset ${WINDOW - 1}`, bindings);
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
      const show = (row: ListedCaseRow) => presentCase(row, now, present(row));
      const from = asked.cursor === undefined ? undefined : decodeCursor(asked.cursor, query.order.shape);
      const page = (rows: readonly ListedCaseRow[]) => toPage(rows, limit, (row) => keyOf(row, query), show);
      if (query.ofDesk.length === 0) {
        return page(await rowsIn(asked.queue, query, { after: from, until: undefined }, limit + 1));
      }
      const found: ListedCaseRow[] = [];
      const giveUpAt = performance.now() + SEARCH_MS;
      for await (const window of windowsOf(query, from)) {
        found.push(...(await rowsIn(asked.queue, query, window, limit + 1)));
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
        const asked = where([
          ...query.ofCases,
          { sql: `c.status in (${query.statuses.map((status) => `'${status}'`).join(', ')})`, bindings: [] },
          ...between(query.order, window),
          ...query.ofDesk,
        ]);
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
