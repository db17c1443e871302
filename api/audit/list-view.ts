import { toIso } from '../core/clock.ts';
import type { Database } from '../db/database.ts';
import { fromJsonColumn } from '../db/json-column.ts';
import type { Condition } from '../db/text-search.ts';
import { windows } from '../db/windows.ts';
import { decodeCursor, toPage } from '../http/paging.ts';
import type { EventRow } from './chain.ts';
import type { AccessReview, AuditFilter } from './console-contract.ts';
import type { CheckpointRow } from './verify-store.ts';

const WINDOW = 5_000;
const CHECKPOINTS_SHOWN = 100;

type Key = readonly [at: number, stream: string, seq: number];

function present(row: EventRow) {
  return {
    stream: row.stream,
    seq: row.seq,
    at: toIso(row.at),
    actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
    type: row.type,
    data: fromJsonColumn<Record<string, unknown>>(row.data),
    hash: row.hash,
  };
}

function eventConditions(filter: AuditFilter): Condition[] {
  const is = (sql: string, value: unknown): Condition[] =>
    value === undefined ? [] : [{ sql, bindings: [value] }];
  const time = (text: string | undefined) => (text === undefined ? undefined : Date.parse(text));
  return [
    { sql: '1 = 1', bindings: [] },
    ...is('stream = ?', filter.stream),
    ...is('actor_id = ?', filter.actor),
    ...is('at >= ?', time(filter.from)),
    ...is('at < ?', time(filter.to)),
    ...is('type = ?', filter.type),
  ];
}

/** What auditors page through. */
export function auditView(database: Database) {
  return {
    /** A page of events, the latest first. */
    async events({ cursor, limit, ...filter }: AuditFilter & { cursor?: string | undefined; limit: number }) {
      const conditions = eventConditions(filter);
      if (cursor !== undefined) {
        const after = decodeCursor(cursor, ['number', 'string', 'int32']);
        conditions.push({ sql: '(at, stream, seq) < (?, ?, ?)', bindings: after });
      }
      const rows = await database.select<EventRow>(
        `select * from audit_events where ${conditions.map(({ sql }) => sql).join(' and ')}
          order by at desc, stream desc, seq desc limit ?`,
        [...conditions.flatMap(({ bindings }) => bindings), limit + 1],
      );
      return toPage(rows, limit, (row) => [row.at, row.stream, row.seq], present);
    },

    /** The last checkpoints. */
    async checkpoints() {
      const rows = await database.select<CheckpointRow>(
        'select * from audit_checkpoints order by seq desc limit ?',
        [CHECKPOINTS_SHOWN],
      );
      return rows.map(({ seq, id, at, streams, hash }) => ({ seq, id, at: toIso(at), streams, hash }));
    },
  };
}

/** Reads of the log that may be long: in bounded stretches, the latest first. */
export function eventsListView(database: Database) {
  function asked(filter: AuditFilter, after: Key | undefined, until: Key | undefined): Condition {
    const all = [
      ...eventConditions(filter),
      ...(after === undefined ? [] : [{ sql: '(at, stream, seq) < (?, ?, ?)', bindings: [...after] }]),
      ...(until === undefined ? [] : [{ sql: '(at, stream, seq) >= (?, ?, ?)', bindings: [...until] }]),
    ];
    return {
      sql: all.map(({ sql }) => sql).join(' and '),
      bindings: all.flatMap(({ bindings }) => bindings),
    };
  }

  /** The stretches are those of all types: what is rare is not looked for to the end of the log in one statement. */
  function windowsOf({ type: _, ...filter }: AuditFilter) {
    return windows<Key>(undefined, async (after) => {
      const { sql, bindings } = asked(filter, after, undefined);
      const [row] = await database.select<EventRow>(
        `select at, stream, seq from audit_events where ${sql}
          order by at desc, stream desc, seq desc limit 1 offset ?`,
        [...bindings, WINDOW - 1],
      );
      return row === undefined ? undefined : [row.at, row.stream, row.seq];
    });
  }

  return {
    /** How many events a filter finds; more than `atMost` are told as `atMost + 1`. */
    async count(filter: AuditFilter, atMost: number): Promise<number> {
      let total = 0;
      for await (const { after, until } of windowsOf(filter)) {
        const { sql, bindings } = asked(filter, after, until);
        const [row] = await database.select<{ n: number }>(
          `select count(*) as n from audit_events where ${sql}`,
          bindings,
        );
        total += Number(row?.n ?? 0);
        if (total > atMost) return atMost + 1;
      }
      return total;
    },

    async *all(filter: AuditFilter) {
      for await (const { after, until } of windowsOf(filter)) {
        const { sql, bindings } = asked(filter, after, until);
        const rows = await database.select<EventRow>(
          `select * from audit_events where ${sql} order by at desc, stream desc, seq desc`,
          bindings,
        );
        if (rows.length > 0) yield rows.map(present);
      }
    },
  };
}

interface AccessRow {
  id: string;
  name: string;
  type: string;
  n: number;
}

interface ExportRow {
  id: string;
  type: string;
  at: number;
  data: string;
}

const EXPORTS = ['cases.exported', 'audit.exported'];
const REASONS_SHOWN = 100;

/** Who looked at how much and took out what, `[from, to)` in ms: a person's accesses are a chain of their own. */
export async function accessBy(database: Database, from: number, to: number): Promise<AccessReview['staff']> {
  const own = `from staff s join audit_events e on e.stream = 'access:' || s.id and e.at >= ? and e.at < ?`;
  const counts = await database.select<AccessRow>(
    `select s.id, s.name, e.type, count(*) as n ${own} group by s.id, s.name, e.type order by s.name, s.id`,
    [from, to],
  );
  const exported = await database.select<ExportRow>(
    `select s.id, e.type, e.at, e.data ${own} where e.type in (?, ?) order by e.at desc`,
    [from, to, ...EXPORTS],
  );
  const people = new Map<string, AccessReview['staff'][number]>();
  for (const { id, name, type, n } of counts) {
    const person = people.get(id) ?? {
      id,
      name,
      casesViewed: 0,
      membersViewed: 0,
      messagesRead: 0,
      exports: 0,
      rowsExported: 0,
      reasons: [],
    };
    if (type === 'case.viewed') person.casesViewed += Number(n);
    if (type === 'member.viewed') person.membersViewed += Number(n);
    if (type === 'first-messages.read') person.messagesRead += Number(n);
    if (EXPORTS.includes(type)) person.exports += Number(n);
    people.set(id, person);
  }
  for (const { id, type, at, data } of exported) {
    const { count, reason } = fromJsonColumn<{ count: number; reason: string }>(data);
    const person = people.get(id);
    if (person === undefined) continue;
    person.rowsExported += count;
    if (person.reasons.length < REASONS_SHOWN)
      person.reasons.push({ at: toIso(at), type, rows: count, reason });
  }
  return [...people.values()];
}
