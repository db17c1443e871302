import type { z } from 'zod';
import type {
  BulkResult,
  CaseDetail,
  CasePage,
  CaseStatus,
  CaseSummary,
  ClaimedCase,
  Decided,
  NoteView,
  Undone,
} from '../../api/cases/contract.ts';
import { api } from '../providers/http.ts';
import type { PersonView } from './notices.ts';

export interface DecisionBody {
  version: number;
  leaseToken: string;
  outcome: string;
  reasonCode?: string;
  note?: string;
  message?: string;
}

export interface BulkBody {
  dryRun: boolean;
  items: { caseId: string; version: number }[];
  outcome: string;
  reasonCode?: string;
  message?: string;
}

/** What the sender would be told: the exact text, and in which language. */
export interface NoticePreview {
  locale: string;
  text: string;
}

const of = (id: string) => `/cases/${encodeURIComponent(id)}`;

/** The verbs of a queue. Everything that a desk asks of the server goes through here. */
export function createCaseApi(queue: string) {
  return {
    page: (query: { status: CaseStatus; cursor?: string; limit?: number }) =>
      api.get<z.infer<typeof CasePage>>('/cases', { queue, ...query }),
    detail: (id: string) => api.get<CaseDetail>(of(id)),
    claimNext: async (count: number) =>
      (await api.post<{ cases: ClaimedCase[] }>(`/queues/${queue}/claim-next`, { count })).cases,
    claim: (id: string, takeover: boolean) => api.post<ClaimedCase>(`${of(id)}/claim`, { takeover }),
    heartbeat: (id: string, leaseToken: string) =>
      api.post<{ leaseExpiresAt: string }>(`${of(id)}/heartbeat`, { leaseToken }),
    release: (id: string, leaseToken: string) => api.post<CaseSummary>(`${of(id)}/release`, { leaseToken }),
    skip: (id: string, leaseToken: string) => api.post<CaseSummary>(`${of(id)}/skip`, { leaseToken }),
    escalate: (id: string, body: { version: number; leaseToken: string; reason: string }) =>
      api.post<CaseSummary>(`${of(id)}/escalate`, body),
    wait: (
      id: string,
      body: { version: number; leaseToken: string; waitingFor: string; until: string; note?: string },
    ) => api.post<CaseSummary>(`${of(id)}/wait`, body),
    resume: (id: string, version: number) => api.post<CaseSummary>(`${of(id)}/resume`, { version }),
    tie: (id: string, note: string | undefined) =>
      api.post<CaseSummary>(`${of(id)}/tie`, note === undefined ? {} : { note }),
    note: (id: string, text: string) => api.post<NoteView>(`${of(id)}/notes`, { text }),
    decide: (id: string, body: DecisionBody) => api.post<Decided>(`${of(id)}/decision`, body),
    approve: (id: string, body: { version: number; verdict: 'approve' | 'return'; note?: string }) =>
      api.post<Decided>(`${of(id)}/approval`, body),
    undo: (id: string) => api.post<z.infer<typeof Undone>>(`${of(id)}/undo`),
    reverse: (id: string, body: { version: number; outcome: string; reasonCode?: string; note: string }) =>
      api.post<Decided>(`${of(id)}/reversal`, body),
    bulk: (body: BulkBody) => api.post<BulkResult>(`/queues/${queue}/decisions`, body),
    undoBatch: (id: string) => api.post<BulkResult>(`/batches/${id}/undo`),
    preview: (id: string, body: { reasonCode: string; message?: string }) =>
      api.post<NoticePreview>(`${of(id)}/notice-preview`, body),
    enter: (id: string) => api.put<{ present: PersonView[] }>(`${of(id)}/presence`),
    leave: (id: string) => api.delete<undefined>(`${of(id)}/presence`),
    /** Gives a case back while the page goes away: the browser sends it even so. */
    releaseOnLeave: (id: string, leaseToken: string): void => {
      void fetch(`/api${of(id)}/release`, {
        method: 'POST',
        credentials: 'same-origin',
        keepalive: true,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ leaseToken }),
      }).catch(() => {}); // the lease runs out by itself
    },
  };
}

export type CaseApi = ReturnType<typeof createCaseApi>;
