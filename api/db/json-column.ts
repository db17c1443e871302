/** JSON is stored as text, so that both databases give back the same thing. */
export function toJsonColumn(value: unknown): string {
  return JSON.stringify(value);
}

/** Reads a JSON column that this code wrote. */
export function fromJsonColumn<T>(text: string): T {
  return JSON.parse(text) as T;
}
