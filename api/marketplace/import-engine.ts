import type { Actor } from '../core/actor.ts';
import { AppError } from '../core/errors.ts';
import { isForeignKeyViolation, isUnavailable } from '../db/dialect.ts';
import { ExternalId } from '../http/fields.ts';
import type { ImportCounts, ImportRefusal, RecordResult } from './contract.ts';
import type { ImportResource } from './import-resource.ts';
import { InputInterrupted, type Line, readLines } from './ndjson.ts';

const MAX_LINE_BYTES = 1024 * 1024;
const BATCH_RECORDS = 500;
/** Long records make a shorter batch, so that memory stays bounded. */
const BATCH_CHARACTERS = 4 * 1024 * 1024;

interface Waiting {
  line: number;
  record: unknown;
}

export interface ImportObserver {
  /** Is told of each refused line while the import runs; the import waits for it. */
  refused: (refusal: ImportRefusal) => Promise<void> | void;
  /** Is told of errors that are ours: they refuse a record as `internal`. */
  failed?: (error: unknown) => void;
}

const LINE_PROBLEMS: Record<string, string> = {
  line_too_long: 'The line is longer than 1 MB.',
  malformed_utf8: 'The line is not UTF-8.',
};

/** The id of a record, where it is one that may be repeated: anything else might be personal data. */
function idOf(record: unknown): string | undefined {
  const id = (record as { id?: unknown } | null)?.id;
  return ExternalId.safeParse(id).success ? (id as string) : undefined;
}

function refusalOf(waiting: Waiting, code: string, detail: string): ImportRefusal {
  const id = idOf(waiting.record);
  return { line: waiting.line, ...(id === undefined ? {} : { id }), code, detail };
}

/** What is wrong with the record, in words that quote nothing of it. */
function inputProblem(error: {
  issues: readonly { path: readonly PropertyKey[]; message: string }[];
}): string {
  const [first] = error.issues;
  if (first === undefined) return 'The record is not valid.';
  const more = error.issues.length > 1 ? ` (and ${error.issues.length - 1} more)` : '';
  return `/${first.path.map(String).join('/')}: ${first.message}${more}`;
}

type Parsed = { waiting: Waiting } | { refusal: ImportRefusal };

function parse(line: Line, resource: ImportResource): Parsed {
  const { number, text, problem } = line;
  if (text === undefined) {
    const code = problem ?? 'malformed_utf8';
    return { refusal: { line: number, code, detail: LINE_PROBLEMS[code] ?? '' } };
  }
  let record: unknown;
  try {
    record = JSON.parse(text);
  } catch {
    return { refusal: { line: number, code: 'malformed_json', detail: 'The line is not valid JSON.' } };
  }
  const parsed = resource.schema.safeParse(record);
  if (parsed.success) return { waiting: { line: number, record: parsed.data } };
  return { refusal: refusalOf({ line: number, record }, 'bad_input', inputProblem(parsed.error)) };
}

/** The result of a record that made its batch fail; undefined: nothing to do with the record, so stop. */
function resultOfError(error: unknown, observer: ImportObserver): RecordResult | undefined {
  if (isUnavailable(error)) return undefined;
  if (error instanceof AppError) return { refused: error.code, detail: error.message };
  if (isForeignKeyViolation(error))
    return { refused: 'unknown_reference', detail: 'The record names something that is not known.' };
  observer.failed?.(error);
  return { refused: 'internal', detail: 'The record could not be stored. It has been logged.' };
}

class Unavailable extends Error {}

/** @throws Unavailable where the database cannot be reached */
async function ingest(
  batch: readonly Waiting[],
  resource: ImportResource,
  actor: Actor,
  observer: ImportObserver,
): Promise<RecordResult[]> {
  const records = batch.map(({ record }) => record);
  try {
    return await resource.ingest(records, actor);
  } catch (error) {
    const result = resultOfError(error, batch.length === 1 ? observer : { refused: observer.refused });
    if (result === undefined) throw new Unavailable();
    if (batch.length === 1) return [result];
  }
  // One of them made all of them fail: each by itself, so that it is refused alone.
  const results: RecordResult[] = [];
  for (const waiting of batch) results.push(...(await ingest([waiting], resource, actor, observer)));
  return results;
}

function count(counts: ImportCounts, result: RecordResult): void {
  if ('refused' in result) {
    counts.refused++;
    return;
  }
  counts[result.result]++;
  if (result.disposition === undefined) return;
  counts.dispositions ??= { held: 0, released: 0 };
  counts.dispositions[result.disposition] = (counts.dispositions[result.disposition] ?? 0) + 1;
}

/**
 * Reads newline-delimited JSON and hands it to the resource in batches, each in a transaction of its own, reading no
 * faster than it is stored. Importing the same input again changes nothing, so an import that stopped is sent again.
 * It throws only what the observer throws; where it could not go on, the counts say at which line.
 */
export async function importNdjson(
  source: AsyncIterable<Uint8Array>,
  resource: ImportResource,
  actor: Actor,
  observer: ImportObserver,
): Promise<ImportCounts> {
  const counts: ImportCounts = {
    resource: resource.name,
    received: 0,
    created: 0,
    updated: 0,
    unchanged: 0,
    refused: 0,
  };
  let batch: Waiting[] = [];
  let characters = 0;
  let reached = 0;

  async function flush(): Promise<void> {
    if (batch.length === 0) return;
    const results = await ingest(batch, resource, actor, observer);
    for (const [at, result] of results.entries()) {
      count(counts, result);
      if ('refused' in result)
        await observer.refused(refusalOf(batch[at] as Waiting, result.refused, result.detail));
    }
    batch = [];
    characters = 0;
  }

  async function take(line: Line): Promise<void> {
    counts.received++;
    reached = line.number;
    const parsed = parse(line, resource);
    if ('refusal' in parsed) {
      counts.refused++;
      await observer.refused(parsed.refusal);
      return;
    }
    batch.push(parsed.waiting);
    characters += line.text?.length ?? 0;
    if (batch.length >= BATCH_RECORDS || characters >= BATCH_CHARACTERS) await flush();
  }

  try {
    for await (const lines of readLines(source, MAX_LINE_BYTES)) {
      for (const line of lines) await take(line);
    }
    await flush();
  } catch (error) {
    const line = batch[0]?.line ?? reached + 1;
    counts.received -= batch.length;
    if (error instanceof InputInterrupted)
      counts.stopped = { line, code: 'interrupted', detail: 'The input broke off.' };
    else if (error instanceof Unavailable)
      counts.stopped = { line, code: 'unavailable', detail: 'The database cannot be reached just now.' };
    else throw error;
  }
  return counts;
}
