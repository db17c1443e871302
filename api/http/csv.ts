/** What spreadsheet programs take for the beginning of a formula, behind spaces and quotes too, full-width forms included. */
const FORMULA = /^[\s"'“”‘’]*[=+\-@＝＋－＠]|^[\t\r\n]/;

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return FORMULA.test(value) ? `'${value}` : value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return textOf(Array.isArray(value) ? value.map(String).join(' ') : JSON.stringify(value));
}

/** One cell (RFC 4180). A text that a spreadsheet would run as a formula begins with an apostrophe. */
export function csvCell(value: unknown): string {
  const text = textOf(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One record, its end of line included. */
export function csvLine(values: readonly unknown[]): string {
  return `${values.map(csvCell).join(',')}\r\n`;
}

/** Tells Excel that the file is UTF-8. */
export const BOM = '\uFEFF';
