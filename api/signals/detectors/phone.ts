import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { DIGIT, LATIN } from '../characters.ts';
import type { Signal } from '../contract.ts';
import type { Language } from '../language.ts';
import { type Folded, originalSpan } from '../normalise.ts';
import { type Digit, type DigitRun, REAL } from '../numbers.ts';

// libphonenumber costs some 10 µs a call; a text that asks for more than this is noise, not a number.
const MAX_PARSES = 60;
const MAX_STARTS = 400;
const NOT_A_PHONE =
  /(?:주문|송장|운송장|예약|접수|거래|승인|사업자|등록|계좌|우편|품번|모델|시리얼|일련|상품|고객|문서|티켓|바코드|인증|라이선스|버전)\s?(?:번호|등록번호|코드)?[^\d]{0,6}$|(?:order|invoice|tracking|ticket|reference|ref|serial|model|item|article|isbn|ean|upc|gtin|asin|barcode|code-barres|sku|hrb|rcs|vat|siret|siren|id|bestellnummer|bestellung|auftrag|auftragsnummer|rechnung|rechnungsnummer|kundennummer|artikelnummer|sendungsnummer|steuernummer|commande|facture|dossier|numero de suivi|suivi|client|part|case|account|konto|kontonummer|compte)(?: ?(?:number|no|nr|num|numero|n))?[^a-z\d]{0,6}$/;
const PHONE_WORD =
  /(?:전화|번호|연락|폰|핸드폰|휴대폰|문자|통화|call|phone|tel|mobile|cell|text|txt|sms|whatsapp|number|reach|telefon|handy|nummer|anruf|ruf|erreich|telephone|portable|numero|appel|joindre|joignable)[^\d]{0,24}$/;

interface Found {
  /** Index of the last digit, inclusive. */
  last: number;
  evidence: string;
  plain: boolean;
}

/** Numbers that can be dialled, in digits or spelled, of Korea, Germany, France, the US and Britain, or with a country code. */
export function phoneSignals(folded: Folded, runs: readonly DigitRun[], language: Language): Signal[] {
  const signals: Signal[] = [];
  const budget = { parses: MAX_PARSES };
  for (const run of runs) {
    let starts = MAX_STARTS;
    for (let i = 0; i + 6 < run.digits.length && starts > 0; i++) {
      // Nothing starts inside a group, nor inside a word ("ten" is no zero).
      if (run.digits[i]?.glued || run.digits[i]?.start === run.digits[i - 1]?.start) continue;
      starts--;
      const found = phoneAt(folded, run, i, budget, language);
      if (found === null) continue;
      const digits = run.digits.slice(i, found.last + 1);
      let start = digits[0]?.start ?? 0;
      const end = digits.at(-1)?.end ?? start + 1;
      if (folded.text.charAt(start - 1) === '+') start--;
      const severity = found.plain ? 'medium' : 'high';
      signals.push({
        kind: 'contact_phone',
        severity,
        ...originalSpan(folded, start, end),
        evidence: found.evidence,
      });
      i = found.last;
    }
  }
  return signals;
}

