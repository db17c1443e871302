import { isUtf8 } from 'node:buffer';

/** A line of the input that is not blank, counted from 1. */
export interface Line {
  number: number;
  /** The text; undefined where `problem` says why there is none. */
  text: string | undefined;
  problem?: 'line_too_long' | 'malformed_utf8';
}

/** The input broke off: what sent it is gone. */
export class InputInterrupted extends Error {
  constructor(cause: unknown) {
    super('The input broke off.', { cause });
    this.name = 'InputInterrupted';
  }
}

const NEWLINE = 0x0a;

/**
 * Splits bytes into lines, in memory for one chunk and one line at a time. CR LF, a byte order mark and blank lines
 * are tolerated; what is longer than `maxBytes` is skipped, told of, and the next line is read.
 * @returns the lines of each chunk
 * @throws InputInterrupted where the source fails
 */
export async function* readLines(
  source: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<Line[], void> {
  let number = 0;
  let parts: Uint8Array[] = [];
  let length = 0;

  function take(part: Uint8Array): void {
    length += part.length;
    if (length <= maxBytes) parts.push(part);
    else parts = [];
  }

  function endLine(): Line | undefined {
    number++;
    const bytes = parts.length === 1 ? (parts[0] as Uint8Array) : Buffer.concat(parts);
    const tooLong = length > maxBytes;
    parts = [];
    length = 0;
    if (tooLong) return { number, text: undefined, problem: 'line_too_long' };
    if (!isUtf8(bytes)) return { number, text: undefined, problem: 'malformed_utf8' };
    // trim takes CR and the byte order mark too
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8').trim();
    return text === '' ? undefined : { number, text };
  }

  function linesOf(chunk: Uint8Array): Line[] {
    const lines: Line[] = [];
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      take(chunk.subarray(start, end));
      const line = endLine();
      if (line !== undefined) lines.push(line);
      start = end + 1;
    }
    if (start < chunk.length) take(chunk.subarray(start));
    return lines;
  }

  const chunks = source[Symbol.asyncIterator]();
  try {
    for (;;) {
      let next: IteratorResult<Uint8Array, unknown>;
      try {
        next = await chunks.next();
      } catch (error) {
        throw new InputInterrupted(error);
      }
      if (next.done === true) break;
      const lines = linesOf(next.value);
      if (lines.length > 0) yield lines;
    }
  } finally {
    await chunks.return?.();
  }
  const last = length > 0 ? endLine() : undefined;
  if (last !== undefined) yield [last];
}
