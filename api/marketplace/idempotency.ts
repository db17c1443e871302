import type { Clock } from '../core/clock.ts';
import { AppError, BadInputError, ConflictError, RuleError } from '../core/errors.ts';
import { canonicalJson, sha256 } from '../core/json.ts';
import type { Db } from '../db/database.ts';
import { fromJsonColumn, toJsonColumn } from '../db/json-column.ts';
import type { Idempotency, IdempotentCall, StoredAnswer } from '../http/idempotency.ts';
import { type Finished, type IdempotencyRow, idempotencyStore } from './idempotency-store.ts';

/** How long a call that never finished (its process died) keeps others of its key out. */
const LOCK_MS = 60_000;
/** How long an answer is given again. */
const KEPT_MS = 24 * 60 * 60 * 1000;

const KEY = /^[\x20-\x7e]{1,255}$/;

interface Refusal {
  code: string;
  message: string;
  extra: Record<string, unknown>;
}

function hashOf(request: unknown): string {
  try {
    return sha256(canonicalJson(request));
  } catch {
    // a parameter that the schema does not know may hold anything, to any depth
    throw new BadInputError('The body is nested too deeply, or is not well-formed Unicode.');
  }
}

/** A refusal that would be the same the next time. One that only the moment caused is not kept. */
function isLasting(error: unknown): error is AppError {
  return error instanceof AppError && error.status < 500 && error.status !== 429;
}

function refusalOf(error: AppError): Finished {
  const refusal: Refusal = { code: error.code, message: error.message, extra: error.extra };
  return { state: 'refused', status: error.status, body: toJsonColumn(refusal), headers: null };
}

function answeredWith(answer: StoredAnswer): Finished {
  return {
    state: 'answered',
    status: answer.status,
    body: answer.body === undefined ? null : toJsonColumn(answer.body),
    headers: answer.headers === undefined ? null : toJsonColumn(answer.headers),
  };
}

/** Gives a kept answer again, as it was: a refusal is thrown again. */
function replay(row: IdempotencyRow): StoredAnswer {
  const status = row.status ?? 200;
  if (row.state === 'refused') {
    const refusal = fromJsonColumn<Refusal>(row.body ?? '{}');
    throw new AppError(status, refusal.code, refusal.message, refusal.extra);
  }
  return {
    status,
    body: row.body === null ? undefined : fromJsonColumn<unknown>(row.body),
    ...(row.headers === null ? {} : { headers: fromJsonColumn<Record<string, string>>(row.headers) }),
  };
}

function inFlight(): ConflictError {
  return new ConflictError(
    'idempotency_in_flight',
    'The first call with this Idempotency-Key is still running.',
    {
      retryAfterSeconds: 1,
    },
  );
}

/**
 * `Idempotency-Key`, kept in the database: the first call of a key runs, the others get its answer. It uses the
 * database outside of any transaction: what runs has its own.
 */
export function createIdempotency({ clock }: { clock: Clock }): (db: Db) => Idempotency {
  return (db) => {
    const store = idempotencyStore(db);

    /** @returns the row that this call now holds, or the answer that was given before */
    async function begin(call: IdempotentCall): Promise<IdempotencyRow | StoredAnswer> {
      const now = clock.now();
      const row: IdempotencyRow = {
        caller: call.caller,
        key: call.key,
        request_hash: hashOf(call.request),
        state: 'running',
        status: null,
        body: null,
        headers: null,
        created_at: now,
        locked_until: now + LOCK_MS,
      };
      if (await store.begin(row)) return row;
      const found = await store.find(call.caller, call.key);
      if (found === undefined) throw inFlight(); // it was abandoned between the two statements: try again
      const expired = found.created_at <= now - KEPT_MS;
      if (!expired && found.request_hash !== row.request_hash) {
        throw new RuleError(
          'idempotency_key_reused',
          'This Idempotency-Key was used for another request. Use a new key for a new request.',
        );
      }
      if (!expired && found.state !== 'running') return replay(found);
      const crashed = found.state === 'running' && found.locked_until <= now;
      if ((expired || crashed) && (await store.takeOver(found, row))) return row;
      throw inFlight();
    }

    return {
      async once(call, run) {
        if (!KEY.test(call.key)) {
          throw new BadInputError(
            'The Idempotency-Key must be 1 to 255 printable ASCII characters.',
            [{ path: '/header/idempotency-key', message: 'must be 1 to 255 printable ASCII characters' }],
            'bad_idempotency_key',
          );
        }
        const begun = await begin(call);
        if (!('request_hash' in begun)) return begun;
        let answer: StoredAnswer;
        try {
          answer = await run();
        } catch (error) {
          if (isLasting(error)) await store.finish(begun, refusalOf(error));
          else await store.abandon(begun).catch(() => {}); // the call's own error says more
          throw error;
        }
        await store.finish(begun, answeredWith(answer));
        return answer;
      },
    };
  };
}

/** Deletes the answers that are too old to be given again; how many there were. */
export async function purgeIdempotency(db: Db, now: number): Promise<number> {
  return idempotencyStore(db).purge(now - KEPT_MS);
}
