import type { StaffActor } from '../core/actor.ts';
import type { Clock } from '../core/clock.ts';
import type { Database } from '../db/database.ts';
import { Preferences } from './contract.ts';
import { preferencesStore } from './preferences-store.ts';

/** What was stored by another version: what this one does not know, or cannot read, falls back to its default. */
function readable(stored: Record<string, unknown>): Preferences {
  const kept = Object.entries(Preferences.shape).flatMap(([field, schema]) => {
    const parsed = schema.safeParse(stored[field]);
    return parsed.success ? [[field, parsed.data]] : [];
  });
  return Preferences.parse(Object.fromEntries(kept));
}

/** A person's own preferences: no version, no history, nobody else's business. The last write holds. */
export function createPreferences({ database, clock }: { database: Database; clock: Clock }) {
  const store = preferencesStore(database.knex);
  return {
    async get(actor: StaffActor): Promise<Preferences> {
      return readable((await store.of(actor.id)) ?? {});
    },
    async put(value: Preferences, actor: StaffActor): Promise<Preferences> {
      await store.put(actor.id, value, clock.now());
      return value;
    },
  };
}

export type PreferencesService = ReturnType<typeof createPreferences>;
