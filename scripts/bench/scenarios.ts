import { type Bed, freeCases, leaseCases, type Subject, tidy } from './bed.ts';
import { incomingMessages } from './dataset.ts';
import type { Call, LoadResult } from './load.ts';

/** One measurement: how many connections ask for what. */
export interface Scenario {
  name: string;
  connections: number;
  /** Whether the calls may be made again and again. */
  repeat: boolean;
  /** The calls of one turn, all that they need in place. */
  prepare(bed: Bed, subject: Subject, turn: number): Promise<Call[]>;
  /** What must be true of the answers. @throws Error where it is not */
  check?(result: LoadResult, subject: Subject): void;
  /** Puts things back after a turn. */
  reset?(bed: Bed, subject: Subject): Promise<void>;
}

type Staff = Bed['staff'][number];

const cookieOf = (staff: Staff) => ({ cookie: `gatehouse_session=${staff.token}` });
const holderOf = (bed: Bed) => bed.staff[0] as Staff;
const othersOf = (bed: Bed) => bed.staff.slice(1);

function queuePage(connections: number): Scenario {
  return {
    name: `queue page, ${connections} conn`,
    connections,
    repeat: true,
    prepare: async (bed, { kind }) =>
      bed.pagePaths.map((path, n) =>
        kind === 'floor'
          ? { method: 'GET', path: `/pages/${n}` }
          : { method: 'GET', path, headers: cookieOf(holderOf(bed)) },
      ),
  };
}

function openCase(as: 'holder' | 'viewer', connections: number): Scenario {
  return {
    name: `open case as ${as}, ${connections} conn`,
    connections,
    repeat: true,
    prepare: async (bed, { kind }) =>
      bed.openedCases.map((id, n) => {
        if (kind === 'floor')
          return { method: 'GET', path: `/${as === 'viewer' ? 'viewed-cases' : 'cases'}/${id}` };
        const others = othersOf(bed);
        const staff = as === 'holder' ? holderOf(bed) : (others[n % others.length] as Staff);
        return { method: 'GET', path: `/api/cases/${id}`, headers: cookieOf(staff) };
      }),
  };
}

function noneTwice(result: LoadResult, { kind }: Subject): void {
  const ids = result.bodies.flatMap((body) =>
    kind === 'floor'
      ? [(JSON.parse(body) as { id: string }).id]
      : (JSON.parse(body) as { cases: { id: string }[] }).cases.map(({ id }) => id),
  );
  if (new Set(ids).size < ids.length) throw new Error('A case was given twice.');
  if (ids.length < result.bodies.length) throw new Error('There were not enough cases to claim.');
}

function claimNext(connections: number): Scenario {
  return {
    name: `claim next, ${connections} conn`,
    connections,
    repeat: false,
    prepare: async (bed, { kind }) => {
      const others = othersOf(bed);
      return Array.from({ length: Math.floor(bed.data.held * 0.6) }, (_, n) => {
        const staff = others[n % others.length] as Staff;
        return kind === 'floor'
          ? { method: 'POST', path: '/claim-next', body: { staffId: staff.id } }
          : {
              method: 'POST',
              path: '/api/queues/first-messages/claim-next',
              headers: cookieOf(staff),
              body: {},
            };
      });
    },
    check: noneTwice,
    reset: (bed, { database }) => freeCases(database, holderOf(bed).id),
  };
}

function decide(connections: number, share: number): Scenario {
  return {
    name: `decide, ${connections} conn`,
    connections,
    repeat: false,
    prepare: async (bed, { kind, database }) => {
      const staff = bed.staff[1] as Staff;
      const held = await leaseCases(database, Math.min(1_000, Math.floor(bed.data.held * share)), staff.id);
      await tidy(database);
      return held.map(({ caseId, version, leaseToken }) => {
        const decision = { version, leaseToken, outcome: 'release' };
        return kind === 'floor'
          ? { method: 'POST', path: '/decide', body: { caseId, ...decision } }
          : {
              method: 'POST',
              path: `/api/cases/${caseId}/decision`,
              headers: cookieOf(staff),
              body: decision,
            };
      });
    },
    reset: (bed, { database }) => freeCases(database, holderOf(bed).id),
  };
}

const INGESTED_PER_SECOND = 5_000;

function ingest(connections: number, seconds: number): Scenario {
  return {
    name: `ingest, ${connections} conn`,
    connections,
    repeat: false,
    prepare: async (bed, { kind }, turn) => {
      const run = `in-${connections}-${turn}`;
      const messages = incomingMessages(
        bed.data,
        run,
        connections * 1000 + turn,
        INGESTED_PER_SECOND * seconds,
      );
      const headers = { authorization: `Bearer ${bed.apiKey}` };
      return messages.map((body) =>
        kind === 'floor'
          ? { method: 'POST', path: '/messages', body }
          : { method: 'POST', path: '/v1/messages', headers, body },
      );
    },
    reset: (_bed, { database }) => tidy(database),
  };
}

/** Everything that is measured. Deciding comes after claiming: it uses cases up. */
export function scenarios(seconds: number, only: string | undefined): Scenario[] {
  const all = [
    queuePage(1),
    queuePage(16),
    openCase('holder', 1),
    openCase('viewer', 1),
    claimNext(1),
    claimNext(32),
    decide(1, 0.04),
    decide(16, 0.08),
    ingest(1, seconds),
    ingest(32, seconds),
    ingest(64, seconds),
  ];
  return all.filter(({ name }) => only === undefined || name.includes(only));
}
