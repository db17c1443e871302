import { useEffect, useRef, useSyncExternalStore } from 'react';
import { isForControl, isInOverlay, isTyping, keyOf } from './keys.ts';

/** One thing that a key does. `keys` are names of `keyOf`; `label` is in the language of the console. */
export interface Shortcut {
  keys: readonly string[];
  label: string;
  run: (event: KeyboardEvent) => void;
  /** Nothing happens, and nothing is listed, while it is false. */
  enabled?: boolean;
  /** Asked when the key is pressed; false: the key is somebody else's just now. */
  when?: (key: string) => boolean;
  /** Whether a held key counts again and again: moving does, deciding never. */
  repeats?: boolean;
}

/** A group as the help overlay and the command palette show it. */
export interface ShortcutGroup {
  id: number;
  group: string;
  shortcuts: readonly Shortcut[];
}

let groups: readonly ShortcutGroup[] = [];
let lastId = 0;
const readers = new Set<() => void>();

function change(next: readonly ShortcutGroup[]): void {
  groups = next;
  for (const reader of readers) reader();
}

/** The last group that was opened is asked first: what lies on top has the keys. */
function shortcutFor(event: KeyboardEvent): Shortcut | undefined {
  const key = keyOf(event);
  if (key === undefined || event.defaultPrevented) return undefined;
  if (isTyping(event.target) || isInOverlay(event.target) || isForControl(event.target, key))
    return undefined;
  for (const { shortcuts } of groups.toReversed()) {
    const found = shortcuts.find(
      (one) => one.enabled !== false && one.keys.includes(key) && one.when?.(key) !== false,
    );
    if (found !== undefined) return event.repeat && found.repeats !== true ? undefined : found;
  }
  return undefined;
}

function onKeyDown(event: KeyboardEvent): void {
  const shortcut = shortcutFor(event);
  if (shortcut === undefined) return;
  event.preventDefault();
  shortcut.run(event);
}

/**
 * Gives keys a meaning while the component is on screen. The help overlay (`?`) and the command palette read the same
 * list, so that what is listed is what works.
 */
export function useShortcuts(group: string, shortcuts: readonly Shortcut[]): void {
  const id = useRef(0);
  // what the keys do is always that of the latest render; readers hear only of what they would show differently
  const shown = JSON.stringify(shortcuts.map(({ keys, label, enabled }) => [keys, label, enabled !== false]));
  const latest = useRef(shortcuts);
  latest.current = shortcuts;

  useEffect(() => {
    if (groups.length === 0) window.addEventListener('keydown', onKeyDown);
    id.current = ++lastId;
    change([...groups, { id: id.current, group, shortcuts: [] }]);
    return () => {
      change(groups.filter((one) => one.id !== id.current));
      if (groups.length === 0) window.removeEventListener('keydown', onKeyDown);
    };
  }, [group]);

  useEffect(() => {
    const live = latest.current.map(
      (one, i): Shortcut => ({
        ...one,
        run: (event) => latest.current[i]?.run(event),
      }),
    );
    change(groups.map((one) => (one.id === id.current ? { ...one, shortcuts: live } : one)));
  }, [shown, group]);
}

/** Every group of shortcuts that works now. */
export function useShortcutGroups(): readonly ShortcutGroup[] {
  return useSyncExternalStore(
    (reader) => {
      readers.add(reader);
      return () => readers.delete(reader);
    },
    () => groups,
  );
}
