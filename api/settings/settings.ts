import type { z } from 'zod';
import { createAudit } from '../audit/audit.ts';
import type { Clock } from '../core/clock.ts';
import { ConflictError } from '../core/errors.ts';
import { type Database, type Db, type Trx } from '../db/database.ts';
import type { SettingActor, SettingVersion } from './contract.ts';
import { settingsStore } from './store.ts';

/** A setting: its key, its shape, and what holds until somebody says otherwise (that is version 0). */
export interface Setting<T> {
  key: string;
  schema: z.ZodType<T>;
  initial: T;
}

export interface SettingChange<T> {
  value: T;
  /** The version that this change follows: two people who change at once cannot overwrite each other. */
  version: number;
  note?: string | undefined;
}

/** Versioned settings. Policy is a setting, never a constant; every version stays readable for ever. */
export function createSettings({ clock }: { clock: Clock }) {
  const audit = createAudit({ clock });

  return {
    async current<T>(db: Db, setting: Setting<T>): Promise<SettingVersion<T>> {
      const found = await settingsStore(db).current(setting.key);
      return found === undefined
        ? initialVersion(setting)
        : { ...found, value: setting.schema.parse(found.value) };
    },

    async versions<T>(db: Db, setting: Setting<T>): Promise<SettingVersion<T>[]> {
      const found = await settingsStore(db).versions(setting.key);
      return [
        ...found.map((one) => ({ ...one, value: setting.schema.parse(one.value) })),
        initialVersion(setting),
      ];
    },

    /** @throws ConflictError where somebody else changed it first */
    async change<T>(
      trx: Trx,
      setting: Setting<T>,
      change: SettingChange<T>,
      actor: SettingActor,
    ): Promise<SettingVersion<T>> {
      const now = clock.now();
      const next: SettingVersion<T> = {
        key: setting.key,
        version: change.version + 1,
        value: setting.schema.parse(change.value),
        note: change.note ?? null,
        changedBy: { id: actor.id, name: actor.name },
        changedAt: now,
      };
      const store = settingsStore(trx);
      const versionNow = async () => (await store.current(setting.key))?.version ?? 0;
      if ((await versionNow()) !== change.version || !(await store.insert(next))) {
        const version = await versionNow();
        throw new ConflictError('stale_version', 'This setting was changed meanwhile.', { version });
      }
      const entry = {
        type: 'setting.changed',
        actor,
        data: { key: setting.key, version: next.version, value: next.value },
      };
      await audit(trx).record(`setting:${setting.key}`, entry);
      return next;
    },
  };
}

export type Settings = ReturnType<typeof createSettings>;

function initialVersion<T>(setting: Setting<T>): SettingVersion<T> {
  return {
    key: setting.key,
    version: 0,
    value: setting.initial,
    note: null,
    changedBy: { id: 'system:defaults', name: 'defaults' },
    changedAt: 0,
  };
}

const FRESH_MS = 1_000;

/**
 * The current value for paths that need it with every message: read at most once a second. A change therefore takes
 * hold within a second in every process.
 */
export function cachedSetting<T>(settings: Settings, setting: Setting<T>, database: Database, clock: Clock) {
  let known: { value: Promise<SettingVersion<T>>; at: number } | undefined;
  return {
    current(): Promise<SettingVersion<T>> {
      const now = clock.now();
      if (known === undefined || now - known.at >= FRESH_MS || now < known.at) {
        const value = settings.current(database.knex, setting);
        known = { value, at: now };
        value.catch(() => {
          known = undefined;
        });
      }
      return known.value;
    },
    /** Forgets the value, so that whoever changed it sees the change at once. */
    forget(): void {
      known = undefined;
    },
  };
}

export type CachedSetting<T> = ReturnType<typeof cachedSetting<T>>;
