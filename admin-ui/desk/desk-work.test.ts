import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LiveEvent } from '../../api/live/contract.ts';
import { currentOf } from './desk-state.ts';
import { createDeskWork } from './desk-work.ts';
import { at, decisionOf, detailOf, JONAS, KIM, NOW, summaryOf } from './testing/cases.ts';
import { fakeApi, refused } from './testing/fake-api.ts';

function deskWith(waiting: string[]) {
  const api = fakeApi(waiting);
  const page = { attended: true, focused: true, typing: false };
  const onCase = vi.fn<(event: LiveEvent) => void>();
  const work = createDeskWork({
    api,
    queue: 'first-messages',
    me: KIM,
    now: () => Date.now(),
    attended: () => page.attended,
    focused: () => page.focused,
    typing: () => page.typing,
    onCase,
    onSignedOut: vi.fn(),
  });
  const onScreen = () => currentOf(work.getState());
  return { api, page, work, onCase, onScreen };
}

const settle = () => vi.advanceTimersByTimeAsync(0);

async function working(waiting: string[]) {
  const desk = deskWith(waiting);
  desk.work.start();
  await settle();
  return desk;
}

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('working', () => {
  it('takes one for the screen and one ahead, with their details', async () => {
    const { api, work, onScreen } = await working(['a', 'b', 'c']);
    expect(work.getState().line).toEqual(['a', 'b']);
    expect(onScreen()?.detail?.id).toBe('a');
    expect(work.getState().entries['b']?.detail?.id).toBe('b');
    expect(api.claimNext).toHaveBeenCalledExactlyOnceWith(2);
  });

  it('says that all is done, and goes on by itself when something comes', async () => {
    const waiting: string[] = [];
    const { work, onScreen } = await working(waiting);
    expect(work.getState()).toMatchObject({ exhausted: true, line: [] });
    waiting.push('new');
    work.live({ type: 'queue.changed', queue: 'first-messages' });
    await vi.advanceTimersByTimeAsync(500);
    expect(onScreen()?.id).toBe('new');
  });

  it('claims nothing for a page that nobody sees', async () => {
    const waiting: string[] = [];
    const { work, page, onScreen } = await working(waiting);
    page.attended = false;
    waiting.push('new');
    work.live({ type: 'queue.changed', queue: 'first-messages' });
    await vi.advanceTimersByTimeAsync(500);
    expect(onScreen()).toBeNull();
  });

  it('gives everything back on leaving', async () => {
    const { api, work } = await working(['a', 'b']);
    work.leave();
    expect(api.releaseOnLeave.mock.calls).toEqual([
      ['a', 'token-a'],
      ['b', 'token-b'],
    ]);
    expect(work.getState().line).toEqual([]);
  });
});

