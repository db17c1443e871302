import { DIGIT } from './characters.ts';
import type { Folded } from './normalise.ts';

// Every pattern is anchored (sticky), has bounded repeats and no two neighbours that can match the same character: the
// time for one attempt is constant.
const DATE =
  /(?:(?:19|20)\d{2}([-./] ?)(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])|(?:0?[1-9]|[12]\d|3[01])([-./])(?:0?[1-9]|1[0-2])\2(?:(?:19|20)\d{2}|\d{2}))(?![\d]|[-./]\d)/y;
const TIME = /(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?!\d)/y;
const GROUPED = /\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,2})?(?![\d,]\d)|\d{1,3}(?:\.\d{3}){1,4},\d{2}(?!\d)/y;
const VERSION = /\d{1,3}(?:\.\d{1,4}){2,3}(?![\d.]\d)/y;
const MEASURE =
  /\d{1,9}(?:[.,]\d{1,3})? ?(?:원|만 ?원|천 ?원|만|천|억|년|월|시간|시|분|초|개|명|장|건|쪽|페이지|자|회|차|주|점|퍼센트|won|krw|eur|euros?|usd|dollars?|gbp|pounds?|px|dpi|cm|mm|km|kg|mb|gb|tb|kb|hz|khz|ms|mah|wh|words?|worter|woerter|mots|seiten|pages?|hours?|hrs?|stunden|heures?|minutes?|minuten|min|days?|tage|jours?|weeks?|wochen|semaines?|uhr|h|%|€|\$|£|₩|°)(?![a-z])/y;
const CURRENCY_BEFORE = '₩$€£¥#';
const VERSION_BEFORE = /(?:^|[^a-z])(?:v|ver|version|rfc|iso|din|en|rev|build|isbn|ean)\.? ?$/;
const ORDINAL_CODE = /\d{3}-\d{2}-\d{5}(?!\d)/y; // Korean business registration number

/** Marks the digits of dates, times, prices, versions, measures and registration numbers. */
export function maskedNumbers(folded: Folded): Uint8Array | null {
  const { text, cls } = folded;
  let mask: Uint8Array | null = null;
  for (let i = 0; i < text.length; i++) {
    if (cls[i] !== DIGIT || (i > 0 && cls[i - 1] === DIGIT)) continue;
    const size = maskedLength(text, i);
    if (size === 0) continue;
    mask ??= new Uint8Array(text.length);
    mask.fill(1, i, i + size);
    i += size - 1;
  }
  return mask;
}

function maskedLength(text: string, at: number): number {
  const inside = at > 1 && /[\d][-./]/.test(text.slice(at - 2, at));
  if (!inside) {
    const date = length(DATE, text, at) || length(ORDINAL_CODE, text, at);
    if (date > 0) return date;
  }
  const time = length(TIME, text, at);
  if (time > 0) return time;
  const grouped = length(GROUPED, text, at);
  if (grouped > 0) return grouped;
  if (!inside) {
    const measure = length(MEASURE, text, at);
    if (measure > 0) return measure;
  }
  const before = text.charAt(at - 1) === ' ' ? text.charAt(at - 2) : text.charAt(at - 1);
  if (before !== '' && CURRENCY_BEFORE.includes(before)) return digitsFrom(text, at);
  if (VERSION_BEFORE.test(text.slice(Math.max(0, at - 9), at)))
    return length(VERSION, text, at) || digitsFrom(text, at);
  return 0;
}

function length(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex - at : 0;
}

function digitsFrom(text: string, at: number): number {
  let end = at;
  while (end < text.length && end - at < 40 && /[\d.,]/.test(text.charAt(end))) end++;
  return end - at;
}
