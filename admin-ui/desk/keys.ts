const LATIN = /^[a-zA-Z]$/;
const NAMED: Readonly<Record<string, string>> = { ' ': 'Space', Spacebar: 'Space', Esc: 'Escape' };

/** What a key press is, as far as a shortcut cares; a real KeyboardEvent is one. */
export interface KeyPress {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/**
 * The name that a shortcut knows a key by: `R`, `1`, `?`, `Escape`, `Shift+ArrowDown`. A letter is what is printed on
 * the key for this layout; where the layout writes no Latin letters (ㄱ for R), the place of the key counts. Undefined
 * for what belongs to the browser (with Ctrl, ⌘ or Alt).
 */
export function keyOf(event: KeyPress): string | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const { key, code } = event;
  if (LATIN.test(key)) return shifted(key.toUpperCase(), event);
  if (key === '?') return '?';
  if (/^[0-9]$/.test(key)) return key;
  if (/^Key[A-Z]$/.test(code)) return shifted(code.slice(3), event);
  // digits that need Shift on this layout (AZERTY)
  if (/^Digit[0-9]$/.test(code) && !event.shiftKey) return code.slice(5);
  if (key.length > 1 || key === ' ') return shifted(NAMED[key] ?? key, event);
  return undefined;
}

function shifted(name: string, { shiftKey }: KeyPress): string {
  return shiftKey ? `Shift+${name}` : name;
}

const NOT_TYPED_IN = new Set([
  'button',
  'checkbox',
  'color',
  'file',
  'image',
  'radio',
  'range',
  'reset',
  'submit',
]);

/** Whether keys pressed here write text, so that they are no shortcuts. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.tagName === 'TEXTAREA' || target.tagName === 'SELECT') return true;
  if (target instanceof HTMLInputElement) return !NOT_TYPED_IN.has(target.type);
  return target.closest('[role="textbox"],[role="combobox"]') !== null;
}

/** Whether the key press happens inside something that lies over the page and has keys of its own. */
export function isInOverlay(target: EventTarget | null): boolean {
  if (!(target instanceof Element) || target.closest('[data-desk-keys]') !== null) return false;
  return target.closest('[role="dialog"],[role="menu"],[role="listbox"]') !== null;
}

const PRESSED_BY: Readonly<Record<string, string>> = {
  Enter: 'button,a[href],summary,[role="button"],[role="tab"]',
  Space: 'button,summary,input,[role="button"],[role="tab"],[role="checkbox"]',
};

/** Whether the focused control takes this key itself: Enter and Space press a button that has the focus. */
export function isForControl(target: EventTarget | null, key: string): boolean {
  const controls = PRESSED_BY[key];
  return controls !== undefined && target instanceof Element && target.closest(controls) !== null;
}

/** `aria-keyshortcuts` of a shortcut's keys. */
export function ariaKeys(keys: readonly string[]): string {
  return keys.join(' ');
}

const SHOWN: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  Enter: '↵',
  Shift: '⇧',
  'Mod+Enter': '⌘/Ctrl ↵',
};

/** A key as it is printed beside an action. */
export function shownKey(key: string): string {
  return (
    SHOWN[key] ??
    key
      .split('+')
      .map((part) => SHOWN[part] ?? part)
      .join(' ')
  );
}

/** Ctrl or ⌘ with Enter, and not the Enter that ends a composition. */
export function isSend(event: KeyPress & { isComposing?: boolean }): boolean {
  return event.key === 'Enter' && (event.ctrlKey || event.metaKey) && event.isComposing !== true;
}