describe('deciding', () => {
  it('has the next case on screen before the answer, and fetches one more ahead', async () => {
    const { api, work, onScreen, onCase } = await working(['a', 'b', 'c']);
    work.decide('release', null);
    expect(onScreen()?.id).toBe('b');
    expect(onScreen()?.detail?.id).toBe('b');
    expect(onCase).toHaveBeenCalledWith(
      expect.objectContaining({ type: 'case.decided', caseId: 'a', by: KIM }),
    );
    await settle();
    expect(api.decide).toHaveBeenCalledExactlyOnceWith('a', {
      version: 1,
      leaseToken: 'token-a',
      outcome: 'release',
    });
    expect(work.getState().line).toEqual(['b', 'c']);
    expect(work.getState().sent[0]).toMatchObject({ phase: 'applied', until: NOW + 10_000 });
  });

  it('sends the message only where it was meant, and the note always', async () => {
    const { api, work } = await working(['a', 'b']);
    work.dispatch({ type: 'drafted', caseId: 'a', draft: { message: 'for another reason', note: 'odd' } });
    work.decide('reject', 'spam');
    await settle();
    expect(api.decide.mock.calls[0]?.[1]).toEqual({
      version: 1,
      leaseToken: 'token-a',
      outcome: 'reject',
      reasonCode: 'spam',
      note: 'odd',
    });
  });

  it('does nothing without a live lease, or while the case is busy', async () => {
    const { api, work } = deskWith([]);
    await work.open('x', summaryOf('x', { lease: { holder: JONAS, expiresAt: at(1000) } }), true);
    work.decide('release', null);
    expect(api.decide).not.toHaveBeenCalled();
  });

  it('brings the case back with the winner and the draft where a colleague was faster', async () => {
    const { api, work, onScreen } = await working(['a', 'b']);
    const winner = decisionOf({ decidedBy: JONAS, outcome: 'reject', reasonCode: 'spam' });
    api.decide.mockRejectedValueOnce(refused('already_decided', { decision: winner, status: 'decided' }));
    work.dispatch({ type: 'drafted', caseId: 'a', draft: { message: '직접 쓴 글' } });
    work.decide('reject', 'other', true);
    await settle();
    expect(onScreen()).toMatchObject({
      id: 'a',
      lease: null,
      notice: { kind: 'decided', decision: { decidedBy: JONAS }, draft: { message: '직접 쓴 글' } },
    });
    expect(work.getState().line).toEqual(['a', 'b']);
    expect(work.getState().sent).toEqual([]);
  });

  it('keeps the lease where the decision never arrived, but takes no key for a moment', async () => {
    const { api, work, onScreen } = await working(['a', 'b', 'c']);
    api.decide.mockRejectedValueOnce(refused('offline', { status: 0 }));
    work.decide('release', null);
    await settle();
    expect(onScreen()).toMatchObject({ id: 'a', lease: { token: 'token-a' }, notice: { code: 'offline' } });
    work.decide('release', null);
    expect(api.decide).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(700);
    work.decide('release', null);
    expect(api.decide).toHaveBeenCalledTimes(2);
  });

  it('takes its own earlier decision for an answer', async () => {
    const { api, work, onScreen } = await working(['a', 'b']);
    const own = decisionOf({ decidedBy: KIM, outcome: 'release' });
    api.decide.mockRejectedValueOnce(refused('already_decided', { decision: own, status: 'decided' }));
    work.decide('release', null);
    await settle();
    expect(onScreen()?.id).toBe('b');
  });

  it('puts nothing in front of somebody who types', async () => {
    const { api, work, page, onScreen } = await working(['a', 'b']);
    api.decide.mockRejectedValueOnce(refused('lease_expired'));
    page.typing = true;
    work.decide('release', null);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(onScreen()?.id).toBe('b');
    page.typing = false;
    await vi.advanceTimersByTimeAsync(600);
    expect(onScreen()?.id).toBe('a');
  });
});

describe('undo', () => {
  it('has the case on screen at once, and its lease when the server has answered', async () => {
    const { work, onScreen } = await working(['a', 'b', 'c']);
    work.decide('release', null);
    await settle();
    void work.undo();
    expect(onScreen()).toMatchObject({ id: 'a', busy: true, lease: null });
    await settle();
    expect(onScreen()).toMatchObject({ id: 'a', busy: false, lease: { token: 'again-a' } });
    expect(work.getState().line).toEqual(['a', 'b', 'c']);
  });

  it('waits for a decision that is still on its way', async () => {
    const { api, work } = await working(['a', 'b']);
    let answer: (value: Awaited<ReturnType<typeof api.decide>>) => void = () => {};
    api.decide.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    work.decide('release', null);
    void work.undo();
    await settle();
    expect(api.undo).not.toHaveBeenCalled();
    answer({ case: summaryOf('a'), decision: decisionOf() });
    await settle();
    expect(api.undo).toHaveBeenCalledExactlyOnceWith('a');
  });

  it('reaches the one before, while its window runs', async () => {
    const { api, work, onScreen } = await working(['a', 'b', 'c', 'd']);
    work.decide('release', null);
    await settle();
    work.decide('reject', 'spam');
    await settle();
    await work.undo();
    await work.undo();
    expect(api.undo.mock.calls).toEqual([['b'], ['a']]);
    expect(onScreen()?.id).toBe('a');
  });

  it('is over with its window', async () => {
    const { api, work } = await working(['a', 'b']);
    work.decide('release', null);
    await settle();
    await vi.advanceTimersByTimeAsync(10_001);
    await work.tick();
    expect(work.getState().sent).toEqual([]);
    await work.undo();
    expect(api.undo).not.toHaveBeenCalled();
  });
});

