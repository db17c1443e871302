import { HANGUL, LATIN, SPACE } from '../characters.ts';
import type { Signal } from '../contract.ts';
import type { HitsByConcept } from '../cooccurrence.ts';
import { MAIL_HOSTS, TLDS } from '../lexicons/hosts.ts';
import { type Folded, originalSpan } from '../normalise.ts';
import { mailboxes } from './mailbox.ts';

// All patterns are sticky or tried on slices of bounded length: constant time per "at" sign found.
const AT_WORDS = [
  'aet',
  '골뱅이',
  '골벵이',
  '앳',
  '엣',
  '골뱅',
  'arobase',
  'arobaze',
  'arobas',
  'arrobase',
  'klammeraffe',
  'affenschwanz',
  'at sign',
  'at zeichen',
  'at-zeichen',
  'at symbol',
  'at',
  'chez',
  'bei',
  'on',
  'sur',
];
// Words of every sentence: they count only between brackets or where the rest leaves no doubt.
const PROSE_AT = new Set(['at', 'chez', '앳', '엣', 'bei', 'on', 'sur']);
const DOT = String.raw`(?: ?[[({<_-]? ?(?:\.|dot|punkt|point|pt|점|쩜|닷|닷컴) ?[\])}>_-]? ?)`;
const LABEL = String.raw`[a-z0-9](?:[a-z0-9-]{0,40}[a-z0-9])?`;
const KOREAN_HOSTS = [...MAIL_HOSTS.keys()]
  .filter((name) => /^[가-힣]/.test(name))
  .sort((a, b) => b.length - a.length);
const HOST = new RegExp(
  `^(${LABEL}|${KOREAN_HOSTS.join('|')})(?:${DOT}(${LABEL}|컴|넷))?(?:${DOT}(${LABEL}|컴|넷|케이알))?`,
);
const LOCAL = /([a-z0-9](?:[a-z0-9._+-]{0,62}[a-z0-9_])?|(?:[a-z0-9._-] ){3,30}[a-z0-9])$/;
const DOTTED_LOCAL = / ?[[({<]? ?(?:dot|punkt|point|점|쩜|닷) ?[\])}>]? ?/g;
/** Written with a space between all characters. */
const SPACED = /^(?:[a-z0-9.-] ){4,60}[a-z0-9](?![a-z0-9])/;
const HANGUL_TLD: Record<string, string> = { 컴: 'com', 넷: 'net', 케이알: 'kr', 코리아: 'kr' };
const MAX_FOUND = 200;

/** Addresses as such and as people spell them: "hong 골뱅이 naver 점 com", "hong (at) gmail", "hong arobase free point fr". */
export function emailSignals(folded: Folded, hits: HitsByConcept): Signal[] {
  const providers = hits.has('mailbox');
  const signals: Signal[] = [];
  let after = 0;
  for (const at of atMarks(folded, providers)) {
    if (at.start < after || signals.length >= MAX_FOUND) continue;
    const found = addressAround(folded, at);
    if (found === null || found.start < after) continue;
    after = found.end;
    const { start, end } = originalSpan(folded, found.start, found.end);
    signals.push({
      kind: 'contact_email',
      severity: found.sure ? 'high' : 'medium',
      start,
      end,
      evidence: found.address,
    });
  }
  return providers ? [...signals, ...mailboxes(folded, signals)] : signals;
}

// "I work at gmail" names an employer; an address has a mail or a request to write beside it.
const PLACES =
  /^(?:work|works|working|worked|am|is|are|was|be|me|us|you|team|job|office|people|engineer|intern|employed|account|look|meet|them|it|him|her|here|there|done|made|hosted)$/;
const MAIL_WORD =
  /mail|write|schreib|ecri|contact|reach|kontakt|send|envoy|schick|adress|address|erreich|joindre|@/;
interface At {
  start: number;
  end: number;
  word: string;
  /** Bracketed or a sign: cannot be a word of a sentence. */
  sure: boolean;
}

