import type { CaseDetail, ClaimedCase, Decided } from '../cases/contract.ts';
import { newId } from '../core/ids.ts';
import { permissionsOf, type Role } from '../core/permissions.ts';
import type { MessageReceipt } from '../first-messages/contract.ts';
import type { MarketplaceEvent } from '../marketplace/feed-contract.ts';
import type { TestDatabase } from './databases.ts';
import { type RunningAppOptions, runningApp } from './running-app.ts';

/** An answer with its body as the caller expects it; a problem document is read with `problemOf`. */
export interface Reply<T> {
  status: number;
  body: T;
}

/** The members of a problem document that tests look at. */
export interface Problem {
  code: string;
  detail: string;
  [member: string]: unknown;
}

export interface Client {
  get<T = Problem>(path: string): Promise<Reply<T>>;
  post<T = Problem>(path: string, body?: unknown): Promise<Reply<T>>;
  put<T = Problem>(path: string, body?: unknown): Promise<Reply<T>>;
  delete<T = Problem>(path: string): Promise<Reply<T>>;
}

/** A person of the staff at a console of their own. */
export interface StaffClient extends Client {
  id: string;
  name: string;
  roles: readonly Role[];
  /** The `Cookie` header of a session that is open now. */
  cookie(): Promise<string>;
}

export interface NewMessage {
  id?: string;
  senderId?: string;
  recipientId?: string;
  conversationId?: string;
  kind?: 'text' | 'proposal';
  text?: string;
  sentAt?: string;
}

/** A session rests at most an hour; tests that move the clock by days sign in again well before. */
const SESSION_KEPT_MS = 30 * 60_000;
const QUEUE = '/api/queues/first-messages';

/**
 * The whole product over HTTP, with people, members and messages made in one line each: what the tests of the queue
 * engine and of its desks stand on. People are made without a password, so that hashing does not dominate.
 */
