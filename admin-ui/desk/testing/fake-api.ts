import { vi } from 'vitest';
import { ApiError, type Problem } from '../../providers/http.ts';
import type { CaseApi } from '../case-api.ts';
import { claimedOf, decisionOf, detailOf, summaryOf } from './cases.ts';

export function refused(code: string, more: object = {}): ApiError {
  const problem: Problem = { status: 409, code, detail: code };
  return new ApiError({ ...problem, ...more });
}

/** The verbs of a queue over a list of case ids, as a well-behaved server answers them; a test overrides what it is about. */
export function fakeApi(waiting: string[]) {
  const api = {
    page: vi.fn(async () => ({ items: waiting.map((id) => summaryOf(id)), nextCursor: null })),
    detail: vi.fn(async (id: string) => detailOf(id)),
    claimNext: vi.fn(async (count: number) => waiting.splice(0, count).map((id) => claimedOf(id))),
    claim: vi.fn(async (id: string) => claimedOf(id)),
    heartbeat: vi.fn(async () => ({ leaseExpiresAt: new Date(Date.now() + 300_000).toISOString() })),
    release: vi.fn(async (id: string) => summaryOf(id)),
    skip: vi.fn(async (id: string) => summaryOf(id)),
    escalate: vi.fn(async (id: string) => summaryOf(id)),
    wait: vi.fn(async (id: string) => summaryOf(id)),
    resume: vi.fn(async (id: string) => summaryOf(id)),
    tie: vi.fn(async (id: string) => summaryOf(id)),
    note: vi.fn(),
    decide: vi.fn(async (id: string, body: { outcome: string; reasonCode?: string }) => ({
      case: summaryOf(id, { status: 'decided', version: 2 }),
      decision: decisionOf({ outcome: body.outcome, reasonCode: body.reasonCode ?? null }),
    })),
    approve: vi.fn(),
    undo: vi.fn(async (id: string) => ({
      case: summaryOf(id, {
        version: 3,
        lease: {
          holder: { id: 'staff_kim', name: '김서연' },
          expiresAt: new Date(Date.now() + 300_000).toISOString(),
        },
      }),
      leaseToken: `again-${id}`,
    })),
    reverse: vi.fn(),
    bulk: vi.fn(),
    undoBatch: vi.fn(),
    preview: vi.fn(async () => ({ locale: 'ko', text: '전달되지 않았습니다.\n\n이유입니다.' })),
    enter: vi.fn(async () => ({ present: [] })),
    leave: vi.fn(async () => undefined),
    releaseOnLeave: vi.fn(),
  };
  return api as typeof api & CaseApi;
}
