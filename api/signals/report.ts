import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { familyOf, SIGNAL_KINDS, type SignalFamily, type SignalKind } from './contract.ts';
import { scan } from './scan.ts';

export interface LabelledMessage {
  text: string;
  language: string;
  label: 'ok' | 'abuse' | 'spam';
  source: string;
}

/** Which family a label is about: recall is counted there, and only there. */
const FAMILY_OF_LABEL: Partial<Record<LabelledMessage['label'], SignalFamily>> = {
  abuse: 'insult',
  spam: 'spam',
};
const FAMILIES: readonly SignalFamily[] = ['contact', 'payment', 'spam', 'insult'];
const Z = 1.96;

/** A share with its 95 % Wilson score interval. */
export interface Share {
  hits: number;
  of: number;
  low: number;
  high: number;
}

export function wilson(hits: number, of: number): Share {
  if (of === 0) return { hits, of, low: 0, high: 1 };
  const p = hits / of;
  const centre = p + Z ** 2 / (2 * of);
  const spread = Z * Math.sqrt((p * (1 - p)) / of + Z ** 2 / (4 * of ** 2));
  const scale = 1 + Z ** 2 / of;
  return {
    hits,
    of,
    low: Math.max(0, (centre - spread) / scale),
    high: Math.min(1, (centre + spread) / scale),
  };
}

interface Row {
  language: string;
  source: string;
  label: string;
  name: string;
  /** Recall: texts that bear the label of this family. False alarms: texts labelled ok. Share: neither is known. */
  what: 'recall' | 'false alarms' | 'share';
  share: Share;
}

/** Counts signals by language, source and label; one row a family and, below it, a kind that occurs. */
export function report(messages: Iterable<LabelledMessage>): string {
  const groups = new Map<string, { message: LabelledMessage; of: number; hits: Map<string, number> }>();
  for (const message of messages) {
    const key = [message.language, message.source, message.label].join('\t');
    const group = groups.get(key) ?? { message, of: 0, hits: new Map<string, number>() };
    groups.set(key, group);
    group.of++;
    const kinds = new Set<SignalKind>(
      scan(message.text, { locale: message.language }).map((signal) => signal.kind),
    );
    for (const name of new Set<string>([...kinds, ...[...kinds].map((kind) => `${familyOf(kind)} (any)`)])) {
      group.hits.set(name, (group.hits.get(name) ?? 0) + 1);
    }
  }
  const rows: Row[] = [];
  for (const [, { message, of, hits }] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
    for (const family of FAMILIES) {
      const what =
        message.label === 'ok'
          ? 'false alarms'
          : FAMILY_OF_LABEL[message.label] === family
            ? 'recall'
            : 'share';
      const kinds = SIGNAL_KINDS.filter((kind) => familyOf(kind) === family && (hits.get(kind) ?? 0) > 0);
      for (const name of [`${family} (any)`, ...(kinds.length > 1 ? kinds : [])]) {
        const { language, source, label } = message;
        rows.push({ language, source, label, name, what, share: wilson(hits.get(name) ?? 0, of) });
      }
    }
  }
  return table(rows);
}

function table(rows: readonly Row[]): string {
  const cells = [
    ['lang', 'source', 'label', 'signal', 'measure', 'texts', 'share', '95 % interval'],
    ...rows.map((row) => [
      row.language,
      row.source,
      row.label,
      row.name.includes('(') ? row.name : `  ${row.name}`,
      row.what,
      `${row.share.hits}/${row.share.of}`,
      percent(row.share.of === 0 ? 0 : row.share.hits / row.share.of),
      `${percent(row.share.low)} – ${percent(row.share.high)}`,
    ]),
  ];
  const widths = (cells[0] ?? []).map((_, column) =>
    Math.max(...cells.map((row) => (row[column] ?? '').length)),
  );
  const line = (row: readonly string[]) =>
    row.map((cell, i) => (i >= 5 ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0))).join('  ');
  return `${cells.map((row) => line(row).trimEnd()).join('\n')}\n`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`;
}

/**
 * The report over `messages.ndjson` (`{id, text}` lines) and `labels.tsv` (id, lang, label `ok|abuse|spam`, source, with a
 * heading line). Messages without a label are left out and counted below the table.
 */
export async function signalsReport(messagesPath: string, labelsPath: string): Promise<string> {
  const labels = new Map<string, Omit<LabelledMessage, 'text'>>();
  for (const line of (await readFile(labelsPath, 'utf8')).split(/\r?\n/)) {
    const [id = '', language = '', label = '', source = ''] = line.split('\t');
    if (label === 'ok' || label === 'abuse' || label === 'spam') labels.set(id, { language, label, source });
  }
  const messages: LabelledMessage[] = [];
  let without = 0;
  let broken = 0;
  for await (const line of createInterface({
    input: createReadStream(messagesPath),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    if (line.trim() === '') continue;
    const message = parse(line);
    if (message === null) {
      broken++;
      continue;
    }
    const label = labels.get(message.id);
    if (label === undefined) without++;
    else messages.push({ text: message.text, ...label });
  }
  const rest = `${messages.length} texts measured, ${without} without a label, ${broken} unreadable lines.`;
  return `${report(messages)}\n${rest}\n`;
}

function parse(line: string): { id: string; text: string } | null {
  try {
    const { id, text } = JSON.parse(line) as { id?: unknown; text?: unknown };
    return typeof id === 'string' && typeof text === 'string' ? { id, text } : null;
  } catch {
    return null;
  }
}