export async function startHarness(open: TestDatabase['open'], options: RunningAppOptions = {}) {
  const app = await runningApp(open, options);
  const { database, clock, container } = app;
  let counter = 0;

  function clientWith(headers: () => Promise<Record<string, string>>): Client {
    const send = async <T>(method: string, path: string, body?: unknown): Promise<Reply<T>> => {
      const json: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
      const text = body === undefined ? undefined : JSON.stringify(body);
      const answer = await app.send(method, path, { ...(await headers()), ...json }, text);
      return { status: answer.status, body: answer.body as T };
    };
    return {
      get: (path) => send('GET', path),
      post: (path, body) => send('POST', path, body),
      put: (path, body) => send('PUT', path, body),
      delete: (path) => send('DELETE', path),
    };
  }

  /** Adds a person with these roles, and opens a session for them. */
  async function person(roles: Role | readonly Role[], name?: string): Promise<StaffClient> {
    const id = newId('staff');
    const held = typeof roles === 'string' ? [roles] : roles;
    const called = name ?? `${held.join('-')} ${++counter}`;
    const now = clock.now();
    await database.knex('staff').insert({
      id,
      email: `${id}@staff.example`,
      name: called,
      password_hash: 'none: never signs in with a password',
      roles: JSON.stringify(held),
      locale: 'en',
      created_at: now,
      updated_at: now,
    });
    const actor = { kind: 'staff' as const, id, name: called, roles: held, permissions: permissionsOf(held) };
    let session: { cookie: Promise<string>; at: number } | undefined;
    const cookie = (): Promise<string> => {
      if (session === undefined || clock.now() - session.at > SESSION_KEPT_MS) {
        const browser = { userAgent: 'tests', previousSessionId: undefined };
        const started = database.transaction((trx) => container.auth.sessions(trx).start(actor, browser));
        session = { cookie: started.then(({ token }) => `gatehouse_session=${token}`), at: clock.now() };
      }
      return session.cookie;
    };
    return {
      id,
      name: called,
      roles: held,
      cookie,
      ...clientWith(async () => ({ cookie: await cookie() })),
    };
  }

  const cast = new Map<string, Promise<StaffClient>>();
  /** The person of this role; always the same one. */
  function as(role: Role): Promise<StaffClient> {
    const known = cast.get(role) ?? person(role);
    cast.set(role, known);
    return known;
  }

  const marketplace = clientWith(async () => ({ authorization: `Bearer ${app.key}` }));

  /** Tells of a member; the same id again changes it. @returns the id */
  async function member(id: string, more: Record<string, unknown> = {}): Promise<string> {
    const { status, body } = await marketplace.put(`/v1/members/${id}`, {
      kind: 'expert',
      nickname: id,
      accountType: 'individual',
      joinedAt: '2025-01-01T00:00:00.000Z',
      ...more,
    });
    if (status >= 300) throw new Error(`member ${id}: ${status} ${JSON.stringify(body)}`);
    return id;
  }

  /** A message as the marketplace would send it; whoever is not named is a new member. */
  async function messageBody(message: NewMessage = {}) {
    const n = ++counter;
    const senderId = message.senderId ?? (await member(`sender-${n}`));
    const recipientId = message.recipientId ?? (await member(`recipient-${n}`, { kind: 'client' }));
    return {
      id: `m-${n}`,
      conversationId: `conversation-${n}`,
      kind: 'text' as const,
      text: `Good morning, could you say more about what number ${n} is meant to look like?`,
      sentAt: new Date(clock.now()).toISOString(),
      ...message,
      senderId,
      recipientId,
    };
  }

  /** Sends a message through the gate. @throws where it is refused */
  async function send(message: NewMessage = {}): Promise<MessageReceipt> {
    const sent = await marketplace.post<MessageReceipt>('/v1/messages', await messageBody(message));
    if (sent.status !== 201) throw new Error(`message: ${sent.status} ${JSON.stringify(sent.body)}`);
    return sent.body;
  }

  /** Opens a case by sending a message that is held. @returns the case's id */
  async function heldCase(message: NewMessage = {}): Promise<string> {
    const { caseId } = await send(message);
    if (caseId === undefined) throw new Error('The message was not held.');
    return caseId;
  }

  async function heldCases(count: number): Promise<string[]> {
    return Promise.all(Array.from({ length: count }, () => heldCase()));
  }

  /** The whole feed of events. */
  async function feed(): Promise<MarketplaceEvent[]> {
    const items: MarketplaceEvent[] = [];
    for (let cursor = ''; ; ) {
      const page = await marketplace.get<{ items: MarketplaceEvent[]; nextCursor: string | null }>(
        `/v1/events?limit=500${cursor === '' ? '' : `&after=${encodeURIComponent(cursor)}`}`,
      );
      if (page.body.items.length === 0) return items;
      items.push(...page.body.items);
      cursor = page.body.nextCursor ?? cursor;
    }
  }

  return {
    ...app,
    person,
    as,
    marketplace,
    member,
    messageBody,
    sendMessage: send,
    heldCase,
    heldCases,
    feed,

    /** The case as this person sees it. */
    async view(who: Client, caseId: string): Promise<CaseDetail> {
      const { status, body } = await who.get<CaseDetail>(`/api/cases/${caseId}`);
      if (status !== 200) throw new Error(`case ${caseId}: ${status} ${JSON.stringify(body)}`);
      return body;
    },

    async claimNext(who: Client, count = 1): Promise<ClaimedCase[]> {
      const { status, body } = await who.post<{ cases: ClaimedCase[] }>(`${QUEUE}/claim-next`, { count });
      if (status !== 200) throw new Error(`claim-next: ${status} ${JSON.stringify(body)}`);
      return body.cases;
    },

    async claim(who: Client, caseId: string, takeover = false): Promise<ClaimedCase> {
      const { status, body } = await who.post<ClaimedCase>(`/api/cases/${caseId}/claim`, { takeover });
      if (status !== 200) throw new Error(`claim ${caseId}: ${status} ${JSON.stringify(body)}`);
      return body;
    },

    /** Claims a case and decides it. @throws where it is refused */
    async decide(who: Client, caseId: string, decision: Record<string, unknown>) {
      const { version, leaseToken } = await this.claim(who, caseId);
      const decided = await who.post<Decided>(`/api/cases/${caseId}/decision`, {
        version,
        leaseToken,
        ...decision,
      });
      if (decided.status !== 200)
        throw new Error(`decision: ${decided.status} ${JSON.stringify(decided.body)}`);
      return decided.body;
    },

    /** Lets the undo windows pass and everything that is due leave. */
    async relay(): Promise<void> {
      clock.advance(container.config.undoWindowMs);
      await app.runJob('relay-outbox');
    },
  };
}

export type Harness = Awaited<ReturnType<typeof startHarness>>;
