import type { Signal } from '../contract.ts';
import { type HitsByConcept, sameSentence } from '../cooccurrence.ts';
import type { Hit } from '../lexicon.ts';
import { type Folded, originalSpan } from '../normalise.ts';

// After a name: ": hong_12", "id hong12", "@hong". Sticky, bounded.
const AFTER_NAME =
  /(?:으로|로|은|는|이)?[\s:=\-(]{0,3}(?:(?:아이디|id|handle|user(?:name)?|pseudo|name|nom|계정|ㅇㄷ)(?:는|은|가)?[\s:=\-(]{0,3}|(?:ist|est|is|at)\s)?(@?)([a-z][a-z0-9._#-]{3,28})/y;
// "아이디는 hong_12", "my id is hong.gd": no name of a messenger beside it.
const TOLD =
  /(?:아이디|(?<![a-z])(?:id|handle|user ?name|pseudo|identifiant|nutzername|benutzername))(?:는|은|가|이)?\s?(?:is|ist|est|:|=|-)?\s{0,2}@?([a-z][a-z0-9._#-]{3,28})/g;
const NO_PERSON =
  /(?:주문|상품|거래|예약|송장|order|product|project|ticket|transaction|invoice|tracking|channel|app|video|item|case|bundle|artikel|commande)\s?$/;
const AT_NAME = /(?<![a-z0-9._@])@([a-z][a-z0-9._]{3,28})(?![a-z0-9@])/g;
// Short names of messengers that are no other word, and take a bare name after a colon.
const PLAIN_BUT_SURE = new Set(['텔레', 'tele', 'snap', 'kik', 'my snap', 'mon snap', 'mein snap']);
const SPOKEN = ['messenger', 'messenger_plain', 'social', 'befriend', 'instrument'];
const MAX_FOUND = 100;

/** Names to find somebody by: beside a messenger, after "id", or with an "@" where people speak of writing. */
export function handleSignals(folded: Folded, hits: HitsByConcept): Signal[] {
  const signals: Signal[] = [];
  const { text } = folded;
  const near = (concept: string, hit: Pick<Hit, 'start' | 'end'>, within: number) =>
    sameSentence(folded, hits.get(concept), hit, within);
  const add = (start: number, end: number, evidence: string) => {
    if (signals.length >= MAX_FOUND) return;
    signals.push({
      kind: 'contact_messenger',
      severity: 'high',
      ...originalSpan(folded, start, end),
      evidence,
    });
  };
  for (const concept of ['messenger', 'messenger_plain', 'messenger_direct', 'social']) {
    for (const hit of hits.get(concept) ?? []) {
      const handle = handleAfter(folded, hit);
      if (handle === null || near('prohibit', hit, 20)) continue;
      if (!handle.shaped && near('build', hit, 24)) continue;
      add(hit.start, handle.end, `${hit.word}: ${handle.name}`);
    }
  }
  if (text.includes('아이디') || hits.has('handle_word')) {
    for (const match of text.matchAll(TOLD)) {
      const place = placeOf(match.index, match[0].length);
      if (!isShaped(match[1] ?? '') || NO_PERSON.test(text.slice(Math.max(0, match.index - 14), match.index)))
        continue;
      if (['prohibit', 'build', 'form'].some((concept) => near(concept, place, 30))) continue;
      add(place.start, place.end, match[0]);
    }
  }
  if (text.includes('@')) {
    for (const match of text.matchAll(AT_NAME)) {
      const place = placeOf(match.index, match[0].length);
      const spoken = SPOKEN.some((concept) =>
        (hits.get(concept) ?? []).some((hit) => hit.end > place.start - 40 && hit.start < place.end + 40),
      );
      if (spoken && !near('prohibit', place, 30) && !near('build', place, 30))
        add(place.start, place.end, match[0]);
    }
  }
  return signals;
}

function placeOf(start: number, length: number): { start: number; end: number } {
  return { start, end: start + length };
}

/** A name as people choose them, not a word: with digits, or with a dot or underscore inside. */
function isShaped(name: string): boolean {
  return /\d/.test(name) ? /[a-z]{2}/.test(name) : /[a-z][._][a-z]/.test(name);
}

function handleAfter(folded: Folded, hit: Hit): { name: string; end: number; shaped: boolean } | null {
  AFTER_NAME.lastIndex = hit.end;
  const match = AFTER_NAME.exec(folded.text);
  if (match === null) return null;
  const name = match[2] ?? '';
  const lead = match[0].slice(0, match[0].length - name.length);
  const marked = match[1] === '@' || /[:=]|아이디|id\s*[:=]|handle/.test(lead);
  const own = PLAIN_BUT_SURE.has(hit.word);
  const plain = !own && (hit.concept === 'messenger_plain' || hit.concept === 'messenger_direct');
  const shaped = isShaped(name) || (own && /[a-z]-[a-z]/.test(name));
  if (!shaped && !(marked && !plain && !/^https?$/.test(name))) return null;
  if (!marked && plain) return null;
  return { name, end: hit.end + match[0].length, shaped: shaped || match[1] === '@' };
}
