const LETTERS = 26;
const FIRST = 97; // "a"

/**
 * Aho–Corasick over UTF-16 units: every word of a list in one pass, in time linear in the text. Steps on Latin letters
 * are one look into a table with the failures worked in; others live in one open-addressed table (key = state and unit),
 * which keeps tens of thousands of states small and quick to reach.
 */
export class Automaton {
  readonly #latin: Int32Array;
  readonly #keys: Int32Array;
  readonly #units: Uint16Array;
  readonly #targets: Int32Array;
  readonly #mask: number;
  readonly #fail: Int32Array;
  /** By state, the patterns that end there, shorter ones included; undefined where none does. */
  readonly #ends: (Int32Array | undefined)[];
  /** From the start by unit: most steps begin and end there. */
  readonly #root = new Int32Array(0x10000);

  constructor(patterns: readonly string[]) {
    const trie: Map<number, number>[] = [new Map<number, number>()];
    const own: number[][] = [[]];
    patterns.forEach((pattern, id) => {
      let state = 0;
      for (let i = 0; i < pattern.length; i++) {
        const unit = pattern.charCodeAt(i);
        let next = trie[state]?.get(unit);
        if (next === undefined) {
          next = trie.length;
          trie.push(new Map());
          own.push([]);
          trie[state]?.set(unit, next);
        }
        state = next;
      }
      own[state]?.push(id);
    });
    let size = 16;
    while (size < trie.length * 3) size *= 2;
    this.#mask = size - 1;
    this.#keys = new Int32Array(size).fill(-1);
    this.#units = new Uint16Array(size);
    this.#targets = new Int32Array(size);
    this.#latin = new Int32Array(trie.length * LETTERS);
    for (const [unit, target] of trie[0] ?? []) {
      this.#root[unit] = target;
      if (isLatin(unit)) this.#latin[unit - FIRST] = target;
    }
    trie.forEach((edges, state) => {
      for (const [unit, target] of edges) this.#put(state, unit, target);
    });
    this.#fail = new Int32Array(trie.length);
    this.#ends = own.map((ids) => (ids.length > 0 ? Int32Array.from(ids) : undefined));
    const queue: number[] = [...(trie[0]?.values() ?? [])];
    for (let head = 0; head < queue.length; head++) {
      const state = queue[head] ?? 0;
      const fallback = (this.#fail[state] ?? 0) * LETTERS;
      this.#latin.copyWithin(state * LETTERS, fallback, fallback + LETTERS);
      for (const [unit, target] of trie[state] ?? []) {
        const fail = this.#slow(this.#fail[state] ?? 0, unit);
        this.#fail[target] = fail;
        const shorter = this.#ends[fail];
        if (shorter !== undefined) this.#ends[target] = Int32Array.from([...(own[target] ?? []), ...shorter]);
        queue.push(target);
      }
      for (const [unit, target] of trie[state] ?? [])
        if (isLatin(unit)) this.#latin[state * LETTERS + unit - FIRST] = target;
    }
  }

  #put(state: number, unit: number, target: number): void {
    let slot = hash(state, unit) & this.#mask;
    while (this.#keys[slot] !== -1) slot = (slot + 1) & this.#mask;
    this.#keys[slot] = state;
    this.#units[slot] = unit;
    this.#targets[slot] = target;
  }

  #edge(state: number, unit: number): number {
    let slot = hash(state, unit) & this.#mask;
    for (;;) {
      const key = this.#keys[slot];
      if (key === -1) return -1;
      if (key === state && this.#units[slot] === unit) return this.#targets[slot] ?? -1;
      slot = (slot + 1) & this.#mask;
    }
  }

  #slow(from: number, unit: number): number {
    let state = from;
    while (state !== 0) {
      const target = this.#edge(state, unit);
      if (target >= 0) return target;
      state = this.#fail[state] ?? 0;
    }
    return this.#root[unit] ?? 0;
  }

  /** The state after reading `unit` in `state`; 0 is the start. */
  step(state: number, unit: number): number {
    if (isLatin(unit)) return this.#latin[state * LETTERS + unit - FIRST] ?? 0;
    return state === 0 ? (this.#root[unit] ?? 0) : this.#slow(state, unit);
  }

  /** The indexes of the patterns that end in `state`. */
  ends(state: number): Int32Array | undefined {
    return this.#ends[state];
  }
}

function isLatin(unit: number): boolean {
  return unit >= FIRST && unit < FIRST + LETTERS;
}

function hash(state: number, unit: number): number {
  return Math.imul(state, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b);
}
