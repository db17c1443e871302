import { classOf, DIGIT, foldCodePoint, HANGUL, JAMO } from './characters.ts';
import { assembleAt, closeSyllable, isVowel } from './jamo.ts';

/**
 * A text as it reads once disguise is taken off: NFKC, lower case, no accents, nothing invisible, jamo composed.
 * `from[i]`..`to[i]` (UTF-16, end exclusive) is where the folded unit `i` stands in the original.
 */
export interface Folded {
  readonly original: string;
  readonly text: string;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Class of each unit, see characters.ts. */
  readonly cls: Uint8Array;
  readonly digits: number;
  readonly hangul: number;
}

const ASCII = Array.from({ length: 128 }, (_, code) => foldCodePoint(code));

/** Units that fold into themselves: nearly all of a text, copied in stretches. */
const PLAIN = new Uint8Array(0x10000);
for (let unit = 32; unit < 127; unit++) if (ASCII[unit] === String.fromCharCode(unit)) PLAIN[unit] = 1;
PLAIN.fill(1, 0xac00, 0xd7a4);

/** Folds a text in one pass; the result is at most four times as long as the original. */
export function fold(original: string): Folded {
  const size = original.length;
  let from = new Int32Array(size + 8);
  let to = new Int32Array(size + 8);
  let length = 0;
  let jamo = false;
  let text = '';
  let copied = 0; // what comes before this place of the original is in `text`
  for (let at = 0; at < size; ) {
    const unit = original.charCodeAt(at);
    if (PLAIN[unit] === 1) {
      if (length === from.length) {
        from = grow(from);
        to = grow(to);
      }
      from[length] = at++;
      to[length++] = at;
      continue;
    }
    if (copied < at) text += original.slice(copied, at);
    const code = unit < 128 ? unit : (original.codePointAt(at) ?? unit);
    const width = code > 0xffff ? 2 : 1;
    const piece = unit < 128 ? (ASCII[unit] ?? '') : foldCodePoint(code);
    if (length + piece.length > from.length) {
      from = grow(from);
      to = grow(to);
    }
    for (let i = 0; i < piece.length; i++) {
      from[length] = at;
      to[length++] = at + width;
      if (!jamo && classOf(piece.charCodeAt(i)) === JAMO) jamo = true;
    }
    // What cannot be seen belongs to the character it hangs on, so that a highlight covers it.
    if (piece === '' && length > 0) to[length - 1] = at + width;
    text += piece;
    at += width;
    copied = at;
  }
  if (copied < size) text += original.slice(copied);
  if (jamo) return classify(original, ...compose(text, from, to));
  return classify(original, text, from.subarray(0, length), to.subarray(0, length));
}

function grow(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2 + 16);
  larger.set(array);
  return larger;
}

function classify(original: string, text: string, from: Int32Array, to: Int32Array): Folded {
  const cls = new Uint8Array(text.length);
  let digits = 0;
  let hangul = 0;
  for (let i = 0; i < text.length; i++) {
    const kind = classOf(text.charCodeAt(i));
    cls[i] = kind;
    if (kind === DIGIT) digits++;
    else if (kind === HANGUL) hangul++;
  }
  return { original, text, from, to, cls, digits, hangul };
}

function compose(text: string, from: Int32Array, to: Int32Array): [string, Int32Array, Int32Array] {
  const starts = new Int32Array(text.length);
  const ends = new Int32Array(text.length);
  const out: string[] = [];
  for (let i = 0; i < text.length; ) {
    const unit = text.charCodeAt(i);
    let piece = text.charAt(i);
    let used = 1;
    const kind = classOf(unit);
    if (kind === JAMO) {
      const syllable = assembleAt(text, i);
      if (syllable !== null) ({ text: piece, used } = syllable);
    } else if (kind === HANGUL && i + 1 < text.length && classOf(text.charCodeAt(i + 1)) === JAMO) {
      const after = text.charAt(i + 2);
      const closed =
        after !== '' && (isVowel(after) || after === text.charAt(i + 1))
          ? null
          : closeSyllable(unit, text.charAt(i + 1));
      if (closed !== null) {
        piece = closed;
        used = 2;
      }
    }
    starts[out.length] = from[i] ?? 0;
    ends[out.length] = to[i + used - 1] ?? 0;
    out.push(piece);
    i += used;
  }
  return [out.join(''), starts.subarray(0, out.length), ends.subarray(0, out.length)];
}

/** The place in the original text of the folded stretch `[start, end)`. */
export function originalSpan(folded: Folded, start: number, end: number): { start: number; end: number } {
  return { start: folded.from[start] ?? 0, end: folded.to[end - 1] ?? folded.original.length };
}
