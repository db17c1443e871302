import { LinkifyIt } from 'linkify-it';
import { LATIN, SPACE } from '../characters.ts';
import type { Signal } from '../contract.ts';
import { sameSentence } from '../cooccurrence.ts';
import type { Hit } from '../lexicon.ts';
import { CONTACT_HOSTS, FILE_ENDINGS, SHORTENERS, TLDS, WORK_HOSTS } from '../lexicons/hosts.ts';
import { type Folded, originalSpan } from '../normalise.ts';

/** A link as read, before anyone says what it means. */
export interface Link {
  start: number;
  end: number;
  host: string;
  path: string;
  /** Written so that a machine would not take it for a link ("site dot com", "hxxp", "[.]"). */
  disguised: boolean;
  role: 'contact' | 'shortener' | 'work' | 'unknown';
}

const linkify = new LinkifyIt({ fuzzyLink: true, fuzzyEmail: false, maxLength: 512 });
linkify.tlds([...TLDS], true);
const MAX_TOKEN = 300;
const MAX_LINKS = 100;
const SPELLED =
  /([a-z0-9][a-z0-9-]{0,40})(?: ?[[({<] ?(?:\.|dot|punkt|point|점|쩜|닷) ?[\])}>] ?| (?:dot|punkt|point|점|쩜|닷) | \. ?|\. | ?(?:점|쩜|닷) ?)([a-z]{2,6}|컴|넷)(?![a-z0-9])/y;
const SPELLED_MORE =
  /^(?: ?[[({<] ?(?:\.|dot|punkt|point) ?[\])}>] ?| (?:dot|punkt|point) |\.)([a-z]{2,6})(?![a-z0-9])/;
const SPELLED_PATH = /^(?: ?\/ ?| (?:slash|schragstrich|슬래시|슬러시) )[a-z0-9_+-]{2,40}/;
const DOT_WORDS = ['dot', 'punkt', 'point', '점', '쩜', '닷'];

/** Every link of the text, once. Linear: each token is read at most once, at most 300 characters of it. */
export function links(folded: Folded): Link[] {
  const { text, cls } = folded;
  const found: Link[] = [];
  if (!text.includes('.') && !DOT_WORDS.some((word) => text.includes(word))) return found;
  for (let i = 0; i < text.length && found.length < MAX_LINKS; ) {
    if (cls[i] === SPACE) {
      i++;
      continue;
    }
    let end = i;
    let dots = 0;
    while (end < text.length && cls[end] !== SPACE) if (text.charCodeAt(end++) === 46) dots++;
    if (dots > 0) plainLinks(text, i, Math.min(end, i + MAX_TOKEN), found);
    i = end;
  }
  spelledLinks(folded, found);
  return found.sort((a, b) => a.start - b.start);
}

function plainLinks(text: string, start: number, end: number, found: Link[]): void {
  const token = text.slice(start, end);
  if (!/[a-z0-9가-힣]\.[a-z]{2}/.test(token)) return;
  const scheme = token.indexOf('://');
  const readable =
    scheme > 0 && /h[tx]{1,2}ps?$/.test(token.slice(0, scheme)) ? token.replace(/hxxp/, 'http') : token;
  const glued = /[가-힣)\]"'>]/.exec(readable.slice(readable.indexOf('.')));
  const cut = glued === null ? readable : readable.slice(0, readable.indexOf('.') + glued.index);
  for (const part of [cut]) {
    const offset = firstAscii(part);
    for (const match of linkify.match(part.slice(offset)) ?? []) {
      const at = start + offset + match.index;
      if (text.charAt(at - 1) === '@') continue;
      const link = describe(at, at + match.lastIndex - match.index, match.raw, readable !== token);
      if (link !== null) found.push(link);
    }
  }
}

/** Korean words are glued in front of links ("사이트www.a.com"); international hosts are not worth the misreading. */
function firstAscii(token: string): number {
  const korean = /[가-힣]+(?=[a-z])/.exec(token);
  return korean === null ? 0 : korean.index + korean[0].length;
}

