import { setTimeout as sleep } from 'node:timers/promises';
import type { Person } from './prepare.ts';

/** A decision that the API answered 200 to. */
export interface AnsweredDecision {
  decisionId: string;
  caseId: string;
  outcome: string;
  reasonCode: string | null;
  by: string;
}

/** What several moderators have done together, as their screens told them. */
export interface Ledger {
  /** By decision id. A decision that was taken back is not in it any more. */
  answered: Map<string, AnsweredDecision>;
  /** Decisions that an answer of 200 said were taken back. */
  undone: Set<string>;
  /** How often there was no answer: the API was away, or died while it worked. */
  unanswered: number;
  /** Answers of 503, by code. */
  unavailable: Map<string, number>;
  /** Answers of 409, by code: what was asked for was no longer so. */
  conflicts: Map<string, number>;
  /** Answers that should never come, in words. */
  unexpected: string[];
}

export function emptyLedger(): Ledger {
  return {
    answered: new Map(),
    undone: new Set(),
    unanswered: 0,
    unavailable: new Map(),
    conflicts: new Map(),
    unexpected: [],
  };
}

interface ClaimedCase {
  id: string;
  version: number;
  leaseToken: string;
}

interface Answer<T> {
  status: number;
  body: T;
}

interface Problem {
  code: string;
  detail: string;
}

interface Decided {
  decision: { id: string; outcome: string; reasonCode: string | null };
}

export interface ModeratorOptions {
  /** Where the API is at the moment; it may move when it is started anew. */
  url: () => string;
  person: Person;
  ledger: Ledger;
  /** Whether to go on; asked before each case. */
  goOn: () => boolean;
  /** Takes back every so-manieth decision at once, to decide it anew; 0: none. */
  undoEvery?: number;
  /** Pause after each decision, ms. */
  pauseMs?: number;
}

const REASONS = ['spam', 'abuse', 'fraud', 'off_platform_contact', 'off_platform_payment'];
const QUEUE = '/api/queues/first-messages/claim-next';
const AWAY_MS = 25;
const ANSWER_MS = 15_000;

/** No answer came: whether the server did what it was asked is not known. */
class NoAnswer extends Error {}

function count(counts: Map<string, number>, code: string): void {
  counts.set(code, (counts.get(code) ?? 0) + 1);
}

const pick = <T>(values: readonly T[]): T => values[Math.floor(Math.random() * values.length)] as T;

function choice(): Record<string, string> {
  return Math.random() < 0.6 ? { outcome: 'release' } : { outcome: 'reject', reasonCode: pick(REASONS) };
}

/** Signs in. @returns the session cookie */
export async function signIn(url: string, { email, password }: Person): Promise<string> {
  const response = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  if (response.status !== 200) throw new Error(`Signing in: ${response.status} ${await response.text()}`);
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

/** Calls the API as a browser's console would. @throws where no answer comes */
export async function call<T>(
  url: string,
  cookie: string,
  [method, path, body]: readonly [string, string, unknown?],
): Promise<Answer<T>> {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    signal: AbortSignal.timeout(ANSWER_MS),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: (text === '' ? undefined : JSON.parse(text)) as T };
}

/**
 * Works like a person at the console whose server may go away at any moment: claims, decides, sometimes takes back;
 * after a call without an answer it looks at what it holds and goes on with that. Ends when nothing is left to do, or
 * when it may not go on; then it gives back what it still holds.
 */
export async function moderate(options: ModeratorOptions): Promise<void> {
  const { url, person, ledger, goOn } = options;
  const cookie = await signIn(url(), person);
  const own: ClaimedCase[] = [];
  let lookAtOwn = false;
  let decided = 0;

  async function ask<T>(request: readonly [string, string, unknown?]): Promise<Answer<T & Problem>> {
    let answer: Answer<T & Problem>;
    try {
      answer = await call(url(), cookie, request);
    } catch {
      ledger.unanswered++;
      throw new NoAnswer();
    }
    if (answer.status === 503) {
      count(ledger.unavailable, answer.body.code);
      throw new NoAnswer();
    }
    if (answer.status === 409) count(ledger.conflicts, answer.body.code);
    else if (answer.status !== 200) {
      ledger.unexpected.push(`${request[0]} ${request[1]}: ${answer.status} ${JSON.stringify(answer.body)}`);
    }
    return answer;
  }

  function remember(caseId: string, decision: Decided['decision']): void {
    const { id: decisionId, outcome, reasonCode } = decision;
    ledger.answered.set(decisionId, { decisionId, caseId, outcome, reasonCode, by: person.id });
  }

  /** What this person holds, told by the server: after a call without an answer nobody else knows. */
  async function recover(): Promise<void> {
    const page = await ask<{ items: { id: string }[] }>([
      'GET',
      '/api/cases?queue=first-messages&holder=me&limit=100',
    ]);
    own.length = 0;
    for (const { id } of page.body.items) {
      const claimed = await ask<ClaimedCase>(['POST', `/api/cases/${id}/claim`, {}]);
      if (claimed.status === 200) own.push(claimed.body);
    }
    lookAtOwn = false;
  }

  async function decide({ id, version, leaseToken }: ClaimedCase): Promise<void> {
    const body = { version, leaseToken, ...choice() };
    const answer = await ask<Decided>(['POST', `/api/cases/${id}/decision`, body]);
    if (answer.status !== 200) return;
    remember(id, answer.body.decision);
    decided++;
    if (options.undoEvery === undefined || options.undoEvery === 0 || decided % options.undoEvery !== 0)
      return;
    const decisionId = answer.body.decision.id;
    // until the server has said so, it may be either
    ledger.answered.delete(decisionId);
    const undone = await ask<{ case: { id: string; version: number }; leaseToken: string }>([
      'POST',
      `/api/cases/${id}/undo`,
    ]);
    if (undone.status !== 200) {
      remember(id, answer.body.decision);
      return;
    }
    ledger.undone.add(decisionId);
    own.push({ id, version: undone.body.case.version, leaseToken: undone.body.leaseToken });
  }

  while (goOn()) {
    try {
      if (lookAtOwn) await recover();
      const next = own.shift() ?? (await claimNext());
      if (next === undefined) return;
      await decide(next);
      if (options.pauseMs) await sleep(options.pauseMs);
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      lookAtOwn = true;
      await sleep(AWAY_MS);
    }
  }
  for (const { id, leaseToken } of own) {
    // where the server is away, the lease ends by itself
    await ask(['POST', `/api/cases/${id}/release`, { leaseToken }]).catch(() => {});
  }

  async function claimNext(): Promise<ClaimedCase | undefined> {
    const count = 1 + Math.floor(Math.random() * 2);
    const answer = await ask<{ cases: ClaimedCase[] }>(['POST', QUEUE, { count }]);
    if (answer.status !== 200) {
      ledger.unexpected.push(`claim-next: ${answer.status} ${answer.body.code}`);
      throw new NoAnswer();
    }
    own.push(...answer.body.cases);
    return own.shift();
  }
}
