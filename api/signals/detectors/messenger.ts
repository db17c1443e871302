import type { Severity, Signal, SignalKind } from '../contract.ts';
import { applyRules, type HitsByConcept, Rule, sameSentence } from '../cooccurrence.ts';
import type { Hit } from '../lexicon.ts';
import { type Folded, originalSpan } from '../normalise.ts';
import { handleSignals } from './handles.ts';

const rule = (kind: SignalKind, severity: Severity, anchor: string) => new Rule(kind, severity, anchor);

// A name counts in company: an id, an invitation, a question whether the other has it. A messenger that is being built,
// styled or advertised on is the work itself.
const RULES: readonly Rule[] = [
  rule('contact_messenger', 'high', 'messenger').near(16, 'handle_word').unless(10, 'build prohibit'),
  rule('contact_messenger', 'high', 'messenger').near(24, 'befriend').unless(20, 'prohibit'),
  rule('contact_messenger', 'high', 'messenger').near(26, 'reach').unless(14, 'build prohibit'),
  rule('contact_messenger', 'high', 'messenger').near(6, 'request').unless(14, 'build prohibit'),
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

/** Messengers named in order to talk there, names to be found by, and requests for a phone number or an address. */
export function messengerSignals(folded: Folded, hits: HitsByConcept): Signal[] {
  const signals = [...applyRules(folded, RULES, hits), ...handleSignals(folded, hits)];
  const near = (concept: string, hit: Hit, within: number) =>
    sameSentence(folded, hits.get(concept), hit, within);
  const add = (hit: Hit, severity: Severity) =>
    signals.push({
      kind: 'contact_messenger',
      severity,
      ...originalSpan(folded, hit.start, hit.end),
      evidence: hit.word,
    });
  for (const hit of hits.get('messenger') ?? []) {
    // Nobody spells a name apart or in another layout by chance.
    if (hit.disguised) add(hit, 'high');
    else if (near('prohibit', hit, 30)) continue;
    else if (asChannel(folded, hit) && !near('build', hit, 24)) add(hit, 'medium');
    else if (!WORK.some((concept) => near(concept, hit, 60))) add(hit, 'low');
  }
  for (const hit of hits.get('messenger_direct') ?? []) {
    if (DIRECT.has(hit.word) && !near('prohibit', hit, 20) && !near('build', hit, 10)) add(hit, 'high');
  }
  return signals;
}

// A sentence that names a messenger and nothing that one makes, writes or sells for it is most likely about talking there.
const WORK = ['build', 'form', 'reference', 'pay_build'];

const CHANNEL_BEFORE =
  /(?:^|[^a-z])(?:on|over|via|through|using|by|per|auf|uber|mit|bei|sur|par|avec|for|use|uses|used|have|has|nutze|nutzt|habe|hab|utilise|utilisez) (?:(?:my|our|your|dein(?:en|em)?|ihr(?:en|em)?|mein(?:en|em)?|mon|notre|votre) )?$/;
const CHANNEL_AFTER =
  /^[ -]?(?:으로|로|에서|방|하시|하세|하실|하나|해요|있으|있나|있어|쓰시|쓰세|쓰나|주시|주세|ㄱ|가능|되시|되나|되세|편하|아이디|id|친추|추가|검색|contact|kontakt|nummer|number|numero|group|gruppe|groupe|call|anruf|me(?![a-z])|mich|mir|moi|us(?![a-z])|please|pls|plz|bitte|svp|stp|possible|moglich|\?\s*$)/;

/** Named as the way to talk ("over X", "X으로", "X 하시나요"), not as a thing to build or write about. */
function asChannel(folded: Folded, hit: Hit): boolean {
  const { text } = folded;
  return (
    CHANNEL_BEFORE.test(text.slice(Math.max(0, hit.start - 24), hit.start)) ||
    CHANNEL_AFTER.test(text.slice(hit.end, hit.end + 12))
  );
}