function describe(start: number, end: number, raw: string, disguised: boolean): Link | null {
  const match = /^(?:[a-z]+:)?(?:\/\/)?(?:[^@/]*@)?([^/:?#]+)(.*)$/.exec(raw);
  const host = (match?.[1] ?? '').replace(/^www\./, '');
  const scheme = raw.includes('://') || raw.startsWith('www.');
  const ending = host.slice(host.lastIndexOf('.') + 1);
  if (!host.includes('.') || (!scheme && (FILE_ENDINGS.has(ending) || !TLDS.has(ending)))) return null;
  // "Node.js", "e.g.so", "3.de": what names no host of at least two characters is prose with a dot.
  const name = host.slice(0, host.lastIndexOf('.'));
  const path = match?.[2] ?? '';
  if (!scheme && name.length < 2 && !(CONTACT_HOSTS.includes(host) && path.length > 1)) return null;
  if (
    !scheme &&
    (/^[\d.,-]+$/.test(name) ||
      (!SURE_ENDING.has(ending) && !under(host, CONTACT_HOSTS) && !under(host, SHORTENERS)))
  )
    return null;
  return { start, end, host, path, disguised, role: roleOf(host) };
}

function roleOf(host: string): Link['role'] {
  if (under(host, CONTACT_HOSTS)) return 'contact';
  if (under(host, SHORTENERS)) return 'shortener';
  return under(host, WORK_HOSTS) ? 'work' : 'unknown';
}

function under(host: string, list: readonly string[]): boolean {
  return list.some((known) => host === known || host.endsWith(`.${known}`));
}

function spelledLinks(folded: Folded, found: Link[]): void {
  const { text, cls } = folded;
  const taken = (at: number) => found.some((link) => at >= link.start && at < link.end);
  for (let i = 0; i < text.length && found.length < MAX_LINKS; i++) {
    if (cls[i] !== LATIN || (i > 0 && (cls[i - 1] === LATIN || text.charAt(i - 1) === '-'))) continue;
    SPELLED.lastIndex = i;
    const match = SPELLED.exec(text);
    if (match === null || taken(i)) continue;
    let host = `${match[1] ?? ''}.${({ 컴: 'com', 넷: 'net' } as Record<string, string>)[match[2] ?? ''] ?? match[2] ?? ''}`;
    let end = i + match[0].length;
    const more = SPELLED_MORE.exec(text.slice(end, end + 16));
    if (more !== null && TLDS.has(more[1] ?? '')) {
      host += `.${more[1] ?? ''}`;
      end += more[0].length;
    }
    const path = SPELLED_PATH.exec(text.slice(end, end + 50))?.[0] ?? '';
    if (!TLDS.has(host.slice(host.lastIndexOf('.') + 1))) continue;
    const separator = match[0].slice((match[1] ?? '').length, -(match[2] ?? '').length);
    // "… the end. so we …" and "work . to": a full stop ends a sentence; only unmistakable hosts survive spaces.
    const role = roleOf(host);
    const tld = host.slice(host.lastIndexOf('.') + 1);
    if ((match[1] ?? '').length < 2 && (role !== 'contact' || path === '')) continue;
    if (
      /^ ?(?:point|punkt) ?$/.test(separator) &&
      (!FOREIGN_ENDING.has(tld) || (tld === 'de' && separator.includes('point')))
    )
      continue;
    if (
      !/[[({<a-z가-힣]/.test(separator) &&
      !(/^ ?\. ?$/.test(separator) && (role === 'contact' || /\.com$|\.net$|\.kr$/.test(host)))
    )
      continue;
    const told = (match[1] ?? '').length > 4 && !separator.includes('dot') && FOREIGN_ENDING.has(tld);
    if (/^ (?:dot|point|punkt) $/.test(separator) && !SURE_ENDING.has(tld) && !told) continue;
    found.push({
      start: i,
      end: end + path.length,
      host,
      path: path.replaceAll(/ ?(?:\/|slash|schragstrich|슬래시|슬러시) ?/g, '/'),
      disguised: true,
      role,
    });
    i = end + path.length;
  }
}

const SURE_ENDING = new Set([
  'com',
  'net',
  'org',
  'io',
  'kr',
  'de',
  'fr',
  'uk',
  'gg',
  'app',
  'dev',
  'shop',
  'store',
  'xyz',
  'info',
  'biz',
  'me',
  'ly',
  'ee',
  'eu',
  'co',
  'ch',
  'bio',
  'site',
  'online',
  'studio',
  'design',
  'tv',
  'agency',
  'page',
]);
// "le point de …", "der Punkt me …": prose in the languages where the word is one.
const FOREIGN_ENDING = new Set(['com', 'net', 'org', 'fr', 'de', 'io', 'info', 'ch', 'at', 'app', 'shop']);
const NEAR = 60;
const ORDERING = /^\/(?:order|contact|kontakt|shop|book|hire|bestell|commande|reservation)/;

/**
 * Links that lead to a conversation elsewhere. A link to work that is being discussed (a reference, a shop to be
 * redesigned) is what first messages are about and is left alone.
 */
export function linkSignals(folded: Folded, found: readonly Link[], hits: readonly Hit[]): Signal[] {
  const signals: Signal[] = [];
  for (const link of found) {
    const near = (concept: string) =>
      hits.some(
        (hit) => hit.concept === concept && hit.end > link.start - NEAR && hit.start < link.end + NEAR,
      );
    const liked = sameSentence(
      folded,
      hits.filter((hit) => hit.concept === 'reference'),
      link,
      NEAR,
    );
    const severity = contactSeverity(link, near, liked);
    if (severity === null) continue;
    const evidence = `${link.host}${link.path}`.slice(0, 200);
    signals.push({ kind: 'contact_link', severity, ...originalSpan(folded, link.start, link.end), evidence });
  }
  return signals;
}

function contactSeverity(
  link: Link,
  near: (concept: string) => boolean,
  liked: boolean,
): Signal['severity'] | null {
  if (link.role === 'contact') return liked && !near('reach') ? 'low' : 'high';
  if (link.disguised) return link.role === 'work' ? null : 'high';
  if (link.role === 'work') return null;
  if (link.role === 'shortener') return 'medium';
  if (liked && !(ORDERING.test(link.path) && near('visit'))) return null;
  return near('reach') || near('visit') ? 'medium' : 'low';
}
