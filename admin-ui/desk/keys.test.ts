import { describe, expect, it } from 'vitest';
import { isForControl, isInOverlay, isSend, isTyping, keyOf, shownKey } from './keys.ts';

function press(key: string, code = '', more: Partial<KeyboardEventInit> = {}): KeyboardEvent {
  return new KeyboardEvent('keydown', { key, code, ...more });
}

describe('the name of a key', () => {
  it('is the printed letter, whatever the case', () => {
    expect(keyOf(press('r', 'KeyR'))).toBe('R');
    expect(keyOf(press('R', 'KeyR'))).toBe('R');
  });

  it('follows the layout where it writes Latin letters: Z and Y of a German keyboard', () => {
    expect(keyOf(press('y', 'KeyZ'))).toBe('Y');
  });

  it('is the place of the key where the layout writes Hangul', () => {
    expect(keyOf(press('ㄱ', 'KeyR'))).toBe('R');
    expect(keyOf(press('ㅌ', 'KeyX'))).toBe('X');
    expect(keyOf(press('Process', 'KeyU'))).toBe('U');
  });

  it('knows digits, also where they need Shift', () => {
    expect(keyOf(press('1', 'Digit1'))).toBe('1');
    expect(keyOf(press('1', 'Numpad1'))).toBe('1');
    expect(keyOf(press('&', 'Digit1'))).toBe('1');
  });

  it('knows named keys and Shift with them', () => {
    expect(keyOf(press('ArrowDown', 'ArrowDown', { shiftKey: true }))).toBe('Shift+ArrowDown');
    expect(keyOf(press(' ', 'Space'))).toBe('Space');
    expect(keyOf(press('?', 'Slash', { shiftKey: true }))).toBe('?');
  });

  it('leaves the browser its own', () => {
    expect(keyOf(press('r', 'KeyR', { ctrlKey: true }))).toBeUndefined();
    expect(keyOf(press('r', 'KeyR', { metaKey: true }))).toBeUndefined();
    expect(keyOf(press('ArrowLeft', 'ArrowLeft', { altKey: true }))).toBeUndefined();
  });
});

describe('where keys are no shortcuts', () => {
  it('in text fields, not in checkboxes', () => {
    const text = document.createElement('input');
    const checkbox = Object.assign(document.createElement('input'), { type: 'checkbox' });
    expect(isTyping(text)).toBe(true);
    expect(isTyping(document.createElement('textarea'))).toBe(true);
    expect(isTyping(checkbox)).toBe(false);
    expect(isTyping(document.body)).toBe(false);
    expect(isTyping(null)).toBe(false);
  });

  it('inside a dialog', () => {
    document.body.innerHTML = '<div role="dialog"><button id="in"></button></div><button id="out"></button>';
    expect(isInOverlay(document.getElementById('in'))).toBe(true);
    expect(isInOverlay(document.getElementById('out'))).toBe(false);
  });

  it('but not inside a sheet of the desk itself', () => {
    document.body.innerHTML = '<div role="dialog"><p data-desk-keys=""><button id="in"></button></p></div>';
    expect(isInOverlay(document.getElementById('in'))).toBe(false);
  });

  it('for Enter and Space on a button', () => {
    document.body.innerHTML = '<button><span id="in"></span></button>';
    const inside = document.getElementById('in');
    expect(isForControl(inside, 'Enter')).toBe(true);
    expect(isForControl(inside, 'R')).toBe(false);
    expect(isForControl(document.body, 'Enter')).toBe(false);
  });
});

it('sends by Ctrl or ⌘ with Enter, but not while a syllable is composed', () => {
  expect(isSend(press('Enter', 'Enter', { ctrlKey: true }))).toBe(true);
  expect(isSend(press('Enter', 'Enter', { metaKey: true }))).toBe(true);
  expect(isSend(press('Enter', 'Enter'))).toBe(false);
  expect(isSend(press('Enter', 'Enter', { ctrlKey: true, isComposing: true }))).toBe(false);
});

it('prints keys as they are printed on the keyboard', () => {
  expect(shownKey('Shift+ArrowDown')).toBe('⇧ ↓');
  expect(shownKey('R')).toBe('R');
});
