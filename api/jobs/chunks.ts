const SIZES = [128, 16, 1] as const;

/**
 * Cuts rows into chunks of few different sizes, so that a statement over them has few different texts: each text is
 * prepared once, and a thousand texts would fill the server's memory.
 */
export function chunks<T>(rows: readonly T[]): T[][] {
  const cut: T[][] = [];
  let at = 0;
  for (const size of SIZES) {
    while (rows.length - at >= size) {
      cut.push(rows.slice(at, at + size));
      at += size;
    }
  }
  return cut;
}
