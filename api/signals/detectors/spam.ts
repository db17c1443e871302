import type { Signal } from '../contract.ts';
import type { HitsByConcept } from '../cooccurrence.ts';
import type { Hit } from '../lexicon.ts';
import { type Folded, originalSpan } from '../normalise.ts';
import type { Link } from './link.ts';

const PROMISES = [
  'spam_prize',
  'spam_urgent',
  'spam_free',
  'spam_money',
  'spam_adult',
  'spam_growth',
  'spam_service',
];
const WEIGHT: Record<string, number> = {
  spam_adult: 2,
  spam_money: 1.5,
  spam_growth: 2,
  spam_prize: 1.5,
  spam_urgent: 1,
  spam_free: 1,
  spam_service: 0.75,
};
const SHORT_CODE = /(?:^|[^\d])(?:to|2|call|txt|text|send|an|au|on|from|reply)[ :.]{1,2}(\d{5,6})(?!\d)/;
// Pence a message and the like: what premium services must state.
const PRICE = /[£$€₩]\s?\d|\d+ ?p(?:\/|er)? ?(?:min|msg|call|text|wk|week)|\d(?:만원|억)/;
const LOUD = /[!]{2,}|\b(?:FREE|WIN|URGENT|CASH|NOW|CALL|TXT|STOP|무료|★|☆|◆|▶)\b|[★☆◆▶▷■●♥]{1}/;

/**
 * Promotion: what the text promises in several ways at once, with somewhere to go (link, number, short code). A link in
 * a promoting text is `spam_link`, the text itself `spam_promotion`.
 */
export function spamSignals(
  folded: Folded,
  hits: HitsByConcept,
  links: readonly Link[],
  phones: number,
): Signal[] {
  // A link to work is part of a brief.
  const leading = links.filter((link) => link.role !== 'work');
  const found: Hit[] = [];
  let weight = 0;
  let kinds = 0;
  for (const promise of PROMISES) {
    const list = hits.get(promise);
    if (list === undefined) continue;
    const words = new Set(list.map((hit) => hit.word));
    weight += (WEIGHT[promise] ?? 1) * (1 + 0.5 * Math.min(3, words.size - 1));
    kinds++;
    found.push(...list);
  }
  if (found.length === 0) return [];
  const head = folded.text.slice(0, 2_000);
  const shortCode = SHORT_CODE.test(head);
  const leads = (leading.length > 0 ? 1 : 0) + (phones > 0 ? 1 : 0) + (shortCode ? 2 : 0);
  const tone = (PRICE.test(head) ? 1 : 0) + (LOUD.test(folded.original.slice(0, 2_000)) ? 0.5 : 0);
  const score = weight + leads + tone;
  if (score < 3 || (kinds < 2 && leads === 0) || weight < (leads >= 1 ? 0.75 : 1.5)) return [];
  const signals: Signal[] = [];
  const start = Math.min(...found.slice(0, 500).map((hit) => hit.start));
  const end = Math.max(...found.slice(0, 500).map((hit) => hit.end));
  const words = [...new Set(found.map((hit) => hit.word))].slice(0, 6).join(', ');
  const severity = score >= 5 ? 'high' : 'medium';
  signals.push({ kind: 'spam_promotion', severity, ...originalSpan(folded, start, end), evidence: words });
  for (const link of leading) {
    signals.push({
      kind: 'spam_link',
      severity: 'medium',
      ...originalSpan(folded, link.start, link.end),
      evidence: link.host,
    });
  }
  return signals;
}
