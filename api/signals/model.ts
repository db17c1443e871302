import { readFileSync } from 'node:fs';
import { featuresOf, featureUnit, type Word } from './features.ts';
import { LANGUAGES, type Language } from './language.ts';
import type { Folded } from './normalise.ts';

/** What stands beside the weights of one language in model/insults.json. */
export interface ModelHeader {
  bits: number;
  /** Weight of one int8 step. */
  scale: number;
  bias: number;
  /** Log-odds from which a text is worth a look, set on texts the weights were not fitted to. */
  threshold: number;
}

export interface Judgement {
  /** Log-odds above the threshold; negative: nothing to see. */
  margin: number;
  /** The words that weighed most, in order of the text. */
  words: Word[];
}

interface Model extends ModelHeader {
  weights: Int8Array;
}

const MODELS = load();
const MIN_SHARE = 0.4;

function load(): Partial<Record<Language, Model>> {
  const at = (name: string) => new URL(`./model/${name}`, import.meta.url);
  const headers = JSON.parse(readFileSync(at('insults.json'), 'utf8')) as Partial<
    Record<Language, ModelHeader>
  >;
  const models: Partial<Record<Language, Model>> = {};
  for (const language of LANGUAGES) {
    const header = headers[language];
    if (header === undefined) continue;
    const bytes = readFileSync(at(`insults.${language}.bin`));
    models[language] = {
      ...header,
      weights: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    };
  }
  return models;
}

/** Weighs the stretch `[start, end)` of a folded text; null where there is no model or nothing to weigh. */
export function judge(folded: Folded, start: number, end: number, language: Language): Judgement | null {
  const model = MODELS[language];
  if (model === undefined) return null;
  const { words, hashes, count } = featuresOf(folded, start, end, language);
  if (count === 0) return null;
  const { weights } = model;
  const mask = weights.length - 1;
  const unit = model.scale * featureUnit(count);
  let sum = 0;
  let top = 0;
  const shares = new Int32Array(words.length);
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as Word;
    let share = 0;
    for (let at = word.first; at < word.last; at++) share += weights[(hashes[at] ?? 0) & mask] ?? 0;
    shares[i] = share;
    sum += share;
    if (share > top) top = share;
  }
  const margin = sum * unit + model.bias - model.threshold;
  if (margin < 0) return { margin, words: [] };
  return {
    margin,
    words: words.filter((_, i) => (shares[i] ?? 0) > 0 && (shares[i] ?? 0) >= top * MIN_SHARE),
  };
}
