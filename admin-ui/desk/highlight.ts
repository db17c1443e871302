import type { Severity, Signal } from '../../api/signals/contract.ts';

/** A piece of text, with every signal that lies on it. `start` is its offset in the text. */
export interface Segment {
  start: number;
  text: string;
  /** The gravest first. */
  signals: readonly Signal[];
}

const WEIGHT: Record<Severity, number> = { low: 0, medium: 1, high: 2 };

export function gravest(signals: readonly Signal[]): Severity | null {
  return signals.reduce<Severity | null>(
    (most, { severity }) => (most === null || WEIGHT[severity] > WEIGHT[most] ? severity : most),
    null,
  );
}

/** Whether a cut here would fall between the two halves of one character. */
function splitsPair(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false;
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}

interface Span {
  start: number;
  end: number;
  signal: Signal;
}

function spansOf(text: string, signals: readonly Signal[]): Span[] {
  return signals.flatMap((signal) => {
    let start = Math.max(0, Math.min(signal.start, text.length));
    let end = Math.max(0, Math.min(signal.end, text.length));
    if (splitsPair(text, start)) start--;
    if (splitsPair(text, end)) end++;
    return end > start ? [{ start, end, signal }] : [];
  });
}

/**
 * Cuts a text at every border of a signal: each segment has the signals that cover all of it, so that spans that
 * overlap are shown where they do. Offsets are UTF-16, over the text as it was written; a signal that lies outside
 * the text is left out, one that would split a character is widened to it.
 */
export function segmentsOf(text: string, signals: readonly Signal[]): Segment[] {
  if (text === '') return [];
  const spans = spansOf(text, signals);
  const cuts = [...new Set([0, text.length, ...spans.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  const opening = spans.toSorted((a, b) => a.start - b.start);
  const segments: Segment[] = [];
  let live: Span[] = [];
  let next = 0;
  for (let i = 0; i + 1 < cuts.length; i++) {
    const start = cuts[i] as number;
    const end = cuts[i + 1] as number;
    live = live.filter((span) => span.end > start);
    for (let span = opening[next]; span !== undefined && span.start <= start; span = opening[next]) {
      live.push(span);
      next++;
    }
    const here = live.map((span) => span.signal);
    segments.push({
      start,
      text: text.slice(start, end),
      signals: here.toSorted((a, b) => WEIGHT[b.severity] - WEIGHT[a.severity] || a.start - b.start),
    });
  }
  return segments;
}

/** Where to cut a very long text: at a border of lines or words before `limit`, never inside a character. */
export function cutAt(text: string, limit: number): number {
  if (text.length <= limit) return text.length;
  const head = text.slice(0, limit);
  const line = head.lastIndexOf('\n');
  if (line > limit * 0.8) return line;
  const word = head.lastIndexOf(' ');
  if (word > limit * 0.8) return word;
  return splitsPair(text, limit) ? limit - 1 : limit;
}
