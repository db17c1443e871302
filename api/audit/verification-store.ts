import type { Db } from '../db/database.ts';
import { rowsOf } from '../db/dialect.ts';
import { toJsonColumn } from '../db/json-column.ts';
import type { AuditReport } from './verify.ts';

export interface VerificationRow {
  id: string;
  status: 'running' | 'ok' | 'problems' | 'failed';
  started_by: string;
  started_by_name: string;
  started_at: number;
  seen_at: number;
  finished_at: number | null;
  events: number;
  streams: number;
  checkpoints: number;
  problems: string;
}

/** Runs of the verification. The index on `running` refuses a second one. */
export function verificationStore(db: Db) {
  return {
    async insert(
      row: Pick<VerificationRow, 'id' | 'started_by' | 'started_by_name' | 'started_at'>,
    ): Promise<void> {
      await db('audit_verifications').insert({ ...row, status: 'running', seen_at: row.started_at });
    },

    async seen(id: string, now: number, events: number): Promise<void> {
      await db('audit_verifications').where({ id, status: 'running' }).update({ seen_at: now, events });
    },

    async finish(id: string, now: number, report: AuditReport | null): Promise<void> {
      const result =
        report === null
          ? { status: 'failed' }
          : {
              status: report.ok ? 'ok' : 'problems',
              events: report.events,
              streams: report.streams,
              checkpoints: report.checkpoints,
              problems: toJsonColumn(report.problems.slice(0, 100)),
            };
      await db('audit_verifications')
        .where({ id, status: 'running' })
        .update({ ...result, finished_at: now });
    },

    /** Ends the run whose process has not been heard of since `silentSince`. */
    async giveUp(silentSince: number, now: number): Promise<void> {
      await db('audit_verifications')
        .where({ status: 'running' })
        .where('seen_at', '<', silentSince)
        .update({ status: 'failed', finished_at: now });
    },

    async running(): Promise<VerificationRow | undefined> {
      return db('audit_verifications').where({ status: 'running' }).first<VerificationRow | undefined>();
    },

    async latest(): Promise<VerificationRow | undefined> {
      const [row] = await rowsOf<VerificationRow>(
        db,
        "select * from audit_verifications where status <> 'running' order by started_at desc, id desc limit 1",
        [],
      );
      return row;
    },
  };
}
