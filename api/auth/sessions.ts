import type { Audit } from '../audit/audit.ts';
import type { StaffActor } from '../core/actor.ts';
import type { Clock } from '../core/clock.ts';
import { newSecret } from '../core/ids.ts';
import { sha256 } from '../core/json.ts';
import type { Db, Trx } from '../db/database.ts';
import type { LiveBus } from '../live/contract.ts';
import { afterCommit } from './after-commit.ts';
import { sessionStore } from './session-store.ts';

/** A session ends twelve hours after the sign-in, or after an hour without a request (ASVS 5.0 7.3.1, 7.3.2). */
export const SESSION_MS = 12 * 3_600_000;
export const SESSION_IDLE_MS = 3_600_000;

const USER_AGENT_KEPT = 200;
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** The id of the session that a token opens; undefined where it cannot be a token of ours. */
export function sessionIdOf(token: string | undefined): string | undefined {
  return token !== undefined && TOKEN.test(token) ? sha256(token) : undefined;
}

export interface SessionsDependencies {
  clock: Clock;
  audit: (db: Db) => Audit;
  live: LiveBus;
}

export interface Sessions {
  /**
   * Opens a session, and ends the one that the browser had before (ASVS 5.0 7.2.4).
   * @returns the token (256 bits), which is nowhere else; `expiresAt` in ms
   */
  start(
    staff: StaffActor,
    browser: { userAgent: string; previousSessionId: string | undefined },
  ): Promise<{ token: string; expiresAt: number }>;
  /** Ends one session; nothing to end is no error. */
  signOut(sessionId: string, actor: StaffActor): Promise<void>;
  /** Ends all of the actor's sessions but this one. */
  signOutOthers(sessionId: string, actor: StaffActor): Promise<void>;
}

export function createSessions({ clock, audit, live }: SessionsDependencies): (trx: Trx) => Sessions {
  return (trx) => {
    const store = sessionStore(trx);
    const tell = (staffId: string) => {
      afterCommit(trx, () => live.publish({ type: 'staff.changed', staffId }));
    };
    return {
      async start(staff, { userAgent, previousSessionId }) {
        const token = newSecret();
        const now = clock.now();
        if (previousSessionId !== undefined) {
          const owner = await store.revoke(previousSessionId, 'signed_in_again', now);
          if (owner !== undefined) tell(owner);
        }
        const expiresAt = now + SESSION_MS;
        await store.insert({
          id: sha256(token),
          staff_id: staff.id,
          created_at: now,
          seen_at: now,
          expires_at: expiresAt,
          user_agent: userAgent
            .toWellFormed()
            .replaceAll('\u0000', '')
            .slice(0, USER_AGENT_KEPT)
            .toWellFormed(),
        });
        return { token, expiresAt };
      },

      async signOut(sessionId, actor) {
        const staffId = await store.revoke(sessionId, 'signed_out', clock.now());
        if (staffId === undefined) return;
        await audit(trx).record(`staff:${staffId}`, { type: 'staff.signed_out', actor, data: {} });
        tell(staffId);
      },

      async signOutOthers(sessionId, actor) {
        const ended = await store.revokeAll(actor.id, 'signed_out_elsewhere', clock.now(), sessionId);
        await audit(trx).record(`staff:${actor.id}`, {
          type: 'staff.signed_out_elsewhere',
          actor,
          data: { sessionsEnded: ended },
        });
        tell(actor.id);
      },
    };
  };
}
