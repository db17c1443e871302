import type { Database, Db } from '../db/database.ts';
import { type EventRow, emptyHead, hashOf } from './chain.ts';
import type { ChainHead, Stream } from './contract.ts';
import { checkpointHash, FIRST_CHECKPOINT } from './seal.ts';
import { verifyStore } from './verify-store.ts';

/** Something that is not as it was written, and where. */
export interface AuditProblem {
  stream: string;
  seq: number;
  problem: string;
}

export interface AuditReport {
  ok: boolean;
  events: number;
  streams: number;
  checkpoints: number;
  problems: AuditProblem[];
}

/** Called between slices, with how many events have been looked at. What it throws ends the verification. */
export type BetweenSlices = (events: number) => Promise<void>;

const PAGE = 2_000;
const MOST = 100;

/** Follows one chain from where it should begin to where it should stand; the first thing that is wrong. */
function followChain(
  stream: string,
  events: readonly EventRow[],
  head: ChainHead | undefined,
): AuditProblem | undefined {
  let last = emptyHead(stream as Stream);
  for (const event of events) {
    const problem = brokenLink(event, last);
    if (problem !== undefined) return problem;
    last = { seq: event.seq, hash: event.hash };
  }
  return wrongEnd(stream, last, head);
}

function brokenLink(event: EventRow, last: ChainHead): AuditProblem | undefined {
  const { stream, seq } = event;
  if (seq !== last.seq + 1) return { stream, seq: last.seq + 1, problem: 'the event is missing' };
  if (hashOf(event) !== event.hash) return { stream, seq, problem: 'the event was changed' };
  if (event.prev_hash !== last.hash)
    return { stream, seq, problem: 'the event does not follow the one before it' };
  return undefined;
}

function wrongEnd(stream: string, last: ChainHead, head: ChainHead | undefined): AuditProblem | undefined {
  if (head === undefined) return { stream, seq: last.seq, problem: 'the chain belongs to nothing' };
  if (head.seq > last.seq) return { stream, seq: last.seq + 1, problem: 'the event is missing' };
  if (head.seq < last.seq || head.hash !== last.hash) {
    return { stream, seq: last.seq, problem: 'the chain does not end where it should' };
  }
  return undefined;
}

/** Chains that look wrong. On a database in use some may only have grown between two reads: see `confirm`. */
async function suspects(
  db: Db,
  between: BetweenSlices,
): Promise<{ suspects: Set<string>; events: number; streams: number }> {
  const store = verifyStore(db);
  const found = new Set<string>();
  let events = 0;
  let streams = 0;
  const ends = new Map<string, ChainHead>();
  let at: ChainHead & { stream: string } = { stream: '', seq: 0, hash: '' };
  for (;;) {
    const page = await store.eventsAfter(at.stream, at.seq, PAGE);
    for (const event of page) {
      const last =
        event.stream === at.stream ? { seq: at.seq, hash: at.hash } : emptyHead(event.stream as Stream);
      if (event.stream !== at.stream) streams++;
      if (brokenLink(event, last) !== undefined) found.add(event.stream);
      at = { stream: event.stream, seq: event.seq, hash: event.hash };
      ends.set(event.stream, { seq: event.seq, hash: event.hash });
    }
    events += page.length;
    if (page.length < PAGE) break;
    await between(events);
  }
  for (let stream = ''; ; ) {
    const heads = await store.headsAfter(stream, PAGE);
    for (const head of heads) {
      const end = ends.get(head.stream) ?? emptyHead(head.stream as Stream);
      if (end.seq !== head.seq || end.hash !== head.head) found.add(head.stream);
      ends.delete(head.stream);
    }
    stream = heads.at(-1)?.stream ?? stream;
    if (heads.length < PAGE) break;
    await between(events);
  }
  for (const orphan of ends.keys()) found.add(orphan);
  return { suspects: found, events, streams };
}

/** Looks at one chain again, alone, with nobody writing in between. */
async function confirm(database: Database, stream: string): Promise<AuditProblem | undefined> {
  return database.transaction(async (trx) => {
    const store = verifyStore(trx);
    if (database.dialect === 'postgres') await trx.raw('lock table audit_events in share mode');
    return followChain(stream, await store.eventsOf(stream), await store.headOf(stream));
  });
}

async function verifyCheckpoints(
  db: Db,
  between: () => Promise<void>,
): Promise<{ count: number; problems: AuditProblem[] }> {
  const store = verifyStore(db);
  const problems: AuditProblem[] = [];
  const checkpoints = await store.checkpoints();
  let last = { seq: 0, hash: FIRST_CHECKPOINT };
  for (const row of checkpoints) {
    const place = { stream: 'checkpoints', seq: row.seq };
    const heads = await store.sealedHashes(row.seq);
    if (row.seq !== last.seq + 1)
      problems.push({ ...place, seq: last.seq + 1, problem: 'the checkpoint is missing' });
    else if (row.prev_hash !== last.hash)
      problems.push({ ...place, problem: 'the checkpoint does not follow the one before it' });
    if (checkpointHash(row, heads) !== row.hash)
      problems.push({ ...place, problem: 'the checkpoint was changed' });
    for (const { stream, seq, head, hash } of heads) {
      if (hash === null)
        problems.push({ stream, seq, problem: `the event that checkpoint ${row.seq} sealed is missing` });
      else if (hash !== head)
        problems.push({ stream, seq, problem: `the event is not the one that checkpoint ${row.seq} sealed` });
    }
    last = { seq: row.seq, hash: row.hash };
    await between();
  }
  return { count: checkpoints.length, problems };
}

/**
 * Recomputes every hash of the event log. Finds any event that was changed, removed, exchanged or added by anything
 * but the product, and names the chain and the number of it. It works in slices; a process that has other things to do
 * does them in between.
 */
export async function verifyAudit(
  database: Database,
  between: BetweenSlices = async () => {},
): Promise<AuditReport> {
  const looked = await suspects(database.knex, between);
  const problems: AuditProblem[] = [];
  for (const stream of [...looked.suspects].sort()) {
    if (problems.length >= MOST) break;
    const problem = await confirm(database, stream);
    if (problem !== undefined) problems.push(problem);
    await between(looked.events);
  }
  const sealed = await verifyCheckpoints(database.knex, () => between(looked.events));
  problems.push(...sealed.problems.slice(0, MOST));
  return {
    ok: problems.length === 0,
    events: looked.events,
    streams: looked.streams,
    checkpoints: sealed.count,
    problems,
  };
}
