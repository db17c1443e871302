// @vitest-environment jsdom
import { act, cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { DecisionPane } from './DecisionPane.tsx';
import { DeskKeys } from './DeskKeys.tsx';
import { at, decisionOf, detailOf, JONAS } from './testing/cases.ts';
import { refused } from './testing/fake-api.ts';
import { renderDesk, show } from './testing/render-desk.tsx';

afterEach(cleanup);

const both = (
  <>
    <DecisionPane />
    <DeskKeys />
  </>
);

async function working(waiting = ['a', 'b', 'c']) {
  const desk = renderDesk(both, waiting);
  await act(async () => desk.work.start());
  return desk;
}

describe('the decision panel', () => {
  it('says beside each outcome what it does to whom, and with which key', async () => {
    await working();
    const release = screen.getByRole('button', { name: /Release/ });
    expect(release.textContent).toContain('Delivered to 로고장인');
    expect(release.getAttribute('aria-keyshortcuts')).toBe('R');
    expect(screen.getByRole('button', { name: /Reject/ }).textContent).toContain('notice in Korean');
  });

  it('releases with one key', async () => {
    const { api, work } = await working();
    await userEvent.keyboard('r');
    expect(api.decide.mock.calls).toMatchObject([['a', { outcome: 'release' }]]);
    expect(work.getState().line[0]).toBe('b');
  });

  it('rejects with two, and Escape is the way back', async () => {
    const { api } = await working();
    await userEvent.keyboard('x');
    expect(await screen.findByText('Reject: why?')).toBeTruthy();
    await userEvent.keyboard('{Escape}x1');
    expect(api.decide.mock.calls).toMatchObject([
      ['a', { outcome: 'reject', reasonCode: 'off_platform_contact' }],
    ]);
  });

  it('does not decide the next case with a key that is held down', async () => {
    const { api } = await working();
    await userEvent.keyboard('{r>3/}');
    expect(api.decide).toHaveBeenCalledTimes(1);
  });

  it('takes the Hangul layout', async () => {
    const { api } = await working();
    const press = new KeyboardEvent('keydown', { key: 'ㄱ', code: 'KeyR', bubbles: true, cancelable: true });
    act(() => void document.body.dispatchEvent(press));
    expect(api.decide).toHaveBeenCalledTimes(1);
  });

  it('shows exactly what will be sent, for the reason that is looked at', async () => {
    await working();
    await userEvent.keyboard('x');
    expect(await screen.findByText(/이유입니다/)).toBeTruthy();
  });

  it('asks for own words where a reason needs them, and sends by Ctrl+Enter', async () => {
    const { api } = await working();
    await userEvent.keyboard('x6');
    const field = await screen.findByRole('textbox');
    expect(document.activeElement).toBe(field);
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(api.decide).not.toHaveBeenCalled();
    await userEvent.keyboard('r is text here');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(api.decide.mock.calls).toMatchObject([
      ['a', { outcome: 'reject', reasonCode: 'other', message: 'r is text here' }],
    ]);
  });

  it('begins an edited message from the standing sentence, without the line before it', async () => {
    await working();
    await userEvent.keyboard('m2');
    const field = await screen.findByDisplayValue('이유입니다.');
    expect(field.getAttribute('maxlength')).toBe('10000');
  });

  it('offers nothing that the server does not allow', async () => {
    const desk = renderDesk(both);
    const lease = { holder: JONAS, expiresAt: at(60_000) };
    await act(() => show(desk, detailOf('a', { lease, allowedActions: ['note'] })));
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.getByText('Jonas Weber works on this case.')).toBeTruthy();
    await userEvent.keyboard('rcg');
    expect(desk.api.decide).not.toHaveBeenCalled();
    expect(desk.api.claim).not.toHaveBeenCalled();
  });

  it('shows a proposal to the second person, who approves or sends it back', async () => {
    const desk = renderDesk(both);
    desk.api.approve.mockResolvedValue({});
    const proposal = decisionOf({
      status: 'proposed',
      outcome: 'reject',
      reasonCode: 'fraud',
      decidedBy: JONAS,
    });
    const allowedActions = ['note' as const, 'approve' as const];
    await act(() =>
      show(
        desk,
        detailOf('a', { status: 'pending_approval', version: 2, allowedActions, decisions: [proposal] }),
      ),
    );
    expect(screen.getByText('Jonas Weber proposes')).toBeTruthy();
    expect(screen.getByRole('button', { name: /Send back/ })).toBeTruthy();
    await userEvent.keyboard('y');
    expect(desk.api.approve.mock.calls).toEqual([['a', { version: 2, verdict: 'approve' }]]);
  });

  it('keeps a reason for escalating where the server refuses it', async () => {
    const { api } = await working();
    api.escalate.mockRejectedValueOnce(refused('stale_version'));
    await userEvent.keyboard('e');
    await userEvent.type(await screen.findByRole('textbox'), 'odd case');
    const region = screen.getByRole('region', { name: 'Decision' });
    await userEvent.click(within(region).getByRole('button', { name: 'Escalate' }));
    expect(api.escalate.mock.calls).toMatchObject([['a', { reason: 'odd case' }]]);
    expect(screen.getByDisplayValue('odd case')).toBeTruthy();
  });
});
