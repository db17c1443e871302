import type { Audit } from '../audit/audit.ts';
import type { Actor } from '../core/actor.ts';
import type { Clock } from '../core/clock.ts';
import { NotFoundError } from '../core/errors.ts';
import type { Logger } from '../core/logger.ts';
import type { Database, Db } from '../db/database.ts';
import type { ImportCounts, ImportRefusal } from './contract.ts';
import { importNdjson } from './import-engine.ts';
import { type ImportResource, importResource } from './import-resource.ts';
import type { RecordKind } from './record-kind.ts';
import { memberKind, orderKind, reviewKind, serviceKind } from './record-kinds.ts';
import { createRecords } from './records.ts';

/** Imports of newline-delimited JSON, whoever asks for them: the marketplace over HTTP, an operator by command. */
export interface Imports {
  /** What can be imported. */
  readonly names: readonly string[];
  /**
   * @param source the bytes
   * @param onRefused is told of each refused line while the import runs
   * @throws NotFoundError where there is no such resource
   */
  run(
    resource: string,
    source: AsyncIterable<Uint8Array>,
    actor: Actor,
    onRefused: (refusal: ImportRefusal) => Promise<void> | void,
  ): Promise<ImportCounts>;
}

interface Dependencies {
  database: Database;
  audit: (db: Db) => Audit;
  logger: Logger;
  resources: readonly ImportResource[];
}

export function createImports({ database, audit, logger, resources }: Dependencies): Imports {
  const byName = new Map(resources.map((resource) => [resource.name, resource]));
  const record = (type: string, actor: Actor, data: Record<string, unknown>) =>
    database.transaction((trx) => audit(trx).record(`import:${actor.id}`, { type, actor, data }));

  return {
    names: [...byName.keys()],

    async run(name, source, actor, onRefused) {
      const resource = byName.get(name);
      if (resource === undefined) throw new NotFoundError('resource to import', name);
      await record('import.started', actor, { resource: name });
      const counts = await importNdjson(source, resource, actor, {
        refused: onRefused,
        // a database error quotes the row it is about, so only its kind is logged
        failed: (error) => {
          const { name: kind, code } = error as { name?: string; code?: string };
          logger.error({ resource: name, kind, code }, 'an imported record could not be stored');
        },
      });
      await record('import.finished', actor, { ...counts });
      return counts;
    },
  };
}

function resourceOf<T extends { id: string }>(
  { database, clock }: { database: Database; clock: Clock },
  kind: RecordKind<T>,
): ImportResource {
  const records = createRecords({ clock }, kind);
  return importResource({
    name: kind.name,
    schema: kind.schema,
    ingest: (batch: readonly T[]) => database.transaction((trx) => records(trx).upsertMany(batch)),
  });
}

/** Members, services, orders and reviews as resources to import. */
export function recordImports(deps: { database: Database; clock: Clock }): ImportResource[] {
  return [
    resourceOf(deps, memberKind),
    resourceOf(deps, serviceKind),
    resourceOf(deps, orderKind),
    resourceOf(deps, reviewKind),
  ];
}
