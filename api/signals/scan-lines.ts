import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';
import { scan } from './scan.ts';

const Line = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  locale: z.string().optional(),
});

/**
 * Scans newline-delimited JSON `{id, text, locale?}` and writes `{id, signals}` lines in the order of the input. A line that
 * cannot be read is told to `onBadLine` (its number from 1, blank lines counted, and what is wrong) and leaves no output. Streams: memory does not grow with the input. `output` is
 * left open.
 */
export async function scanLines(
  input: Readable,
  output: Writable,
  onBadLine: (line: number, problem: string) => void = () => undefined,
): Promise<void> {
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line.trim() === '') continue;
    const read = parse(line);
    if (typeof read === 'string') {
      onBadLine(number, read);
      continue;
    }
    const options = read.locale === undefined ? {} : { locale: read.locale };
    const answer = `${JSON.stringify({ id: read.id, signals: scan(read.text, options) })}\n`;
    if (!output.write(answer)) await once(output, 'drain');
  }
}

function parse(line: string): z.infer<typeof Line> | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'not JSON';
  }
  const read = Line.safeParse(value);
  return read.success
    ? read.data
    : read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
}
