import { type ReactNode, useDeferredValue } from 'react';

/**
 * What stands below the fold comes a moment after what is read: the next case is on screen before the finger is up.
 * `of` is what it belongs to; nothing of the case before is ever shown under the next one.
 */
export function Later({ of, children }: { of: string; children: ReactNode }) {
  return useDeferredValue(of, '') === of ? children : null;
}
