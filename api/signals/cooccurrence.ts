import type { Severity, Signal, SignalKind } from './contract.ts';
import type { Hit } from './lexicon.ts';
import { type Folded, originalSpan } from './normalise.ts';

type Place = Pick<Hit, 'start' | 'end'>;

interface Condition {
  concepts: readonly string[];
  /** Characters of folded text between it and the anchor. */
  within: number;
  /** Counts only with no end of a sentence between. */
  sentence: boolean;
}

/** A signal where words of several concepts stand near each other. */
export class Rule {
  readonly kind: SignalKind;
  readonly severity: Severity;
  /** The word that the rule turns on. */
  readonly anchor: string;
  readonly partners: Condition[] = [];
  readonly obstacles: Condition[] = [];

  constructor(kind: SignalKind, severity: Severity, anchor: string) {
    this.kind = kind;
    this.severity = severity;
    this.anchor = anchor;
  }

  /** Needs a word of any of these concepts (space-separated), not overlapping the anchor. */
  near(within: number, concepts: string): this {
    this.partners.push({ within, concepts: concepts.split(' '), sentence: false });
    return this;
  }

  /** As `near`, in the same sentence. */
  beside(within: number, concepts: string): this {
    this.partners.push({ within, concepts: concepts.split(' '), sentence: true });
    return this;
  }

  /** Holds only where no word of these concepts stands near in the same sentence. */
  unless(within: number, concepts: string): this {
    this.obstacles.push({ within, concepts: concepts.split(' '), sentence: true });
    return this;
  }
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

/** Every place where a rule holds. */
export function applyRules(folded: Folded, rules: readonly Rule[], hits: HitsByConcept): Signal[] {
  const signals: Signal[] = [];
  for (const rule of rules) {
    for (const anchor of hits.get(rule.anchor) ?? []) {
      const parts = [anchor];
      for (const { concepts, within, sentence } of rule.partners) {
        const partner = nearestOf(hits, concepts, anchor, within);
        if (partner === null || (sentence && parted(folded, anchor, partner))) break;
        parts.push(partner);
      }
      if (parts.length <= rule.partners.length || obstructed(folded, rule, anchor, hits)) continue;
      const start = Math.min(...parts.map((part) => part.start));
      const end = Math.max(...parts.map((part) => part.end));
      const evidence = [...new Set(parts.sort((a, b) => a.start - b.start).map((part) => part.word))];
      signals.push({
        kind: rule.kind,
        severity: rule.severity,
        ...originalSpan(folded, start, end),
        evidence: evidence.join(' … '),
      });
    }
  }
  return signals;
}

function obstructed(folded: Folded, rule: Rule, anchor: Hit, hits: HitsByConcept): boolean {
  return rule.obstacles.some(({ concepts, within }) =>
    concepts.some((concept) => sameSentence(folded, hits.get(concept), anchor, within)),
  );
}

const SENTENCE_END = /[.!?]\s|\n/;

function parted(folded: Folded, a: Place, b: Place): boolean {
  return SENTENCE_END.test(folded.text.slice(Math.min(a.end, b.end), Math.max(a.start, b.start)));
}

/** Whether a word of the list that is no part of the anchor stands within `within` of it, with no end of a sentence between. */
export function sameSentence(
  folded: Folded,
  list: readonly Hit[] | undefined,
  anchor: Place,
  within: number,
): boolean {
  return around(list, anchor, within).some(
    (hit) =>
      distance(hit, anchor) <= within &&
      !(hit.start >= anchor.start && hit.end <= anchor.end) &&
      !parted(folded, hit, anchor),
  );
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

/** The nearest hit that does not overlap the anchor. */
export function nearest(list: readonly Hit[] | undefined, anchor: Hit, within: number): Hit | null {
  let best: Hit | null = null;
  for (const hit of around(list, anchor, within)) {
    if (hit.start < anchor.end && hit.end > anchor.start) continue;
    const gap = distance(hit, anchor);
    if (gap <= within && (best === null || gap < distance(best, anchor))) best = hit;
  }
  return best;
}

const MAX_AROUND = 64;

/** The hits that may stand within reach; hits come in order of their end, so the search is a bisection. */
function around(list: readonly Hit[] | undefined, anchor: Place, within: number): readonly Hit[] {
  if (list === undefined) return [];
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.end ?? 0) < anchor.start - within) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while (last < list.length && last < low + MAX_AROUND) {
    const hit = list[last];
    if (hit === undefined || hit.end > anchor.end + within + LONGEST) break;
    last++;
  }
  return low === last ? [] : list.slice(low, last);
}

const LONGEST = 40; // no entry of a lexicon is longer

function distance(a: Place, b: Place): number {
  return Math.max(0, a.end <= b.start ? b.start - a.end : a.start - b.end);
}
