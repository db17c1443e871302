import type { CaseSummary } from '../../api/cases/contract.ts';

interface Counted {
  count: number;
  capped: boolean;
}

/** `GET /api/me/overview`. */
export interface Overview {
  openCases: CaseSummary[];
  today: {
    decided: number;
    released: number;
    rejected: number;
    undone: number;
    skipped: number;
    medianHandlingMs: number | null;
  };
  queues: {
    queue: string;
    open: Counted;
    overdue: Counted;
    dueWithinHour: Counted;
    pendingApproval: Counted;
    oldestOpenedAt: string | null;
    nextDueAt: string | null;
  }[];
}