function phoneAt(
  folded: Folded,
  run: DigitRun,
  i: number,
  budget: { parses: number },
  language: Language,
): Found | null {
  const { digits, text } = run;
  const first = digits[i];
  if (first === undefined) return null;
  const prior = folded.cls[first.start - 1];
  if (first.how === REAL && (prior === LATIN || prior === DIGIT)) return null;
  const head = text.slice(i, i + 16);
  const before = folded.text.slice(Math.max(0, first.start - 40), first.start);
  const plus =
    before.endsWith('+') || before.endsWith('(+') || before.endsWith('+(') || before.endsWith('plus ');
  const ends = groupEnds(digits, i);
  const disguised = ends.disguised;

  const korean = /^(?:0|82|0?82|0082)?(1[016789]\d{7,8})/.exec(head);
  if (korean !== null && (head.startsWith('0') || head.startsWith('82'))) {
    const prefix = korean[0].length - (korean[1]?.length ?? 0);
    for (const size of [10, 9]) {
      const total = prefix + size;
      if (head.length < total || !ends.at.has(i + total - 1)) continue;
      if (prefix === 1 && size === 9 && ends.single) continue;
      const shape = groups(digits, i, i + total - 1);
      if (!disguised && size === 9 && shape.length === 1 && head.startsWith('010')) continue;
      // 010-…, also with a spelled part ("공10-").
      const [one = 0, two = 0] = shape;
      const prefixed = one === 3 || (one < 3 && one + two === 3);
      if (!disguised && (shape.length > 4 || (shape.length > 1 && prefix === 1 && !prefixed))) continue;
      if (!disguised && shape.length === 1 && NOT_A_PHONE.test(before)) continue;
      const body = `0${head.slice(prefix, total)}`;
      const cut = body.length === 11 ? 7 : 6;
      return {
        last: i + total - 1,
        evidence: `${body.slice(0, 3)}-${body.slice(3, cut)}-${body.slice(cut)}`,
        plain: false,
      };
    }
  }

  const international = plus || head.startsWith('00');
  if (international && !head.startsWith('000')) {
    const national = plus ? head : head.slice(2);
    const skip = plus ? 0 : 2;
    for (let size = Math.min(15, national.length); size >= 8; size--) {
      if (!ends.at.has(i + skip + size - 1)) continue;
      const parsed = parse(`+${national.slice(0, size)}`, undefined, budget);
      if (parsed !== null) return { last: i + skip + size - 1, evidence: parsed, plain: false };
      const trunk = /^(33|49|44|82)0/.exec(national);
      if (trunk !== null) {
        const parsed0 = parse(`+${trunk[1] ?? ''}${national.slice(3, size)}`, undefined, budget);
        if (parsed0 !== null) return { last: i + skip + size - 1, evidence: parsed0, plain: false };
      }
    }
  }
  if (NOT_A_PHONE.test(before)) return null;
  if (head.startsWith('0')) return nationalNumber(run, i, ends, budget, language);
  return (
    northAmerican(run, i, ends, before, budget) ?? serviceNumber(run, i, ends, before, folded.hangul > 0)
  );
}

function nationalNumber(
  run: DigitRun,
  i: number,
  ends: GroupEnds,
  budget: { parses: number },
  language: Language,
): Found | null {
  for (const region of regions(language)) {
    for (let size = 12; size >= 9; size--) {
      const last = i + size - 1;
      if (!ends.at.has(last)) continue;
      const shape = groups(run.digits, i, last);
      if (!ends.disguised && !dialShape(shape)) continue;
      const number = run.text.slice(i, last + 1);
      if (!plausible(region, number, shape, ends.disguised)) continue;
      const parsed = parse(number, region, budget);
      if (parsed !== null) return { last, evidence: parsed, plain: !ends.disguised && shape.length === 1 };
    }
  }
  return null;
}

/** How people of a country group a number: what else is grouped so is seldom anything but a phone number. */
function plausible(region: CountryCode, number: string, shape: number[], disguised: boolean): boolean {
  const size = number.length;
  const loose = disguised || shape.length === 1;
  if (region === 'FR')
    return (
      size === 10 && /^0[1-9]/.test(number) && (loose || shape.every((n) => n === 2) || (shape[0] ?? 0) >= 2)
    );
  if (region === 'KR') return size >= 9 && size <= 11 && (loose || shape.length === 3);
  if (region === 'GB')
    return (size === 11 || size === 10) && /^0[12378]/.test(number) && (loose || (shape[0] ?? 0) >= 3);
  return size >= 10 && /^0[1-9]/.test(number) && (disguised || (shape[0] ?? 0) >= 3);
}

