import { convertHangulToQwerty } from 'es-hangul';
import { Automaton } from './automaton.ts';
import { classOf, DIGIT, HANGUL, JAMO, LATIN, OTHER, SPACE } from './characters.ts';
import { leetReadings } from './leet.ts';
import { type Folded, fold } from './normalise.ts';
import type { Concepts } from './words.ts';

export interface Hit {
  concept: string;
  /** The entry as written in the lexicon: the reading of what was found. */
  word: string;
  /** Folded offsets. */
  start: number;
  end: number;
  /** Found only by reading across separators ("카.톡", "w h a t s a p p") or in the wrong keyboard layout. */
  disguised: boolean;
}

interface Entry {
  concept: string;
  word: string;
  letters: string;
  /** `breaks[i]`: words part before letter i. */
  breaks: boolean[];
  openLeft: boolean;
  openRight: boolean;
  hangul: boolean;
  jamo: boolean;
  layout: boolean;
}

const MAX_HITS = 4_000;
const SHORTEST_LAYOUT = 5; // shorter ones are words: 새꺄 is typed as "tori"
// What may follow a Hangul word that was written letter by letter: a particle or the start of a request.
const PARTICLES = '으로은는이가을를도에의와과만요주아해하';

export class Lexicon {
  readonly #entries: Entry[] = [];
  readonly #automaton: Automaton;

  /** @param layouts concepts whose Hangul words are also sought as typed on a Latin layout ("zkxhr" for 카톡). */
  constructor(concepts: Concepts, layouts: readonly string[] = []) {
    for (const [concept, words] of Object.entries(concepts)) {
      for (const word of words) {
        for (const spelling of spellings(word)) this.#add(concept, word, spelling, false);
        if (layouts.includes(concept) && /^[가-힣]{2,}$/.test(word)) {
          const typed = convertHangulToQwerty(word).toLowerCase();
          if (typed.length >= SHORTEST_LAYOUT) this.#add(concept, word, typed, true);
        }
      }
    }
    this.#automaton = new Automaton(this.#entries.map((entry) => entry.letters));
  }

  #add(concept: string, word: string, spelling: string, layout: boolean): void {
    const openLeft = spelling.startsWith('*');
    const openRight = spelling.endsWith('*');
    const tightLeft = spelling.startsWith('^');
    const tightRight = spelling.endsWith('$');
    const body = fold(spelling.replaceAll(/[*^$]/g, '')).text;
    let letters = '';
    const breaks: boolean[] = [];
    let gap = false;
    for (const char of body) {
      if (!isLetter(classOf(char.charCodeAt(0)))) {
        gap = true;
        continue;
      }
      breaks.push(gap && letters !== '');
      letters += char;
      gap = false;
    }
    // Only letters are read: an entry with a digit would match without it.
    if (letters === '' || /\d/.test(body))
      throw new Error(`lexicon: "${word}" (${concept}) must be made of letters`);
    const kinds = [...letters].map((char) => classOf(char.charCodeAt(0)));
    const hangul = kinds.some((kind) => kind === HANGUL || kind === JAMO);
    const jamo = kinds.every((kind) => kind === JAMO);
    this.#entries.push({
      concept,
      word: word.replaceAll(/[*^$]/g, ''),
      letters,
      breaks,
      openLeft: hangul && !jamo ? !tightLeft : openLeft,
      openRight: hangul && !jamo ? !tightRight : openRight,
      hangul,
      jamo,
      layout,
    });
  }

  /** Every entry found, in order of where it ends, digits and signs read as letters too. Time is linear in the text. */
  find(folded: Folded): Hit[] {
    const hits = this.#find(folded, 0, folded.text.length);
    const readings = leetReadings(folded);
    if (readings.length === 0) return hits;
    for (const { as, words } of readings) {
      for (const { start, end } of words) {
        for (const hit of this.#find(as, start, end)) {
          const read = as.text.slice(hit.start, hit.end);
          if (read !== folded.text.slice(hit.start, hit.end)) hits.push({ ...hit, disguised: true });
        }
      }
    }
    return hits.sort((a, b) => a.end - b.end || a.start - b.start);
  }

  #find(folded: Folded, from: number, to: number): Hit[] {
    const { text, cls } = folded;
    const hits: Hit[] = [];
    const places = new Int32Array(to - from);
    let count = 0;
    let state = 0;
    for (let i = from; i < to && hits.length < MAX_HITS; i++) {
      if (!isLetter(cls[i] ?? 0)) continue;
      places[count++] = i;
      state = this.#automaton.step(state, text.charCodeAt(i));
      if (state === 0) continue;
      const ends = this.#automaton.ends(state);
      if (ends === undefined) continue;
      for (let n = 0; n < ends.length; n++) {
        const entry = this.#entries[ends[n] ?? 0];
        if (entry === undefined) continue;
        const first = count - entry.letters.length;
        const fit = fits(entry, folded, places, first);
        if (fit === NO) continue;
        hits.push({
          concept: entry.concept,
          word: entry.word,
          start: places[first] ?? 0,
          end: i + 1,
          disguised: fit === DISGUISED || entry.layout,
        });
      }
    }
    return hits;
  }
}

