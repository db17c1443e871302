import type { Db } from './database.ts';
import { rowsOf } from './dialect.ts';

// Statements come in few lengths, so that each is prepared once and not once per number of rows.
const LIST_SIZES = [1, 10, 100, 500];
const INSERT_SIZES = [100, 10, 1];

/** Ids without repeats, in lists of fixed lengths; the last list repeats its last id until it is full. */
export function idLists(ids: Iterable<string>): string[][] {
  const distinct = [...new Set(ids)];
  const lists: string[][] = [];
  const longest = LIST_SIZES[LIST_SIZES.length - 1] as number;
  for (let at = 0; at < distinct.length; at += longest) {
    const list = distinct.slice(at, at + longest);
    const size = LIST_SIZES.find((candidate) => candidate >= list.length) ?? longest;
    while (list.length < size) list.push(list[list.length - 1] as string);
    lists.push(list);
  }
  return lists;
}

/** Placeholders for a list: `?,?,?`. */
export function marks(count: number): string {
  return Array.from({ length: count }, () => '?').join(',');
}

/**
 * The rows of `sql` for these ids, a few hundred per statement. `{ids}` stands where the list belongs.
 * @param more the values of placeholders that follow the list
 */
export async function selectByIds<Row>(
  db: Db,
  sql: string,
  ids: Iterable<string>,
  more: readonly unknown[] = [],
): Promise<Row[]> {
  const statements = idLists(ids).map((list) =>
    rowsOf<Row>(db, sql.replace('{ids}', marks(list.length)), [...list, ...more]),
  );
  return (await Promise.all(statements)).flat();
}

const statements = new Map<string, string>();

function insertStatement(table: string, columns: readonly string[], count: number, tail: string): string {
  const name = `${table} ${count} ${columns.length} ${tail}`;
  let sql = statements.get(name);
  if (sql === undefined) {
    const row = `(${marks(columns.length)})`;
    sql = `insert into ${table} (${columns.join(',')}) values ${Array.from({ length: count }, () => row).join(',')} ${tail}`;
    statements.set(name, sql);
  }
  return sql;
}

/**
 * Inserts many rows with few statements.
 * @param tail what follows the values: `on conflict … returning …`
 * @returns what the statements return
 */
export async function insertRows<Row>(
  db: Db,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
  tail: string,
): Promise<Row[]> {
  const sent: Promise<Row[]>[] = [];
  for (let at = 0; at < rows.length; ) {
    const count = INSERT_SIZES.find((size) => size <= rows.length - at) as number;
    const values = rows.slice(at, at + count).flat();
    sent.push(rowsOf<Row>(db, insertStatement(table, columns, count, tail), values));
    at += count;
  }
  return (await Promise.all(sent)).flat();
}

/** Inserts rows that are given by column; all of them name the columns of the first one. */
export async function insertInto<Row extends object>(
  db: Db,
  table: string,
  rows: readonly Row[],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first) as (keyof Row & string)[];
  const values = rows.map((row) => columns.map((column) => row[column]));
  await insertRows(db, table, columns, values, '');
}