function dialShape(shape: number[]): boolean {
  const [first = 0] = shape;
  return shape.length <= 6 && (shape.length === 1 || (first >= 2 && first <= 6));
}

function northAmerican(
  run: DigitRun,
  i: number,
  ends: GroupEnds,
  before: string,
  budget: { parses: number },
): Found | null {
  const one = run.text.charAt(i) === '1' ? 1 : 0;
  const last = i + one + 9;
  if (last >= run.digits.length || !ends.at.has(last)) return null;
  const number = run.text.slice(i + one, last + 1);
  if (!/^[2-9]\d{2}[2-9]\d{6}$/.test(number)) return null;
  const shape = groups(run.digits, i, last);
  const grouped = shape.slice(-3).join() === '3,3,4' || shape.slice(-2).join() === '3,7';
  if (!grouped && !ends.disguised && !PHONE_WORD.test(before)) return null;
  const parsed = parse(number, 'US', budget);
  return parsed === null ? null : { last, evidence: parsed, plain: !ends.disguised };
}

// Prefixes assigned by the Korean regulator; 1500 and 2000 are sums far more often.
const KOREAN_SERVICE = /^1(?:522|544|566|577|588|599|600|644|661|666|668|670|688|800|811|833|855|877|899)/;

/** Korean numbers without an area code: 1588-1234, and 1234-5678 where the text speaks of a phone. */
function serviceNumber(
  run: DigitRun,
  i: number,
  ends: GroupEnds,
  before: string,
  hangul: boolean,
): Found | null {
  const last = i + 7;
  if (last >= run.digits.length || !ends.at.has(last) || groups(run.digits, i, last).join() !== '4,4')
    return null;
  const number = run.text.slice(i, last + 1);
  const known = KOREAN_SERVICE.test(number) && hangul;
  if (!known && !/(?:전화|휴대폰|핸드폰|폰|연락처|공일공|010)[^\d]{0,16}$/.test(before)) return null;
  return { last, evidence: `${number.slice(0, 4)}-${number.slice(4)}`, plain: true };
}

interface GroupEnds {
  /** Indexes of digits after which the number may end. */
  at: Set<number>;
  /** Spelled, mixed or written digit by digit: somebody took pains to hide it. */
  disguised: boolean;
  single: boolean;
}

function groupEnds(digits: readonly Digit[], i: number): GroupEnds {
  const at = new Set<number>();
  let foreign = 0;
  let lone = 0;
  const stop = Math.min(digits.length, i + 18);
  for (let n = i; n < stop; n++) {
    const digit = digits[n];
    const next = digits[n + 1];
    if (next === undefined || !next.glued) at.add(n);
    if (n < i + 10) {
      if (digit?.how !== REAL) foreign++;
      else if (!digit.glued && !next?.glued) lone++;
    }
  }
  return { at, disguised: foreign >= 2 || lone >= 6, single: lone >= 6 };
}

function groups(digits: readonly Digit[], first: number, last: number): number[] {
  const sizes: number[] = [];
  for (let i = first; i <= last; i++) {
    if (i === first || !digits[i]?.glued) sizes.push(1);
    else sizes[sizes.length - 1] = (sizes.at(-1) ?? 0) + 1;
  }
  return sizes;
}

function regions(language: Language): CountryCode[] {
  const all: CountryCode[] = ['KR', 'FR', 'DE', 'GB'];
  const own = ({ ko: 'KR', de: 'DE', fr: 'FR', en: 'GB' } as const)[language];
  return [own, ...all.filter((region) => region !== own)];
}

function parse(number: string, region: CountryCode | undefined, budget: { parses: number }): string | null {
  if (budget.parses-- <= 0) return null;
  const parsed = parsePhoneNumberFromString(
    number,
    region === undefined ? {} : { defaultCountry: region, extract: false },
  );
  if (parsed === undefined || !parsed.isValid()) return null;
  return region === 'KR' ? parsed.formatNational() : parsed.formatInternational();
}
