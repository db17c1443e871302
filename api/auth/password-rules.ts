import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { RuleError } from '../core/errors.ts';

/** Code points. ASVS 5.0 6.2.1 recommends 15, 6.2.9 asks that at least 64 be taken. */
export const PASSWORD_MIN = 15;
export const PASSWORD_MAX = 256;

/** Fewer guesses than this and a password of any length is a common one in disguise (zxcvbn's highest score). */
const GUESSES_NEEDED = 1e10;

/** Without its separators and capitals it may not be on the list itself: pass-word-pass-word. */
const GUESSES_NEEDED_SQUASHED = 1e4;

/** What remains when the person's own words are taken out has to hold something by itself. */
const GUESSES_NEEDED_BESIDE_OWN_WORDS = 1e6;

/** As much as is looked at for patterns: the search grows with the square of the length. */
const LOOKED_AT = 64;

export type PasswordProblem =
  | 'too_short'
  | 'too_long'
  | 'not_text'
  | 'personal'
  | 'repeated'
  | 'sequence'
  | 'keyboard'
  | 'common'
  | 'predictable';

export const PASSWORD_MESSAGES: Readonly<Record<PasswordProblem, string>> = {
  too_short: `A password has at least ${PASSWORD_MIN} characters. Several words in a row are easy to remember.`,
  too_long: `A password has at most ${PASSWORD_MAX} characters.`,
  not_text: 'A password is well-formed text without control characters.',
  personal: 'This is built on your own name or e-mail address, or on the name of this console.',
  repeated: 'This repeats the same signs or words. What is repeated adds nothing.',
  sequence: 'This is a sequence such as abcdef or 123456, or built on one.',
  keyboard: 'These keys lie next to each other on the keyboard.',
  common: 'This is one of the passwords that are tried first, or one of them with something added.',
  predictable:
    'This is too easy to guess, however long it is. Take several words that have nothing to do with each other.',
};

/** Whose password it is to be: what they are called must not be what protects them. */
export interface Person {
  name: string;
  email: string;
}

/**
 * What people of this console try first and the international list lacks: words of the trade, of its languages, and
 * Korean words typed on a Latin keyboard (qlalfqjsgh = 비밀번호). Written by us.
 */
const LOCAL_WORDS =
  `passwort kennwort geheim geheimnis sonnenschein schatz hallo willkommen ichliebedich motdepasse
  bonjour soleil jetaime azerty azertyuiop azertyuiopqsdfghjklm qwertz qwertzuiop qwertzuiopasdfghjkl chouchou doudou
  비밀번호 사랑해 사랑해요 안녕하세요 대한민국 관리자 비번 qlalfqjsgh qlqjs tkfkdgo tkfkdgody dkssudgktpdy dkssud eogksalsrnr
  rhksflwk tkfkd dlrjs akfrmsek correcthorsebatterystaple changeme changeit
  default temporary moderator marketplace freelance support console administrator administrateur verwaltung`
    .split(/\s+/)
    .filter((word) => word !== '');

let estimator: ZxcvbnFactory | undefined;

function guess(password: string, person: readonly string[]) {
  estimator ??= new ZxcvbnFactory({
    dictionary: { ...dictionary, local: LOCAL_WORDS },
    graphs: adjacencyGraphs,
    useLevenshteinDistance: false,
  });
  return estimator.check(password, [...person]);
}

const BETWEEN_WORDS = /[^\p{L}\p{N}]+/u;

function squash(text: string): string {
  return text.toLowerCase().split(BETWEEN_WORDS).join('');
}

function wordsOf(person: Person): string[] {
  const [local = '', domain = ''] = person.email.toLowerCase().split('@');
  const company = domain.split('.').slice(0, -1).join('.');
  const wholes = ['gatehouse', person.email.toLowerCase(), local, domain, company, person.name.toLowerCase()];
  const words = wholes.flatMap((whole) => [whole, squash(whole)]);
  const parts = [local, company, person.name.toLowerCase()].flatMap((whole) => whole.split(BETWEEN_WORDS));
  return [...new Set([...words, ...parts])].filter((word) => word.length >= 2);
}

function withoutOwnWords(squashed: string, own: readonly string[]): string {
  const longestFirst = own.filter((word) => word.length >= 3).toSorted((a, b) => b.length - a.length);
  return longestFirst.reduce((rest, word) => rest.replaceAll(word, ''), squashed);
}

/** The pattern that covers most of the password says what is wrong with it. */
function mainPattern(
  sequence: readonly { pattern: string; token: string; dictionaryName?: unknown }[],
): PasswordProblem {
  const known = sequence.filter((match) => match.pattern !== 'bruteforce' && match.pattern !== 'separator');
  const [largest] = known.toSorted((a, b) => b.token.length - a.token.length);
  switch (largest?.pattern) {
    case 'repeat':
      return 'repeated';
    case 'sequence':
      return 'sequence';
    case 'spatial':
      return 'keyboard';
    case 'dictionary':
      return largest.dictionaryName === 'userInputs' ? 'personal' : 'common';
    default:
      return 'predictable';
  }
}

const CONTROL = /[\u0000-\u001f\u007f]/;

/**
 * What is wrong with a password, or null. There are no rules of composition (ASVS 5.0 6.2.5): length, and how many
 * guesses it takes somebody who knows the 49,000 most common passwords, their spellings (p@ssw0rd), repetitions,
 * sequences, keyboards, dates and the person (ASVS 5.0 6.2.4, 6.2.11, 6.2.12). Pure; a few milliseconds.
 */
export function passwordProblem(password: string, person: Person): PasswordProblem | null {
  if (!password.isWellFormed() || CONTROL.test(password)) return 'not_text';
  const length = [...password].length;
  if (length < PASSWORD_MIN) return 'too_short';
  if (length > PASSWORD_MAX) return 'too_long';
  const own = wordsOf(person);
  const looked = password.slice(0, LOOKED_AT);
  const { guesses, sequence } = guess(looked, own);
  if (guesses < GUESSES_NEEDED) return mainPattern(sequence);
  const squashed = squash(looked);
  if (squashed.length * 2 < looked.length) return null; // mostly signs: the estimate above has seen all of it
  if (guess(squashed, own).guesses < GUESSES_NEEDED_SQUASHED) return 'common';
  const rest = withoutOwnWords(squashed, own);
  if (rest.length < squashed.length && guess(rest, []).guesses < GUESSES_NEEDED_BESIDE_OWN_WORDS)
    return 'personal';
  return null;
}

/** @throws RuleError `weak_password`, with `reason`: one of `PasswordProblem` */
export function requireGoodPassword(password: string, person: Person): void {
  const reason = passwordProblem(password, person);
  if (reason !== null) throw new RuleError('weak_password', PASSWORD_MESSAGES[reason], { reason });
}
