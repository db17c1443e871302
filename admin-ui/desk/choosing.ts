import type { Row } from './queue-state.ts';

/** The chosen cases with this one added, or taken out. */
export function toggled(chosen: ReadonlySet<string>, id: string): Set<string> {
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** The chosen cases with everything between two rows added, whichever of them stands first. */
export function rangeOf(
  rows: readonly Row[],
  chosen: ReadonlySet<string>,
  from: string,
  to: string,
): Set<string> {
  const next = new Set(chosen);
  const a = rows.findIndex(({ item }) => item.id === from);
  const b = rows.findIndex(({ item }) => item.id === to);
  if (a === -1 || b === -1) return next.add(to);
  for (const { item, gone } of rows.slice(Math.min(a, b), Math.max(a, b) + 1)) {
    if (gone === null) next.add(item.id);
  }
  return next;
}
