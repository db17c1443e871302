import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import { BOM, csvLine } from './csv.ts';

export type DownloadFormat = 'csv' | 'ndjson';

/** A column of the CSV: its heading, and the path of its value in an item. */
export type Column = readonly [heading: string, path: string];

/** A file to be downloaded, made while it is sent. */
export interface Download {
  /** Without its ending: `cases-2026-11-22`. */
  name: string;
  format: DownloadFormat;
  columns: readonly Column[];
  /** How many items there are going to be. */
  count: number;
  pages: AsyncIterable<readonly object[]>;
}

/** The value at a path such as `summary.sender.id`. */
export function at(item: unknown, path: string): unknown {
  let value = item;
  for (const step of path.split('.')) value = (value as Record<string, unknown> | null | undefined)?.[step];
  return value;
}

async function* textOf({ format, columns, pages }: Download): AsyncGenerator<string> {
  if (format === 'csv') yield BOM + csvLine(columns.map(([heading]) => heading));
  for await (const page of pages) {
    yield page
      .map((item) =>
        format === 'csv' ? csvLine(columns.map(([, path]) => at(item, path))) : `${JSON.stringify(item)}\n`,
      )
      .join('');
  }
}

/**
 * Sends the file, no faster than it is read. A file that could not be finished ends with a broken connection, so that
 * nobody takes a part for the whole.
 */
export async function sendDownload(res: Response, download: Download): Promise<void> {
  const { name, format, count } = download;
  res.setHeader('content-type', format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson');
  res.setHeader('content-disposition', `attachment; filename="${name}.${format}"`);
  res.setHeader('x-export-rows', String(count));
  res.flushHeaders();
  try {
    await pipeline(Readable.from(textOf(download), { highWaterMark: 2 }), res);
  } catch (error) {
    // the reader went away: nobody is left to be told
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  }
}
