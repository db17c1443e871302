import type { Me } from '../providers/session.ts';
import type { CaseApi } from './case-api.ts';
import type { DeskDefinition } from './definition.ts';
import type { DeskWork } from './desk-work.ts';
import type { QueueWork } from './queue-work.ts';

/** What a desk is made of, for one person. */
export interface Desk {
  definition: DeskDefinition;
  api: CaseApi;
  work: DeskWork;
  list: QueueWork;
  me: Me;
  may: { decide: boolean };
}
