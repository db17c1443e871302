import type { CaseDetail } from '../../api/cases/contract.ts';

export type HistoryItem = CaseDetail['history'][number];

/** Events in a row that are the same thing done by the same person again. */
export interface HistoryGroup {
  last: HistoryItem;
  count: number;
}

/** The latest first; what the same person did again and again stands there once, with how often. */
export function grouped(history: readonly HistoryItem[]): HistoryGroup[] {
  const groups: HistoryGroup[] = [];
  for (const item of history.toReversed()) {
    const before = groups.at(-1);
    const same =
      before !== undefined && before.last.type === item.type && before.last.actor.id === item.actor.id;
    if (same && JSON.stringify(before.last.data['reason']) === JSON.stringify(item.data['reason']))
      before.count++;
    else groups.push({ last: item, count: 1 });
  }
  return groups;
}

/** The key of an event's words: `case.lease_expired` → `case_lease_expired`. */
export function wordsOf(type: string): string {
  return type.replaceAll('.', '_');
}
