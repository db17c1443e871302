import type { Db } from '../db/database.ts';
import type { NewNotice } from './contract.ts';

export interface NoticeRow {
  id: string;
  member_id: string;
  kind: string;
  locale: string;
  text: string;
  case_id: string | null;
  status: 'standing' | 'cancelled';
  created_at: number;
}

export function noticesStore(db: Db) {
  return {
    async insert(notice: NewNotice & { id: string; createdAt: number }): Promise<void> {
      await db('notices').insert({
        id: notice.id,
        member_id: notice.memberId,
        kind: notice.kind,
        locale: notice.locale,
        text: notice.text,
        case_id: notice.caseId,
        decision_id: notice.decisionId,
        created_at: notice.createdAt,
      });
    },

    async cancel(decisionId: string): Promise<void> {
      await db('notices').where({ decision_id: decisionId }).update({ status: 'cancelled' });
    },

    async standing(id: string): Promise<NoticeRow | undefined> {
      return db('notices').where({ id, status: 'standing' }).first<NoticeRow | undefined>();
    },
  };
}
