import type { Severity, Signal, SignalKind } from './contract.ts';
import type { Hit } from './lexicon.ts';
import { type Folded, originalSpan } from './normalise.ts';

/** A signal where words of several concepts stand near each other. All distances are in characters of folded text. */
export interface Rule {
  kind: SignalKind;
  severity: Severity;
  /** The word that the rule turns on. */
  anchor: string;
  /** Each needs a hit (of any of its concepts, not overlapping the anchor) within `within` of the anchor. */
  with?: readonly (readonly string[])[];
  within?: number;
  /** No hit of these within `clear` (default: `within`) of the anchor. */
  unless?: readonly string[];
  clear?: number;
}

export type HitsByConcept = ReadonlyMap<string, readonly Hit[]>;

export function byConcept(hits: readonly Hit[]): HitsByConcept {
  const map = new Map<string, Hit[]>();
  for (const hit of hits) {
    const list = map.get(hit.concept);
    if (list === undefined) map.set(hit.concept, [hit]);
    else list.push(hit);
  }
  return map;
}

/** Every place where a rule holds, at most one signal a place and kind (the most severe). */
export function applyRules(folded: Folded, rules: readonly Rule[], hits: HitsByConcept): Signal[] {
  const signals: Signal[] = [];
  for (const rule of rules) {
    for (const anchor of hits.get(rule.anchor) ?? []) {
      const within = rule.within ?? 40;
      if (
        rule.unless?.some(
          (concept) => nearest(hits.get(concept), anchor, rule.clear ?? within, true) !== null,
        )
      )
        continue;
      const partners = (rule.with ?? []).map((concepts) => nearestOf(hits, concepts, anchor, within));
      if (partners.some((partner) => partner === null)) continue;
      const parts = [anchor, ...partners.filter((partner) => partner !== null)];
      const start = Math.min(...parts.map((part) => part.start));
      const end = Math.max(...parts.map((part) => part.end));
      const evidence = [...new Set(parts.sort((a, b) => a.start - b.start).map((part) => part.word))].join(
        ' … ',
      );
      signals.push({
        kind: rule.kind,
        severity: rule.severity,
        ...originalSpan(folded, start, end),
        evidence,
      });
    }
  }
  return signals;
}

function nearestOf(
  hits: HitsByConcept,
  concepts: readonly string[],
  anchor: Hit,
  within: number,
): Hit | null {
  let best: Hit | null = null;
  for (const concept of concepts) {
    const hit = nearest(hits.get(concept), anchor, within);
    if (hit !== null && (best === null || distance(hit, anchor) < distance(best, anchor))) best = hit;
  }
  return best;
}

/** The nearest hit, by default one that does not overlap the anchor; hits come in order of their end, so the search is a bisection. */
export function nearest(
  list: readonly Hit[] | undefined,
  anchor: Hit,
  within: number,
  overlapping = false,
): Hit | null {
  if (list === undefined || list.length === 0) return null;
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.end ?? 0) < anchor.start - within) low = middle + 1;
    else high = middle;
  }
  let best: Hit | null = null;
  for (let i = low; i < list.length && i < low + 64; i++) {
    const hit = list[i];
    if (hit === undefined || hit.end > anchor.end + within + 40) break;
    if (!overlapping && hit.start < anchor.end && hit.end > anchor.start) continue;
    const gap = distance(hit, anchor);
    if (gap <= within && (best === null || gap < distance(best, anchor))) best = hit;
  }
  return best;
}

function distance(a: Hit, b: Hit): number {
  return Math.max(0, a.end <= b.start ? b.start - a.end : a.start - b.end);
}
