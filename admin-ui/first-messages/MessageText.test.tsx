// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import type { Signal } from '../../api/signals/contract.ts';
import { renderDesk } from '../desk/testing/render-desk.tsx';
import { MessageText } from './MessageText.tsx';
import { countedIn, listed } from './signals.ts';

afterEach(cleanup);

const phone = (start: number, end: number): Signal => ({
  kind: 'contact_phone',
  severity: 'high',
  start,
  end,
  evidence: '010-2345-6789',
});

describe('the text of a message', () => {
  it('is shown as it was written, in its language, with the signals where they stand', async () => {
    const text = '번호는 공일공 이삼사오\n육칠팔구 입니다';
    renderDesk(<MessageText text={text} signals={[phone(4, 17)]} language="ko" />);
    const mark = screen.getByText(/공일공 이삼사오/);
    expect(mark.tagName).toBe('MARK');
    expect(mark.tabIndex).toBe(0);
    expect(mark.closest('[lang]')?.getAttribute('lang')).toBe('ko');
    expect(mark.closest('[lang]')?.textContent).toBe(text);
    await userEvent.hover(mark);
    expect((await screen.findByRole('tooltip')).textContent).toContain('= 010-2345-6789');
  });

  it('is folded where it is very long, and says what is marked in the part that is not shown', async () => {
    const text = `${'a b c d '.repeat(2_000)}010-2345-6789`;
    renderDesk(<MessageText text={text} signals={[phone(16_000, 16_013)]} language="en" />);
    expect(screen.getByText('1 marked place further down')).toBeTruthy();
    expect(document.querySelector('mark')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Show all of it (16,013 characters)' }));
    expect(document.querySelector('mark')?.textContent).toBe('010-2345-6789');
    expect(screen.queryByText(/further down/)).toBeNull();
  });

  it('does not mark the whole text for how it was sent', () => {
    const duplicate: Signal = { ...phone(0, 5), kind: 'spam_duplicate', evidence: 'other senders: 3' };
    renderDesk(<MessageText text="hello" signals={[duplicate]} language="en" />);
    expect(document.querySelector('mark')).toBeNull();
  });
});

describe('the list of signals', () => {
  it('has the gravest first, and the same thing once', () => {
    const low: Signal = { ...phone(0, 1), kind: 'contact_request', severity: 'low', evidence: 'call me' };
    const list = listed([low, phone(1, 2), phone(3, 4)]);
    expect(list.map(({ kind, count }) => [kind, count])).toEqual([
      ['contact_phone', 2],
      ['contact_request', 1],
    ]);
  });

  it('words what was counted in the language of the reader', () => {
    expect(countedIn('other senders: 12')).toEqual({ key: 'otherSenders', count: 12 });
    expect(countedIn('010-2345-6789')).toBeNull();
  });
});
