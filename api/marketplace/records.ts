import type { Clock } from '../core/clock.ts';
import { NotFoundError, RuleError } from '../core/errors.ts';
import type { Db } from '../db/database.ts';
import type { RecordResult } from './contract.ts';
import type { RecordKind, Reference } from './record-kind.ts';
import { type RecordRow, recordsStore } from './records-store.ts';

/** One kind of the marketplace's records. What it sends last is the truth; what it sends again changes nothing. */
export interface Records<T extends { id: string }> {
  /**
   * Stores one record, in place of what was known under its id. Needs a transaction.
   * @throws RuleError 422 where it breaks a rule or names something unknown
   */
  put(record: T): Promise<{ created: boolean; record: T }>;
  get(id: string): Promise<T>;
  /**
   * Stores many records with few statements, as if one after the other. Needs a transaction.
   * @returns one result per record, in their order; a refused record keeps no other from being stored
   */
  upsertMany(records: readonly T[]): Promise<RecordResult[]>;
}

type Refused = Extract<RecordResult, { refused: string }>;
type Accepted = Exclude<RecordResult, Refused>;

export function createRecords<T extends { id: string }>(
  { clock }: { clock: Clock },
  kind: RecordKind<T>,
): (db: Db) => Records<T> {
  return (db) => {
    const store = recordsStore(db, kind);

    /** For each reference to something unknown: which. */
    async function unknownReferences(records: readonly T[]): Promise<(record: T) => Reference | undefined> {
      const wanted = new Map<Reference['table'], Set<string>>();
      for (const { table, id } of records.flatMap((record) => kind.references(record))) {
        wanted.set(table, (wanted.get(table) ?? new Set()).add(id));
      }
      const known = new Map<Reference['table'], Set<string>>();
      for (const [table, ids] of wanted) known.set(table, await store.known(table, ids));
      return (record) => kind.references(record).find(({ table, id }) => !known.get(table)?.has(id));
    }

    async function refusals(records: readonly T[]): Promise<(Refused | undefined)[]> {
      const unknownIn = await unknownReferences(records);
      return records.map((record) => {
        const broken = kind.broken(record);
        if (broken !== undefined) return { refused: broken.code, detail: broken.detail, field: broken.field };
        const missing = unknownIn(record);
        if (missing === undefined) return undefined;
        const detail = `${missing.field}: there is no ${missing.table.slice(0, -1)} "${missing.id}".`;
        return { refused: 'unknown_reference', detail, field: missing.field };
      });
    }

    /** Writes what differs from `before`. @returns what those were that somebody else inserted meanwhile */
    async function write(rows: readonly RecordRow[], before: ReadonlyMap<string, string>) {
      const now = clock.now();
      const fresh = rows.filter((row) => !before.has(row.id));
      const inserted = await store.insertNew(fresh, now);
      const raced = fresh.filter((row) => !inserted.has(row.id));
      const meanwhile = await store.hashes(raced.map((row) => row.id));
      const changed = rows.filter((row) => {
        const there = before.get(row.id) ?? meanwhile.get(row.id);
        return there !== undefined && there !== row.hash;
      });
      await store.overwrite(changed, now);
      return meanwhile;
    }

    async function upsertMany(records: readonly T[]): Promise<RecordResult[]> {
      const refused = await refusals(records);
      const before = await store.hashes(records.map((record) => record.id));
      const current = new Map(before);
      const last = new Map<string, RecordRow>();
      const firstOf = new Map<string, { index: number; hash: string }>();
      const results = records.map((record, index): RecordResult => {
        const refusal = refused[index];
        if (refusal !== undefined) return refusal;
        const row = store.toRow(record);
        const there = current.get(row.id);
        current.set(row.id, row.hash);
        last.set(row.id, row);
        if (!firstOf.has(row.id)) firstOf.set(row.id, { index, hash: row.hash });
        const result: Accepted['result'] =
          there === undefined ? 'created' : there === row.hash ? 'unchanged' : 'updated';
        return { result };
      });
      const meanwhile = await write([...last.values()], before);
      for (const [id, hash] of meanwhile) {
        const first = firstOf.get(id);
        if (first !== undefined)
          results[first.index] = { result: first.hash === hash ? 'unchanged' : 'updated' };
      }
      return results;
    }

    return {
      upsertMany,

      async put(record) {
        const [result] = (await upsertMany([record])) as [RecordResult];
        if ('refused' in result) {
          const errors = [{ path: `/body/${result.field}`, message: result.detail }];
          throw new RuleError(result.refused, result.detail, { errors });
        }
        return { created: result.result === 'created', record: store.asStored(record) };
      },

      async get(id) {
        const record = await store.byId(id);
        if (record === undefined) throw new NotFoundError(kind.noun, id);
        return record;
      },
    };
  };
}
