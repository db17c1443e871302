import type { BulkResult } from '../../api/cases/contract.ts';
import type { TogetherItem } from './definition.ts';

/** What is to be decided together, as it was chosen. */
export interface Bulk {
  items: readonly TogetherItem[];
  outcome: string;
  reasonCode: string | null;
}

export const KNOWN_PROBLEMS = new Set([
  'already_decided',
  'stale_version',
  'held',
  'wrong_status',
  'conflict_of_interest',
  'escalated',
  'text_needed',
  'no_approver',
  'undo_window_over',
  'not_found',
]);

/** The items that the dry run says can be decided, with the version they were tried at. */
export function decidable(items: readonly TogetherItem[], tried: BulkResult): TogetherItem[] {
  const good = new Set(tried.items.filter((item) => item.ok).map((item) => item.caseId));
  return items.filter((item) => good.has(item.caseId));
}
