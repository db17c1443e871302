import type { Dialect } from './dialect.ts';

/** A condition of SQL with what stands for its question marks. */
export interface Condition {
  sql: string;
  bindings: unknown[];
}

/** Both cases of a letter, where each is one character. */
function casesOf(letter: string): string[] {
  const both = new Set([letter, letter.toLowerCase(), letter.toUpperCase()]);
  return [...both].filter((one) => [...one].length === 1);
}

// Outside a class GLOB knows * ? [ and nothing escapes them; inside one they are themselves.
const GLOB_SPECIAL = /[*?[]/;
const REGEX_SPECIAL = /[\\^$.|?*+()[\]{}-]/;

function globOf(needle: string): string {
  const parts = [...needle].map((letter) => {
    const both = casesOf(letter);
    return both.length > 1 || GLOB_SPECIAL.test(letter) ? `[${both.join('')}]` : letter;
  });
  return `*${parts.join('')}*`;
}

function regexOf(needle: string): string {
  return [...needle]
    .map((letter) => {
      const both = casesOf(letter);
      if (both.length > 1) return `[${both.join('')}]`;
      return REGEX_SPECIAL.test(letter) ? `\\${letter}` : letter;
    })
    .join('');
}

/**
 * Whether a column holds this text, in any case of its letters. LIKE is not used: SQLite knows only the case of A–Z
 * (no "Ä" for "ä"), and PostgreSQL's ILIKE knows what the locale of the cluster knows. A class per letter says the same
 * on both, and every character of the text stands for itself.
 */
export function containsText(dialect: Dialect, column: string, needle: string): Condition {
  return dialect === 'sqlite'
    ? { sql: `${column} glob ?`, bindings: [globOf(needle)] }
    : { sql: `${column} ~ ?`, bindings: [regexOf(needle)] };
}
