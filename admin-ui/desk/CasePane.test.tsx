// @vitest-environment jsdom
import { act, cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CasePane } from './CasePane.tsx';
import { LiveRegion } from './LiveRegion.tsx';
import { at, decisionOf, detailOf, JONAS } from './testing/cases.ts';
import { refused } from './testing/fake-api.ts';
import { renderDesk, show } from './testing/render-desk.tsx';

const pane = (
  <>
    <CasePane onTogether={() => {}} />
    <LiveRegion />
  </>
);

beforeEach(() => {
  Element.prototype.scrollIntoView = () => {};
});
afterEach(cleanup);

describe('a conflict', () => {
  it('is told where the case is read: by whom, what, and with the draft to copy', async () => {
    const user = userEvent.setup();
    const desk = renderDesk(pane, ['a', 'b']);
    await act(async () => desk.work.start());
    const winner = decisionOf({ decidedBy: JONAS, outcome: 'release', decidedAt: new Date().toISOString() });
    desk.api.decide.mockRejectedValueOnce(
      refused('already_decided', { decision: winner, status: 'decided' }),
    );
    await act(async () => {
      desk.work.dispatch({ type: 'drafted', caseId: 'a', draft: { message: 'my own words' } });
      desk.work.decide('reject', 'other', true);
    });
    const banner = await screen.findByRole('alert');
    expect(banner.textContent).toContain('Jonas Weber was faster');
    expect(banner.textContent).toContain('“Release”');
    expect(banner.textContent).toContain('my own words');
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    expect(await navigator.clipboard.readText()).toBe('Reject (Another reason)\n\nmy own words');
    expect(screen.getByText(/A decision was not applied/)).toBeTruthy();
  });

  it('of a lease that ran out offers to take the case again', async () => {
    const desk = renderDesk(pane);
    await act(() => show(desk, detailOf('a', { allowedActions: ['note', 'claim'] })));
    const notice = { kind: 'lease', reason: 'expired', holder: null, draft: null } as const;
    act(() => desk.work.dispatch({ type: 'noticed', caseId: 'a', notice }));
    await userEvent.click(screen.getByRole('button', { name: 'Take it again' }));
    expect(desk.api.claim).toHaveBeenCalledExactlyOnceWith('a', false);
  });

  it('can be closed', async () => {
    const desk = renderDesk(pane);
    await act(() => show(desk, detailOf('a')));
    act(() => desk.work.dispatch({ type: 'noticed', caseId: 'a', notice: { kind: 'held', holder: JONAS } }));
    expect(screen.getByText('Jonas Weber is working on this case.')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Close this message' }));
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('the case on screen', () => {
  it('that cannot be loaded says so, and can be tried again', async () => {
    const desk = renderDesk(pane);
    desk.api.detail.mockRejectedValueOnce(refused('internal', { status: 500 }));
    await act(() => desk.work.open('a', null, false));
    expect(screen.getByText('This case could not be loaded.')).toBeTruthy();
    desk.api.detail.mockResolvedValueOnce(detailOf('a'));
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('text of a')).toBeTruthy();
  });

  it('that is not for these eyes does not exist', async () => {
    const desk = renderDesk(pane);
    desk.api.detail.mockRejectedValueOnce(refused('not_found', { status: 404 }));
    await act(() => desk.work.open('a', null, false));
    expect(screen.getByText(/does not exist/)).toBeTruthy();
  });

  it('keeps a note that could not be saved', async () => {
    const desk = renderDesk(pane);
    await act(() => show(desk, detailOf('a')));
    desk.api.note.mockRejectedValueOnce(refused('offline', { status: 0 }));
    await userEvent.type(screen.getByRole('textbox', { name: 'Add a note' }), 'half a thought');
    await userEvent.click(screen.getByRole('button', { name: 'Add note' }));
    expect(await screen.findByText(/could not be saved/)).toBeTruthy();
    expect(screen.getByDisplayValue('half a thought')).toBeTruthy();
  });

  it('shows what happened to it in words', async () => {
    const desk = renderDesk(pane);
    const entry = { seq: 1, type: 'case.decided', at: at(0), actor: JONAS };
    const history = [{ ...entry, data: { outcome: 'reject', reasonCode: 'spam' } }];
    await act(() => show(desk, detailOf('a', { history })));
    expect(screen.getByText(/decided: Reject \(Spam\)/)).toBeTruthy();
  });
});

describe('nothing on screen', () => {
  it('starts the work with a button', async () => {
    const desk = renderDesk(pane, ['a']);
    await userEvent.click(screen.getByRole('button', { name: 'Start working' }));
    expect(await screen.findByText('text of a')).toBeTruthy();
    expect(desk.api.claimNext).toHaveBeenCalled();
  });

  it('is calm when all is done', async () => {
    const desk = renderDesk(pane, []);
    await act(async () => desk.work.start());
    expect(screen.getByRole('heading', { name: 'All done' })).toBeTruthy();
  });

  it('says that nothing could be fetched, and tries again', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const desk = renderDesk(pane, ['a']);
    desk.api.claimNext.mockRejectedValueOnce(refused('offline', { status: 0 }));
    await act(async () => desk.work.start());
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('text of a')).toBeTruthy();
  });
});
