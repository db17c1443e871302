import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { report, wilson } from './report.ts';
import { scanLines } from './scan-lines.ts';

describe('the report', () => {
  it('gives the Wilson interval', () => {
    // 57 of 60 = .863 at the lower end: docs of the project, "Small samples".
    expect(wilson(57, 60).low).toBeCloseTo(0.863, 3);
    expect(wilson(5, 5).low).toBeCloseTo(0.566, 3);
    expect(wilson(0, 0)).toEqual({ hits: 0, of: 0, low: 0, high: 1 });
  });

  it('counts recall where a label names the family and false alarms where it says ok', () => {
    const table = report([
      { text: '이 병신아', language: 'ko', label: 'abuse', source: 'a' },
      { text: '안녕하세요', language: 'ko', label: 'ok', source: 'a' },
    ]);
    expect(table).toMatch(/ko\s+a\s+abuse\s+insult \(any\)\s+recall\s+1\/1/);
    expect(table).toMatch(/ko\s+a\s+ok\s+insult \(any\)\s+false alarms\s+0\/1/);
  });
});

describe('scanning lines', () => {
  it('answers in order and tells of bad lines', async () => {
    const lines = [
      '{"id":"a","text":"카톡으로 연락 주세요"}',
      'nonsense',
      '',
      '{"id":"b"}',
      '{"id":"c","text":"네"}',
    ];
    const output = new PassThrough();
    const bad: number[] = [];
    await scanLines(Readable.from(lines.map((line) => `${line}\n`)), output, (line) => bad.push(line));
    const answers = String(output.read())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string; signals: unknown[] });
    expect(answers.map((answer) => [answer.id, answer.signals.length > 0])).toEqual([
      ['a', true],
      ['c', false],
    ]);
    expect(bad).toEqual([2, 4]);
  });
});
