import type { Signal } from '../contract.ts';
import type { HitsByConcept } from '../cooccurrence.ts';
import { type Folded, originalSpan } from '../normalise.ts';

/** Insults and slurs. */
export function insultSignals(folded: Folded, hits: HitsByConcept, _locale?: string): Signal[] {
  return (hits.get('insult') ?? []).map((hit) => ({
    kind: 'insult',
    severity: 'high',
    ...originalSpan(folded, hit.start, hit.end),
    evidence: hit.word,
  }));
}
