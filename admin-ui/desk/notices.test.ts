import { describe, expect, it } from 'vitest';
import { endsLease, NO_DRAFT, noticeOf } from './notices.ts';
import { decisionOf, JONAS } from './testing/cases.ts';

const draft = { ...NO_DRAFT, message: '내가 쓴 글' };
const problem = (code: string, more: object = {}) => ({ status: 409, code, detail: 'in English', ...more });

describe('what a refusal means at the desk', () => {
  it('a colleague was faster: the winning decision, and what was typed', () => {
    const decision = decisionOf({ decidedBy: JONAS });
    const notice = noticeOf(problem('already_decided', { decision, status: 'decided' }), draft);
    expect(notice).toEqual({ kind: 'decided', decision, proposed: false, draft });
    expect(endsLease(notice)).toBe(true);
  });

  it('a proposal stands', () => {
    const decision = decisionOf({ status: 'proposed' });
    const notice = noticeOf(problem('already_decided', { decision, status: 'pending_approval' }));
    expect(notice).toMatchObject({ proposed: true, draft: null });
  });

  it('the lease is gone: to whom, where the answer says it', () => {
    expect(noticeOf(problem('lease_lost', { holder: 'staff_1' }))).toMatchObject({
      reason: 'lost',
      holder: null,
    });
    expect(noticeOf(problem('held', { holder: JONAS }))).toEqual({ kind: 'held', holder: JONAS });
    expect(noticeOf(problem('lease_expired'), NO_DRAFT)).toMatchObject({ reason: 'expired', draft: null });
  });

  it('anything else: the lease stays, the text stays', () => {
    const notice = noticeOf(problem('text_needed'), draft);
    expect(notice).toEqual({ kind: 'refused', code: 'text_needed', detail: 'in English', draft });
    expect(endsLease(notice)).toBe(false);
    expect(endsLease(noticeOf(problem('stale_version')))).toBe(false);
  });
});
