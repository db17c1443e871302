import type { StaffActor } from '../core/actor.ts';
import type { Clock } from '../core/clock.ts';
import type { Database } from '../db/database.ts';
import type { LiveBus } from '../live/contract.ts';
import { actorOf, readRoles } from './account.ts';
import { sessionStore } from './session-store.ts';
import { SESSION_IDLE_MS, sessionIdOf } from './sessions.ts';

/** How long an answer may be older than the database, ms; a `staff.changed` event makes it forgotten at once. */
const CACHE_MS = 1_000;
const CACHE_SIZE = 5_000;
/** `seen_at` is written at most so often, ms; a session may so end up to that much before its hour of rest is over. */
const SEEN_EVERY_MS = 60_000;

export interface OpenSession {
  id: string;
  actor: StaffActor;
  email: string;
  locale: string;
  /** ms */
  expiresAt: number;
  passwordExpiresAt: number | null;
}

export interface SessionResolver {
  /** Whose session the token opens, as of now; null: nobody's, or not any more. */
  resolve(token: string | undefined): Promise<OpenSession | null>;
  /** As `resolve`, but being asked is no sign of life: the session ends when it would have ended. */
  peek(token: string | undefined): Promise<OpenSession | null>;
  /** Stops listening. */
  close(): void;
}

interface Row {
  id: string;
  staff_id: string;
  seen_at: number;
  expires_at: number;
  name: string;
  email: string;
  roles: string;
  locale: string;
  password_expires_at: number | null;
}

const FIND = `SELECT s.id, s.staff_id, s.seen_at, s.expires_at, p.name, p.email, p.roles, p.locale, p.password_expires_at
  FROM staff_sessions s JOIN staff p ON p.id = s.staff_id
  WHERE s.id = ? AND s.revoked_at IS NULL AND p.status = 'active'`;

interface Cached {
  session: OpenSession;
  /** ms: not used from then on, because it may be out of date, or because the session is over */
  until: number;
}

/** Reads sessions for every request of the staff: mostly from memory, never more than a second behind. */
export function createSessionResolver(
  { clock, live }: { clock: Clock; live: LiveBus },
  database: Database,
): SessionResolver {
  const cache = new Map<string, Cached>();
  // counts what was announced, so that a read which began before an announcement is not kept after it
  let announcements = 0;
  const unsubscribe = live.subscribe((event) => {
    if (event.type !== 'staff.changed') return;
    announcements++;
    for (const [id, { session }] of cache) {
      if (session.actor.id === event.staffId) cache.delete(id);
    }
  });

  const keep = (session: OpenSession, until: number) => {
    if (cache.size >= CACHE_SIZE) {
      const oldest = cache.keys().next().value;
      if (oldest !== undefined) cache.delete(oldest);
    }
    cache.set(session.id, { session, until });
  };

  const read = async (id: string, alive: boolean): Promise<OpenSession | null> => {
    const before = announcements;
    const [row] = await database.select<Row>(FIND, [id]);
    if (row === undefined) return null;
    const now = clock.now();
    const endsAt = Math.min(row.expires_at, row.seen_at + SESSION_IDLE_MS);
    if (endsAt <= now) return null;
    if (alive && row.seen_at <= now - SEEN_EVERY_MS) {
      await sessionStore(database.knex).touch(id, now, now - SEEN_EVERY_MS + 1);
    }
    const session: OpenSession = {
      id,
      actor: actorOf({ id: row.staff_id, name: row.name, roles: readRoles(row.roles) }),
      email: row.email,
      locale: row.locale,
      expiresAt: row.expires_at,
      passwordExpiresAt: row.password_expires_at,
    };
    if (alive && before === announcements) keep(session, Math.min(row.expires_at, now + CACHE_MS));
    return session;
  };

  return {
    async resolve(token) {
      const id = sessionIdOf(token);
      if (id === undefined) return null;
      const cached = cache.get(id);
      if (cached !== undefined && clock.now() < cached.until) return cached.session;
      cache.delete(id);
      return read(id, true);
    },
    async peek(token) {
      const id = sessionIdOf(token);
      return id === undefined ? null : read(id, false);
    },
    close() {
      unsubscribe();
      cache.clear();
    },
  };
}
