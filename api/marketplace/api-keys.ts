import type { Audit } from '../audit/audit.ts';
import type { Actor, MarketplaceActor } from '../core/actor.ts';
import { type Clock, toIso, toIsoOrNull } from '../core/clock.ts';
import { NotFoundError } from '../core/errors.ts';
import { newId, newSecret } from '../core/ids.ts';
import { sha256 } from '../core/json.ts';
import type { Db } from '../db/database.ts';
import { type ApiKeyRow, apiKeysStore } from './api-keys-store.ts';
import type { ApiKey, NewApiKey } from './contract.ts';

/** The keys with which the marketplace's programs call `/v1`. */
export interface ApiKeys {
  /** Makes a key. What it answers is the only time that the key itself is seen. */
  create(command: { name: string }, actor: Actor): Promise<NewApiKey>;
  list(): Promise<ApiKey[]>;
  /** From now on (within a second, in other processes) nobody gets in with it. Revoking it again changes nothing. */
  revoke(id: string, actor: Actor): Promise<void>;
  /** Who sends this `Authorization` header; null: nobody that is known. */
  resolve(authorization: string | undefined): Promise<MarketplaceActor | null>;
}

const HEADER = /^Bearer +(ghk_[A-Za-z0-9_-]{43}) *$/i;
const CACHE_MS = 1_000;
const CACHE_SIZE = 1_000;
const USE_NOTED_EVERY_MS = 60_000;

function present(row: ApiKeyRow): ApiKey {
  return {
    id: row.id,
    name: row.name,
    hint: row.hint,
    createdBy: row.created_by_name,
    createdAt: toIso(row.created_at),
    lastUsedAt: toIsoOrNull(row.last_used_at),
    revokedAt: toIsoOrNull(row.revoked_at),
  };
}

interface Cached {
  actor: Promise<MarketplaceActor | null>;
  until: number;
}

/**
 * A key is 256 random bits, so a fast hash keeps it as safe as a slow one would. What a key resolves to is remembered
 * for a second in each process: a revoked key is refused at most that much later.
 */
export function createApiKeys({ clock, audit }: { clock: Clock; audit: (db: Db) => Audit }) {
  const cache = new Map<string, Cached>();

  async function lookUp(db: Db, hash: string, now: number): Promise<MarketplaceActor | null> {
    const store = apiKeysStore(db);
    const row = await store.live(hash);
    if (row === undefined) return null;
    const unlessSince = now - USE_NOTED_EVERY_MS;
    if (row.last_used_at === null || row.last_used_at <= unlessSince)
      await store.touch(row.id, now, unlessSince);
    return { kind: 'marketplace', id: row.id, name: row.name };
  }

  function remember(hash: string, entry: Cached): void {
    if (cache.size >= CACHE_SIZE) {
      const oldest = cache.keys().next().value;
      if (oldest !== undefined) cache.delete(oldest);
    }
    cache.set(hash, entry);
    // only keys that exist stay: guesses must not push them out
    const forget = () => {
      if (cache.get(hash) === entry) cache.delete(hash);
    };
    entry.actor.then((actor) => {
      if (actor === null) forget();
    }, forget);
  }

  return (db: Db): ApiKeys => {
    const store = apiKeysStore(db);
    return {
      async create({ name }, actor) {
        const id = newId('key');
        const key = `ghk_${newSecret()}`;
        const row: ApiKeyRow = {
          id,
          name,
          hash: sha256(key),
          hint: key.slice(-4),
          created_by: actor.id,
          created_by_name: actor.name,
          created_at: clock.now(),
          last_used_at: null,
          revoked_by: null,
          revoked_at: null,
        };
        await store.insert(row);
        await audit(db).record(`api-key:${id}`, { type: 'api_key.created', actor, data: { name } });
        return { ...present(row), key };
      },

      async list() {
        return (await store.all()).map(present);
      },

      async revoke(id, actor) {
        const row = await store.byId(id);
        if (row === undefined) throw new NotFoundError('API key', id);
        if (!(await store.revoke(id, actor.id, clock.now()))) return;
        cache.delete(row.hash);
        await audit(db).record(`api-key:${id}`, {
          type: 'api_key.revoked',
          actor,
          data: { name: row.name },
        });
      },

      async resolve(authorization) {
        const key = HEADER.exec(authorization ?? '')?.[1];
        if (key === undefined) return null;
        const hash = sha256(key);
        const now = clock.now();
        const known = cache.get(hash);
        if (known !== undefined && known.until > now) return known.actor;
        const actor = lookUp(db, hash, now);
        cache.delete(hash);
        remember(hash, { actor, until: now + CACHE_MS });
        return actor;
      },
    };
  };
}
