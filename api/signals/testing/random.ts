/** A small seeded generator, so that generated texts are the same in every run. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** In [0, 1). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  pick<T>(list: readonly T[]): T {
    const item = list[Math.floor(this.next() * list.length)];
    if (item === undefined) throw new Error('pick from an empty list');
    return item;
  }

  digits(count: number): string {
    return Array.from({ length: count }, () => String(Math.floor(this.next() * 10))).join('');
  }

  /** Replaces each `{slot}` by one of its fillings. */
  fill(template: string, slots: Readonly<Record<string, readonly string[]>>): string {
    return template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
      const list = slots[name];
      return list === undefined ? whole : this.pick(list);
    });
  }
}