function isLetter(kind: number): boolean {
  return kind === LATIN || kind === HANGUL || kind === JAMO || kind === OTHER;
}

const NO = 0;
const PLAIN = 1;
const DISGUISED = 2;

/** Whether the letters from `places[first]` on are this word: by what stands within and around them. */
function fits(entry: Entry, folded: Folded, places: Int32Array, first: number): number {
  const { cls } = folded;
  const size = entry.letters.length;
  const start = places[first] ?? 0;
  const end = (places[first + size - 1] ?? 0) + 1;
  const before = start > 0 ? (cls[start - 1] ?? 0) : SPACE;
  const after = end < cls.length ? (cls[end] ?? 0) : SPACE;
  const unbroken = end - start === size;
  // Most of what ends here is part of a longer word.
  if (unbroken && !entry.jamo && !standsAlone(entry, before, after)) return NO;
  let unexpected = 0;
  let tight = 0;
  let marksOnly = true;
  for (let i = 1; i < size; i++) {
    const left = (places[first + i - 1] ?? 0) + 1;
    const right = places[first + i] ?? 0;
    const gap = right - left;
    if (gap > 4) return NO;
    if (entry.breaks[i]) {
      if (gap === 0 && !entry.hangul) return NO;
      continue;
    }
    if (gap === 0) {
      tight++;
      continue;
    }
    unexpected++;
    for (let at = left; at < right; at++) {
      if (cls[at] === SPACE || (cls[at] === DIGIT && !entry.hangul)) marksOnly = false;
    }
  }
  if (unexpected === 0) {
    if (entry.jamo) return before === JAMO || after === JAMO ? NO : PLAIN;
    return standsAlone(entry, before, after) ? PLAIN : NO;
  }
  if (entry.layout || isLetter(before)) return NO;
  const spread = tight === 0;
  if (!spread && !(marksOnly && size >= (entry.hangul ? 2 : 5))) return NO;
  if (entry.hangul) return isLetter(after) && !PARTICLES.includes(folded.text.charAt(end)) ? NO : DISGUISED;
  return isLetter(after) || (size < 4 && entry.concept !== 'insult') ? NO : DISGUISED;
}

function standsAlone(entry: Entry, before: number, after: number): boolean {
  if (!entry.openLeft && isLetter(before) && sameScript(entry, before)) return false;
  return entry.openRight || !isLetter(after) || !sameScript(entry, after);
}

/** A Latin word glued to Hangul is still a word: Korean particles are glued ("whatsapp으로"). */
function sameScript(entry: Entry, neighbour: number): boolean {
  if (entry.hangul) return neighbour === HANGUL || neighbour === JAMO;
  return neighbour === LATIN || neighbour === OTHER;
}

/** German umlauts are also written out: "ueberweisung". */
function spellings(word: string): string[] {
  if (!/[äöü]/.test(word)) return [word];
  return [word, word.replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue')];
}
