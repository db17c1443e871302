/**
 * Aho–Corasick over UTF-16 units: every word of a list in one pass, in time linear in the text. Transitions live in one
 * open-addressed table (key = state and unit), which keeps tens of thousands of states small and quick to reach.
 */
export class Automaton {
  readonly #keys: Int32Array;
  readonly #units: Uint16Array;
  readonly #targets: Int32Array;
  readonly #mask: number;
  readonly #fail: Int32Array;
  /** Nearest state on the failure chain (itself included) that ends a pattern, or 0. */
  readonly #hit: Int32Array;
  readonly #own: number[][];
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
    for (const [unit, target] of trie[0] ?? []) this.#root[unit] = target;
    trie.forEach((edges, state) => {
      for (const [unit, target] of edges) this.#put(state, unit, target);
    });
    this.#own = own;
    this.#fail = new Int32Array(trie.length);
    this.#hit = new Int32Array(trie.length);
    const queue: number[] = [...(trie[0]?.values() ?? [])];
    for (const state of queue) this.#hit[state] = own[state]?.length ? state : 0;
    for (let head = 0; head < queue.length; head++) {
      const state = queue[head] ?? 0;
      for (const [unit, target] of trie[state] ?? []) {
        const fail = this.step(this.#fail[state] ?? 0, unit);
        this.#fail[target] = fail;
        this.#hit[target] = own[target]?.length ? target : (this.#hit[fail] ?? 0);
        queue.push(target);
      }
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

  /** The state after reading `unit` in `state`; 0 is the start. */
  step(state: number, unit: number): number {
    while (state !== 0) {
      const target = this.#edge(state, unit);
      if (target >= 0) return target;
      state = this.#fail[state] ?? 0;
    }
    return this.#root[unit] ?? 0;
  }

  /** Whether any pattern ends in `state`. */
  ends(state: number): boolean {
    return this.#hit[state] !== 0;
  }

  /** Calls back with the index of each pattern that ends in `state`. */
  matches(state: number, found: (pattern: number) => void): void {
    for (let at = this.#hit[state] ?? 0; at !== 0; at = this.#hit[this.#fail[at] ?? 0] ?? 0) {
      for (const pattern of this.#own[at] ?? []) found(pattern);
    }
  }
}

function hash(state: number, unit: number): number {
  return Math.imul(state, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b);
}
