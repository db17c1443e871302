import type { StaffActor, SystemActor } from '../core/actor.ts';

/** One version of a setting. Versions are never changed, only followed. */
export interface SettingVersion<T> {
  key: string;
  version: number;
  value: T;
  note: string | null;
  changedBy: { id: string; name: string };
  changedAt: number;
}

export type SettingActor = StaffActor | SystemActor;