describe('leases', () => {
  it('are renewed every minute while the page has the focus, not otherwise', async () => {
    const { api, work, page } = await working(['a', 'b']);
    await vi.advanceTimersByTimeAsync(59_000);
    await work.tick();
    expect(api.heartbeat).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1_000);
    await work.tick();
    expect(api.heartbeat).toHaveBeenCalledTimes(2);
    page.focused = false;
    await vi.advanceTimersByTimeAsync(61_000);
    await work.tick();
    expect(api.heartbeat).toHaveBeenCalledTimes(2);
  });

  it('that run out are told on screen and keep the draft; what was ready behind goes', async () => {
    const { work, page, onScreen } = await working(['a', 'b']);
    page.focused = false;
    work.dispatch({ type: 'drafted', caseId: 'a', draft: { note: 'half a thought' } });
    await vi.advanceTimersByTimeAsync(300_000);
    await work.tick();
    await settle();
    expect(onScreen()).toMatchObject({
      id: 'a',
      lease: null,
      notice: { kind: 'lease', reason: 'expired' },
      draft: { note: 'half a thought' },
    });
    expect(work.getState().line).toEqual(['a']);
  });

  it('that a lead takes over name the lead', async () => {
    const { work, onScreen } = await working(['a', 'b']);
    const event = { type: 'case.claimed', queue: 'first-messages', caseId: 'a' } as const;
    work.live({ ...event, holder: JONAS, leaseExpiresAt: at(300_000) });
    expect(onScreen()?.notice).toMatchObject({ kind: 'lease', reason: 'lost', holder: JONAS });
  });

  it('of other tabs of mine are left alone', async () => {
    const { work, onScreen } = await working(['a', 'b']);
    const event = { type: 'case.claimed', queue: 'first-messages', caseId: 'a' } as const;
    work.live({ ...event, holder: KIM, leaseExpiresAt: at(300_000) });
    expect(onScreen()).toMatchObject({ notice: null, lease: { token: 'token-a' } });
  });

  it('held before the page was loaded anew are taken up', async () => {
    const { api, work, onScreen } = deskWith([]);
    const lease = { holder: KIM, expiresAt: at(200_000) };
    api.detail.mockResolvedValueOnce(detailOf('a', { lease, leaseToken: 'old' }));
    await work.open('a', null, false);
    expect(onScreen()?.lease).toEqual({ token: 'old', expiresAt: NOW + 200_000 });
  });
});

describe('opening and leaving', () => {
  it('takes a free case that is chosen, and puts it before the work', async () => {
    const { api, work } = await working(['a', 'b']);
    await work.open('z', summaryOf('z'), true);
    expect(api.claim).toHaveBeenCalledExactlyOnceWith('z', false);
    expect(work.getState().line).toEqual(['z', 'a', 'b']);
  });

  it('only looks at what a colleague holds, and leaves it behind', async () => {
    const { api, work } = await working(['a', 'b']);
    await work.open('z', summaryOf('z', { lease: { holder: JONAS, expiresAt: at(1000) } }), true);
    expect(api.claim).not.toHaveBeenCalled();
    await work.open('y', summaryOf('y', { status: 'decided' }), true);
    expect(work.getState().line).toEqual(['y', 'a', 'b']);
  });

  it('says who has it where the claim came too late', async () => {
    const { api, work, onScreen } = deskWith([]);
    api.claim.mockRejectedValueOnce(refused('held', { holder: JONAS }));
    await work.open('z', summaryOf('z'), true);
    expect(onScreen()?.notice).toEqual({ kind: 'held', holder: JONAS });
  });

  it('skips at once, and the next one is there', async () => {
    const { api, work, onScreen } = await working(['a', 'b', 'c']);
    work.skip('a');
    expect(onScreen()?.id).toBe('b');
    await settle();
    expect(api.skip).toHaveBeenCalledExactlyOnceWith('a', 'token-a');
    expect(work.getState().line).toEqual(['b', 'c']);
  });

  it('drops a prefetched case that was decided in a batch, and fetches another', async () => {
    const { work } = await working(['a', 'b', 'c']);
    const event = { type: 'case.decided', queue: 'first-messages', caseId: 'b', version: 2 } as const;
    work.live({ ...event, outcome: 'reject', by: KIM });
    await settle();
    expect(work.getState().line).toEqual(['a', 'c']);
  });

  it('keeps what was typed for a case that was left, until it comes again', async () => {
    const { work, onScreen } = deskWith([]);
    await work.open('a', summaryOf('a', { status: 'decided' }), false);
    work.dispatch({ type: 'drafted', caseId: 'a', draft: { note: 'half a thought' } });
    await work.open('b', summaryOf('b'), false);
    await work.open('a', summaryOf('a', { status: 'decided' }), false);
    expect(onScreen()?.draft.note).toBe('half a thought');
  });
});
