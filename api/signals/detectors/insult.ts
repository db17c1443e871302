import type { Signal } from '../contract.ts';
import type { HitsByConcept } from '../cooccurrence.ts';
import { segments } from '../features.ts';
import type { Language } from '../language.ts';
import { maskedInsults } from '../masked.ts';
import { judge } from '../model.ts';
import { type Folded, originalSpan } from '../normalise.ts';

const SURE = 1.5; // log-odds above the threshold

// "병신이라는 단어": a word that is spoken of, not said to anybody.
const SPOKEN_OF =
  /^[가-힣]{0,2}? ?(?:이)?(?:라는|란) ?(?:단어|표현|대사|말은|말을|닉네임|지명|이름|영화|책|제목|소설|노래|작품|캐릭터|밴드|록밴드)/;

/**
 * Insults: curated words as a floor, and a small linear model for what no list holds. A word's span is the word; a
 * model's spans are the words that weighed most, joined where they stand side by side.
 */
export function insultSignals(folded: Folded, hits: HitsByConcept, language: Language): Signal[] {
  const harmless = hits.get('harmless') ?? [];
  const signals: Signal[] = maskedInsults(folded);
  for (const hit of hits.get('insult') ?? []) {
    if (harmless.some((other) => other.start < hit.end && hit.start < other.end)) continue;
    if (SPOKEN_OF.test(folded.text.slice(hit.end, hit.end + 16))) continue;
    signals.push({
      kind: 'insult',
      severity: 'high',
      ...originalSpan(folded, hit.start, hit.end),
      evidence: hit.word,
    });
  }
  for (const { start, end } of segments(folded)) {
    const judgement = judge(folded, start, end, language);
    if (judgement === null || judgement.margin < 0) continue;
    const severity = judgement.margin >= SURE ? 'medium' : 'low';
    for (const { from, to } of joined(folded, judgement.words)) {
      signals.push({
        kind: 'insult',
        severity,
        ...originalSpan(folded, from, to),
        evidence: folded.text.slice(from, to),
      });
    }
  }
  return signals;
}

function joined(
  folded: Folded,
  words: readonly { start: number; end: number }[],
): { from: number; to: number }[] {
  const spans: { from: number; to: number }[] = [];
  for (const word of words) {
    const last = spans.at(-1);
    if (last !== undefined && folded.text.slice(last.to, word.start).trim() === '') last.to = word.end;
    else spans.push({ from: word.start, to: word.end });
  }
  return spans;
}
