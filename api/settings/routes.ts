import { z } from 'zod';
import { toIsoOrNull } from '../core/clock.ts';
import type { Permission } from '../core/permissions.ts';
import type { Database } from '../db/database.ts';
import { IsoTime, text } from '../http/fields.ts';
import { type Route, route } from '../http/route.ts';
import type { SettingVersion } from './contract.ts';
import type { CachedSetting, Setting, Settings } from './settings.ts';

export interface SettingRoutes<T> {
  settings: Settings;
  setting: Setting<T>;
  cached: CachedSetting<T>;
  database: Database;
  /** Where it lives: `/api/settings/<path>`. */
  path: string;
  permission: Permission;
  /** Names its schemas in the OpenAPI document. */
  name: string;
  title: string;
}

/** The three routes of a versioned setting: read it, read what it was, change it. */
export function settingRoutes<T>(spec: SettingRoutes<T>): Route[] {
  const { settings, setting, cached, database } = spec;
  const Version = z
    .object({
      version: z.int(),
      value: setting.schema,
      note: z.string().nullable(),
      changedBy: z.object({ id: z.string(), name: z.string() }),
      changedAt: IsoTime.nullable(),
    })
    .meta({ id: spec.name });
  const present = (one: SettingVersion<T>) => ({
    version: one.version,
    value: one.value,
    note: one.note,
    changedBy: one.changedBy,
    changedAt: one.changedAt === 0 ? null : toIsoOrNull(one.changedAt),
  });
  const path = `/api/settings/${spec.path}`;
  const tag = 'Settings';
  const routes = [
    route({
      method: 'get',
      path,
      permission: 'settings.view',
      tag,
      summary: `${spec.title}: as it is now`,
      response: Version,
      handler: async () => present(await settings.current(database.knex, setting)) as never,
    }),
    route({
      method: 'get',
      path: `${path}/versions`,
      permission: 'settings.view',
      tag,
      summary: `${spec.title}: every version, the latest first`,
      response: z.object({ items: z.array(Version) }).meta({ id: `${spec.name}Versions` }),
      handler: async () => ({ items: (await settings.versions(database.knex, setting)).map(present) }),
    }),
    route({
      method: 'put',
      path,
      permission: spec.permission,
      tag,
      summary: `${spec.title}: change it`,
      body: z
        .strictObject({ version: z.int().min(0), value: setting.schema, note: text(500).optional() })
        .meta({ id: `Change${spec.name}` }),
      response: Version,
      problems: ['stale_version'],
      handler: async ({ body, actor }) => {
        const change = body as { version: number; value: T; note?: string };
        const changed = await database.transaction((trx) => settings.change(trx, setting, change, actor));
        cached.forget();
        return present(changed);
      },
    }),
  ];
  return routes;
}
