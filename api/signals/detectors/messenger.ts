import { applyRules, type HitsByConcept, Rule, sameSentence } from '../cooccurrence.ts';
import type { Severity, Signal, SignalKind } from '../contract.ts';
import type { Hit } from '../lexicon.ts';
import { type Folded, originalSpan } from '../normalise.ts';

const rule = (kind: SignalKind, severity: Severity, anchor: string) => new Rule(kind, severity, anchor);

// A name counts in company: an id, an invitation, a question whether the other has it. A messenger that is being built,
// styled or advertised on is the work itself.
const RULES: readonly Rule[] = [
  rule('contact_messenger', 'high', 'messenger').near(16, 'handle_word').unless(10, 'build prohibit'),
  rule('contact_messenger', 'high', 'messenger').near(24, 'befriend').unless(20, 'prohibit'),
  rule('contact_messenger', 'high', 'messenger').near(26, 'reach').unless(14, 'build prohibit'),
  rule('contact_messenger', 'medium', 'messenger').near(14, 'have').unless(24, 'build prohibit'),
  rule('contact_messenger', 'medium', 'messenger').near(3, 'my_name').unless(24, 'build prohibit'),
  rule('contact_messenger', 'medium', 'messenger').near(12, 'fine_channel').unless(24, 'build prohibit'),
  rule('contact_messenger', 'high', 'messenger_direct')
    .near(30, 'reach handle_word have my_name person fine_channel')
    .unless(14, 'build prohibit'),
  rule('contact_messenger', 'high', 'messenger_plain').near(6, 'handle_word').unless(10, 'build prohibit'),
  rule('contact_messenger', 'medium', 'messenger_plain').near(24, 'befriend').unless(20, 'build prohibit'),
  rule('contact_messenger', 'medium', 'social')
    .near(24, 'reach_direct befriend')
    .unless(24, 'build prohibit'),
  rule('contact_messenger', 'medium', 'riddle')
    .near(40, 'knowing reach_direct have handle_word')
    .unless(14, 'build'),
  rule('contact_request', 'medium', 'contact_noun').near(18, 'contact_ask').unless(26, 'prohibit form'),
  rule('contact_request', 'medium', 'contact_own').near(24, 'contact_wish').unless(26, 'prohibit form'),
  rule('contact_request', 'medium', 'contact_me').unless(26, 'prohibit form'),
  rule('contact_request', 'medium', 'search_me')
    .near(50, 'contact_own contact_noun')
    .unless(26, 'prohibit form'),
  rule('contact_request', 'medium', 'outside').near(18, 'reach_direct').unless(26, 'prohibit build'),
  rule('contact_request', 'medium', 'elsewhere').near(24, 'reach_direct').unless(26, 'prohibit'),
];

// After a name: ": hong_12", "id hong12", "@hong". Sticky, bounded.
const HANDLE =
  /(?:으로|로|은|는|이)?[\s:=\-(]{0,3}(?:(?:아이디|id|handle|user(?:name)?|pseudo|ㅇㄷ)(?:는|은|가)?[\s:=\-(]{0,3}|(?:ist|est|is)\s)?(@?)([a-z][a-z0-9._#-]{3,28})/y;
const DIRECT = new Set([
  '톡디',
  '톡 아이디',
  '톡아이디',
  'dm me',
  'line id',
  'my line id',
  '라인 아이디',
  '라인 id',
  '친추',
  'signal me',
  '시그널 아이디',
  '라인 친추',
  '톡 id',
]);

/** Messengers named in order to talk there, ids for them, and requests for a phone number or an address. */
export function messengerSignals(folded: Folded, hits: HitsByConcept): Signal[] {
  const signals = applyRules(folded, RULES, hits);
  const near = (concept: string, hit: Hit, within: number) =>
    sameSentence(folded, hits.get(concept), hit, within);
  for (const hit of [
    ...(hits.get('messenger') ?? []),
    ...(hits.get('messenger_plain') ?? []),
    ...(hits.get('social') ?? []),
  ]) {
    const handle = handleAfter(folded, hit);
    if (handle !== null && !near('prohibit', hit, 20)) {
      const span = originalSpan(folded, hit.start, handle.end);
      signals.push({
        kind: 'contact_messenger',
        severity: 'high',
        ...span,
        evidence: `${hit.word}: ${handle.name}`,
      });
    } else if (
      hit.concept === 'messenger' &&
      asChannel(folded, hit) &&
      !near('build', hit, 24) &&
      !near('prohibit', hit, 30)
    ) {
      const span = originalSpan(folded, hit.start, hit.end);
      signals.push({ kind: 'contact_messenger', severity: 'medium', ...span, evidence: hit.word });
    } else if (hit.disguised && hit.concept === 'messenger') {
      // Nobody spells a name apart or in another layout by chance.
      signals.push({
        kind: 'contact_messenger',
        severity: 'high',
        ...originalSpan(folded, hit.start, hit.end),
        evidence: hit.word,
      });
    }
  }
  for (const hit of hits.get('messenger_direct') ?? []) {
    if (!DIRECT.has(hit.word) || near('prohibit', hit, 20) || near('build', hit, 10)) continue;
    signals.push({
      kind: 'contact_messenger',
      severity: 'high',
      ...originalSpan(folded, hit.start, hit.end),
      evidence: hit.word,
    });
  }
  return signals;
}

const CHANNEL_BEFORE =
  /(?:^|[^a-z])(?:on|over|via|through|using|by|per|auf|uber|mit|bei|sur|par|avec|for|use|uses|used|have|has|nutze|nutzt|habe|hab|utilise|utilisez) (?:(?:my|our|your|dein(?:en|em)?|ihr(?:en|em)?|mein(?:en|em)?|mon|notre|votre) )?$/;
const CHANNEL_AFTER =
  /^ ?(?:으로|로|에서|방|하시|하세|하실|하나|해요|있으|있나|있어|쓰시|쓰세|쓰나|주시|주세|ㄱ|가능|되시|되나|되세|편하|아이디|id|친추|추가|검색|contact|kontakt|nummer|number|numero|group|gruppe|groupe|call|anruf|me(?![a-z])|mich|mir|moi|us(?![a-z])|please|pls|plz|bitte|svp|stp|possible|moglich|\?\s*$)/;

/** Named as the way to talk ("over X", "X으로", "X 하시나요"), not as a thing to build or write about. */
function asChannel(folded: Folded, hit: Hit): boolean {
  const { text } = folded;
  return (
    CHANNEL_BEFORE.test(text.slice(Math.max(0, hit.start - 24), hit.start)) ||
    CHANNEL_AFTER.test(text.slice(hit.end, hit.end + 12))
  );
}

function handleAfter(folded: Folded, hit: Hit): { name: string; end: number } | null {
  HANDLE.lastIndex = hit.end;
  const match = HANDLE.exec(folded.text);
  if (match === null) return null;
  const name = match[2] ?? '';
  const marked =
    match[1] === '@' || /[:=]|아이디|id\s*[:=]|handle/.test(match[0].slice(0, match[0].length - name.length));
  const shaped = /\d/.test(name) ? /[a-z]{2}/.test(name) : /[a-z][._][a-z]/.test(name);
  if (!shaped && !(marked && hit.concept !== 'messenger_plain' && !/^https?$/.test(name))) return null;
  if (!marked && hit.concept === 'messenger_plain') return null;
  return { name, end: hit.end + match[0].length };
}
