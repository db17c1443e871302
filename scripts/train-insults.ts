/**
 * Trains the insult model: hashed character n-grams, logistic regression with AdaGrad and L2, one set of int8 weights a
 * language. `node scripts/train-insults.ts <data dir>`, where the directory holds `messages.ndjson` ({id, text} lines) and
 * `labels.tsv` (id, lang, label ok|abuse|spam, source). A fifth of the texts, chosen by hash of the text, is never
 * trained on nor used to set thresholds and is what the printed figures are measured on; another fifth sets thresholds.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { featuresOf, featureUnit, hash } from '../api/signals/features.ts';
import { LANGUAGES, type Language } from '../api/signals/language.ts';
import type { ModelHeader } from '../api/signals/model.ts';
import { fold } from '../api/signals/normalise.ts';
import { neutralTexts } from '../api/signals/testing/neutral.ts';

const OUT = new URL('../api/signals/model/', import.meta.url);
const EPOCHS = 12;
const RATE = 0.4;
const L2 = 2e-4;
const BITS: Record<Language, number> = { ko: 18, en: 17, de: 17, fr: 17 };
// Share of the harmless texts of the tuning fifth that the model may mark, and of our neutral trade talk.
const FALSE_ALARMS: Record<Language, number> = { ko: 0.025, en: 0.003, de: 0.02, fr: 0.015 };
const NEUTRAL_ALARMS = 0.002;

interface Example {
  features: Uint32Array;
  abuse: boolean;
  part: 'train' | 'tune' | 'test';
  neutral: boolean;
}

const dir = process.argv[2];
if (dir === undefined || dir === '--help') {
  console.error('usage: node scripts/train-insults.ts <dir with messages.ndjson and labels.tsv>');
  process.exit(dir === undefined ? 2 : 0);
}

const examples = read(dir);
const headers: Partial<Record<Language, ModelHeader>> = {};
for (const language of LANGUAGES) {
  const own = examples[language];
  const { weights, bias } = train(own, BITS[language]);
  const { bytes, scale } = quantise(weights);
  const score = (example: Example) => logOdds(example, bytes, scale, bias);
  const threshold = Math.max(
    quantile(
      own.filter((e) => e.part === 'tune' && !e.abuse && !e.neutral).map(score),
      1 - FALSE_ALARMS[language],
    ),
    quantile(own.filter((e) => e.part === 'tune' && e.neutral).map(score), 1 - NEUTRAL_ALARMS),
  );
  headers[language] = { bits: BITS[language], scale, bias: round(bias), threshold: round(threshold) };
  writeFileSync(new URL(`insults.${language}.bin`, OUT), bytes);
  const test = own.filter((example) => example.part === 'test' && !example.neutral);
  const share = (abuse: boolean) => {
    const of = test.filter((example) => example.abuse === abuse);
    return `${of.filter((example) => score(example) >= threshold).length}/${of.length}`;
  };
  console.log(`${language}: held-out recall ${share(true)}, false alarms ${share(false)} (model alone)`);
}
writeFileSync(new URL('insults.json', OUT), `${JSON.stringify(headers, null, 2)}\n`);

function read(from: string): Record<Language, Example[]> {
  const labels = new Map(
    readFileSync(join(from, 'labels.tsv'), 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t'))
      .map(([id = '', lang = '', label = '']) => [id, { lang, label }] as const),
  );
  const sets: Record<Language, Example[]> = { ko: [], en: [], de: [], fr: [] };
  for (const line of readFileSync(join(from, 'messages.ndjson'), 'utf8').split('\n')) {
    if (line === '') continue;
    const { id, text } = JSON.parse(line) as { id: string; text: string };
    const label = labels.get(id);
    const language = LANGUAGES.find((known) => known === label?.lang);
    if (language === undefined || label === undefined) continue;
    sets[language].push(example(text, language, label.label === 'abuse', false));
  }
  for (const language of LANGUAGES) {
    for (const text of neutralTexts(language)) sets[language].push(example(text, language, false, true));
  }
  return sets;
}

function example(text: string, language: Language, abuse: boolean, neutral: boolean): Example {
  const folded = fold(text.replaceAll(/&#?\w+;/g, ' '));
  const { hashes, count } = featuresOf(folded, 0, folded.text.length, language);
  // By the folded text, so that copies of a text stay on one side.
  const fifth = hash(folded.text.replaceAll(/\s+/g, ' ').trim()) % 5;
  const part = fifth === 0 ? 'test' : fifth === 1 ? 'tune' : 'train';
  return { features: hashes.slice(0, count), abuse, part, neutral };
}

function train(all: Example[], bits: number): { weights: Float64Array; bias: number } {
  const set = all.filter((one) => one.part === 'train' && one.features.length > 0);
  const mask = 2 ** bits - 1;
  const weights = new Float64Array(mask + 1);
  const squares = new Float64Array(mask + 1).fill(1e-2);
  const positives = set.filter((one) => one.abuse).length;
  // Both classes weigh the same in total: the share of abuse in a data set says nothing about a marketplace.
  const weightOf = { abuse: set.length / (2 * positives), ok: set.length / (2 * (set.length - positives)) };
  let bias = 0;
  const random = generator(20_260_901);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(set, random);
    for (const one of set) {
      const unit = featureUnit(one.features.length);
      let sum = 0;
      for (const feature of one.features) sum += weights[feature & mask] ?? 0;
      const error = 1 / (1 + Math.exp(-(sum * unit + bias))) - (one.abuse ? 1 : 0);
      const pull = error * (one.abuse ? weightOf.abuse : weightOf.ok);
      bias -= 0.01 * pull;
      for (const feature of one.features) {
        const at = feature & mask;
        const slope = pull * unit + L2 * (weights[at] ?? 0);
        squares[at] = (squares[at] ?? 0) + slope * slope;
        weights[at] = (weights[at] ?? 0) - (RATE * slope) / Math.sqrt(squares[at] ?? 1) / 4;
      }
    }
  }
  return { weights, bias };
}

function quantise(weights: Float64Array): { bytes: Int8Array; scale: number } {
  const sizes = weights
    .map(Math.abs)
    .filter((size) => size > 0)
    .sort();
  const top = sizes[Math.floor(sizes.length * 0.9995)] ?? 1;
  const scale = round(top / 127);
  return {
    bytes: Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / scale)))),
    scale,
  };
}

function logOdds(one: Example, bytes: Int8Array, scale: number, bias: number): number {
  if (one.features.length === 0) return -9;
  let sum = 0;
  for (const feature of one.features) sum += bytes[feature & (bytes.length - 1)] ?? 0;
  return sum * scale * featureUnit(one.features.length) + bias;
}

function quantile(values: number[], q: number): number {
  if (values.length === 0) return 0;
  values.sort((a, b) => a - b);
  return values[Math.min(values.length - 1, Math.floor(values.length * q))] ?? 0;
}

function round(value: number): number {
  return Number(value.toPrecision(6));
}

function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function shuffle<T>(list: T[], random: () => number): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [list[i], list[j]] = [list[j] as T, list[i] as T];
  }
}
