import { DIGIT } from '../characters.ts';
import type { Signal } from '../contract.ts';
import { type HitsByConcept, nearest } from '../cooccurrence.ts';
import type { Hit } from '../lexicon.ts';
import { type Folded, originalSpan } from '../normalise.ts';
import { type DigitRun, REAL } from '../numbers.ts';

// Lengths by country, ISO 13616 registry; the shortest is Norway's, the longest Malta's.
const IBAN_LENGTHS: Record<string, number> = {
  de: 22,
  fr: 27,
  be: 16,
  nl: 18,
  at: 20,
  ch: 21,
  lu: 20,
  es: 24,
  it: 27,
  pt: 25,
  gb: 22,
  ie: 22,
  pl: 28,
  se: 24,
  dk: 18,
  no: 15,
  fi: 18,
  cz: 24,
  lt: 20,
  ee: 20,
  lv: 21,
  mt: 31,
  mc: 27,
  cy: 28,
  gr: 27,
  hu: 28,
  ro: 24,
  bg: 22,
  hr: 21,
  si: 19,
  sk: 24,
  is: 26,
};
const IBAN_START = /(?:^|[^a-z0-9])([a-z]{2}) ?(\d{2})(?=[ -]?[a-z0-9]{2,4})/g;
const MAX_FOUND = 50;
const IN_FOURS = /^[a-z]{2}\d{2}(?: [a-z0-9]{4}){3,}(?: [a-z0-9]{1,4})?$/;
const NEAR = 24;

/** Bank accounts: IBANs by their checksum, and account-shaped numbers beside the name of a bank. */
export function bankSignals(folded: Folded, runs: readonly DigitRun[], hits: HitsByConcept): Signal[] {
  return [...ibans(folded), ...accounts(folded, runs, hits)];
}

function ibans(folded: Folded): Signal[] {
  const signals: Signal[] = [];
  if (folded.digits < 10) return signals;
  const { text } = folded;
  let after = 0;
  for (const match of text.matchAll(IBAN_START)) {
    const size = IBAN_LENGTHS[match[1] ?? ''];
    if (size === undefined || match.index < after) continue;
    if (signals.length >= MAX_FOUND) break;
    const start = match.index + match[0].indexOf(match[1] ?? '');
    let iban = '';
    let end = start;
    for (; end < text.length && iban.length < size && end - start < size * 2 + 4; end++) {
      const char = text.charAt(end);
      if (/[a-z0-9]/.test(char)) iban += char;
      else if (!/[ .\-\n]/.test(char)) break;
    }
    // A mistyped one counts where it is written as one: in fours.
    if (
      iban.length !== size ||
      !(checks(iban) || (IN_FOURS.test(text.slice(start, end)) && /\d{6}/.test(iban)))
    )
      continue;
    after = end;
    const evidence = iban.toUpperCase().replaceAll(/(.{4})(?=.)/g, '$1 ');
    signals.push({ kind: 'bank_account', severity: 'high', ...originalSpan(folded, start, end), evidence });
  }
  return signals;
}

/** ISO 7064 mod 97-10, digit by digit. */
function checks(iban: string): boolean {
  let rest = 0;
  for (const char of iban.slice(4) + iban.slice(0, 4)) {
    for (const digit of char >= 'a' ? String(char.charCodeAt(0) - 87) : char)
      rest = (rest * 10 + Number(digit)) % 97;
  }
  return rest === 1;
}

function accounts(folded: Folded, runs: readonly DigitRun[], hits: HitsByConcept): Signal[] {
  const signals: Signal[] = [];
  const banks = hits.get('bank');
  if (banks === undefined) return signals;
  for (const run of runs) {
    const first = run.digits[0];
    const last = run.digits.at(-1);
    if (first === undefined || last === undefined || run.text.length < 8 || run.text.length > 20) continue;
    if (folded.cls[first.start - 1] === DIGIT || /^01[016789]/.test(run.text)) continue;
    const number: Hit = {
      concept: 'number',
      word: run.text,
      start: first.start,
      end: last.end,
      disguised: first.how !== REAL,
    };
    const bank = nearest(banks, number, NEAR);
    if (bank === null) continue;
    const hangul = /[가-힣ㄱ-ㅎ]/.test(bank.word);
    const context = nearest(hits.get('bank_context'), number, 40);
    if (hangul ? run.text.length < 10 || run.text.length > 15 : context === null) continue;
    // "우리", "하나", "기업" are words; beside an account they stand right before the number or with 예금주 near.
    if (
      hangul &&
      !/은행|뱅크|뱅$|금고|농협|우체국|신협|수협/.test(bank.word) &&
      context === null &&
      number.start - bank.end > 3
    )
      continue;
    const from = Math.min(bank.start, number.start);
    const span = originalSpan(folded, from, Math.max(number.end, bank.end));
    signals.push({
      kind: 'bank_account',
      severity: 'high',
      ...span,
      evidence: `${bank.word} ${folded.text.slice(first.start, last.end)}`,
    });
  }
  return signals;
}
