import type { Signal } from '../contract.ts';
import { type Folded, originalSpan } from '../normalise.ts';

const MAX_FOUND = 200;
// A mailbox told without any sign: "네이버 메일 hong123", "지메일 hong.gd", "hong123 네이버 메일".
const MAILBOX =
  /(?:(?:네이버|다음|네이트|카카오|구글|naver|daum)\s?(?:메일|이메일|아이디|mail|id)|지메일|쥐메일|한메일|핫메일|(?<![a-z.@])(?:gmail|hotmail|hanmail|outlook|yahoo|gmx|web\.de|icloud|proton(?:mail)?|laposte|wanadoo))((?:\s?(?:메일|주소|아이디|계정|id|이고|는|은|가|로|쪽으로|앞에는|주시면|identifiant|pseudo|name|handle|user(?:name)?|adresse|address|account|mail|unter|under|is|ist|est|c'est|as|:|=|,)){0,5})\s?([a-z][a-z0-9._-]{3,30})(?=[^a-z0-9@]|$)/g;
const TOLD = /[:=]|아이디|identifiant|pseudo|handle|username|앞에는| (?:is|ist|est|c'est|unter|under)$/;
/** "haneul_dev 뒤에 네이버닷컴": the name first. */
const MAILBOX_AFTER =
  /(?<![a-z0-9@._-])([a-z][a-z0-9._-]{3,30})\s?(?:뒤에|다음에|하고|에|then|followed by|suivi de|plus|dann)?\s?(?:네이버\s?(?:닷컴|점컴|메일)|지메일\s?(?:닷컴|점컴)?|한메일|(?:then |and )?@\s?(?:gmail|naver|hotmail|gmx|web))/g;

/** Mailboxes told by the provider's name and no sign. */
export function mailboxes(folded: Folded, known: readonly Signal[]): Signal[] {
  const { text } = folded;
  const found: Signal[] = [];
  const add = (at: number, length: number, name: string, shaped: boolean) => {
    const span = originalSpan(folded, at, at + length);
    if (!shaped || /\.(?:com|net|js|de|io)$/.test(name) || found.length >= MAX_FOUND) return;
    if (known.some((signal) => signal.start < span.end && span.start < signal.end)) return;
    found.push({
      kind: 'contact_email',
      severity: 'medium',
      ...span,
      evidence: text.slice(at, at + length).trim(),
    });
  };
  for (const match of text.matchAll(MAILBOX)) {
    const name = match[2] ?? '';
    const own = /(?:my|mein|meine|mon|제|내|저는|suis chez|bin bei|am on|i'm on) $/.test(
      text.slice(Math.max(0, match.index - 10), match.index),
    );
    const told = TOLD.test(match[1] ?? '');
    const digits = /\d/.test(name) && /[a-z]{3}/.test(name);
    add(match.index, match[0].length, name, /[a-z][._][a-z]/.test(name) || digits || (told && own));
  }
  for (const match of text.matchAll(MAILBOX_AFTER))
    add(match.index, match[0].length, match[1] ?? '', /\d|[a-z][._][a-z]/.test(match[1] ?? ''));
  return found;
}