// "hong◎gmail.com", "rob(a)gmx.de", "kim@@hotmail.com": before a provider of mailboxes any mark will do.
const STAND_IN =
  /(?<=[a-z0-9_]) ?((?:[^a-z0-9가-힣\s.,;:!?'"/-]|[([{]a[)\]}]){1,3}) ?(?=(?:gmail|googlemail|naver|daum|hanmail|nate|kakao|outlook|hotmail|yahoo|icloud|gmx|web|proton|protonmail|laposte|wanadoo|orange|free|sfr|posteo|aol|live|네이버|지메일)(?:[.,]| ?점| ?닷|닷컴| dot | punkt | point ))/g;

function atMarks(folded: Folded, providers: boolean): At[] {
  const { text } = folded;
  const marks: At[] = [];
  for (let i = text.indexOf('@'); i >= 0; i = text.indexOf('@', i + 1))
    marks.push({ start: i, end: i + 1, word: '@', sure: true });
  for (const word of AT_WORDS) {
    for (let i = text.indexOf(word); i >= 0; i = text.indexOf(word, i + word.length)) {
      if (word.charCodeAt(0) < 128 && (folded.cls[i - 1] === LATIN || folded.cls[i + word.length] === LATIN))
        continue;
      marks.push({ start: i, end: i + word.length, word, sure: !PROSE_AT.has(word) });
    }
  }
  if (providers)
    for (const match of text.matchAll(STAND_IN))
      marks.push({ start: match.index, end: match.index + (match[1] ?? '').length, word: '@', sure: true });
  for (const mark of marks) widen(folded, mark);
  return marks.sort((a, b) => a.start - b.start);
}

const OPENING = '[({<-_*|/"\'';
const CLOSING = '])}>-_*|/"\'';

/** Takes in the brackets and spaces around the sign. */
function widen(folded: Folded, mark: At): void {
  const { text, cls } = folded;
  if (
    cls[mark.start - 1] === SPACE &&
    OPENING.includes(text.charAt(mark.start - 2)) &&
    text.charAt(mark.start - 2) !== ''
  )
    mark.start--;
  const left = text.charAt(mark.start - 1);
  if (left !== '' && OPENING.includes(left)) {
    let end = mark.end;
    if (cls[end] === SPACE) end++;
    if (end < text.length && CLOSING.includes(text.charAt(end))) {
      mark.start--;
      mark.end = end + 1;
      mark.sure = true;
    }
  }
  if (cls[mark.start - 1] === SPACE) mark.start--;
  if (cls[mark.end] === SPACE) mark.end++;
}

function addressAround(
  folded: Folded,
  at: At,
): { start: number; end: number; address: string; sure: boolean } | null {
  const { text } = folded;
  const right = text.slice(at.end, at.end + 120);
  const spaced = SPACED.exec(right)?.[0] ?? '';
  const host = spaced === '' ? readHost(right, at) : readHost(spaced.replaceAll(' ', ''), at);
  if (host === null) return null;
  if (spaced !== '') {
    host.length = spaced.trimEnd().length;
    host.spelled = true;
  }
  const base = Math.max(0, at.start - 80);
  let left = text.slice(base, at.start);
  const plainLeft = left;
  if (at.word !== '@' || host.spelled)
    left = left.replace(DOTTED_LOCAL, (match) =>
      match.length > 1 ? '.'.padEnd(match.length, '\u0001') : match,
    );
  const compact = left.replaceAll('\u0001', '');
  const local = LOCAL.exec(compact);
  let name = local?.[1]?.replaceAll(' ', '') ?? '';
  let start = at.start - (local === null ? 0 : originalLength(left, local[0].length));
  if (name === '' && host.provider) {
    const korean = /([가-힣]{2,8})$/.exec(plainLeft);
    if (korean !== null && folded.cls[at.start - 1] === HANGUL) {
      name = korean[1] ?? '';
      start = at.start - name.length;
    }
  }
  if (name.length < 2 || name.startsWith('@')) return null;
  if (!at.sure && !host.spelled && !host.provider) return null;
  if (
    !at.sure &&
    !host.spelled &&
    !/[\d._]/.test(name) &&
    (PLACES.test(name) || !MAIL_WORD.test(text.slice(Math.max(0, start - 50), start)))
  )
    return null;
  // "at some point so we …": in prose the word for a dot needs an ending that is none of the sentence's words.
  if (!at.sure && !host.provider && !/\.(?:com|net|org|fr|de|io|info|ch|eu|kr|uk)$/.test(host.name))
    return null;
  if (!at.sure && /^(?:some|this|that|the|what|which|any|one|every)\./.test(host.name)) return null;
  return { start, end: at.end + host.length, address: `${name}@${host.name}`, sure: at.sure || host.spelled };
}

/** How many units of `padded` its last `size` visible characters take. */
function originalLength(padded: string, size: number): number {
  let seen = 0;
  let i = padded.length;
  while (i > 0 && (seen < size || padded.charAt(i - 1) === '\u0001')) {
    i--;
    if (padded.charAt(i) !== '\u0001') seen++;
  }
  return padded.length - i;
}

function readHost(
  text: string,
  at: At,
): { name: string; length: number; spelled: boolean; provider: boolean } | null {
  const match = HOST.exec(text);
  if (match === null) return null;
  const [whole, first = '', second, third] = match;
  const provider = MAIL_HOSTS.get(first);
  const known = (label: string | undefined) => {
    const name = HANGUL_TLD[label ?? ''] ?? label ?? '';
    return TLDS.has(name) ? name : null;
  };
  const last = known(third);
  const middle = known(second);
  const label = first.replace(/^[가-힣]+$/, (word) => (MAIL_HOSTS.get(word) ?? word).split('.')[0] ?? word);
  if (second !== undefined && third !== undefined && last !== null && label !== '') {
    return {
      name: `${label}.${HANGUL_TLD[second] ?? second}.${last}`,
      length: whole.length,
      spelled: spelled(whole),
      provider: provider !== undefined,
    };
  }
  if (middle !== null) {
    const size = third === undefined ? whole.length : lengthUpTo(text, first, second ?? '');
    // "look at this.in the end": a full stop between words is no host unless the sign leaves no doubt.
    return {
      name: `${label}.${middle}`,
      length: size,
      spelled: spelled(text.slice(0, size)),
      provider: provider !== undefined,
    };
  }
  if (
    provider !== undefined &&
    (at.word !== '@' || first.length > 2) &&
    !/[a-z]/.test(text.charAt(first.length))
  ) {
    return { name: provider, length: first.length, spelled: false, provider: true };
  }
  const glued = /^(gmail|naver|hanmail|daum|outlook|hotmail|yahoo|네이버|지메일)(닷컴|com|net|컴)/.exec(text);
  if (glued !== null)
    return {
      name: MAIL_HOSTS.get(glued[1] ?? '') ?? '',
      length: glued[0].length,
      spelled: true,
      provider: true,
    };
  return null;
}

function spelled(host: string): boolean {
  return /(?:dot|punkt|point|점|쩜|닷|컴)/.test(host) || /[[({] ?\./.test(host);
}

function lengthUpTo(text: string, first: string, second: string): number {
  return text.indexOf(second, first.length) + second.length;
}
