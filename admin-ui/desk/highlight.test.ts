import { describe, expect, it } from 'vitest';
import type { Signal } from '../../api/signals/contract.ts';
import { cutAt, gravest, segmentsOf } from './highlight.ts';

function signal(start: number, end: number, severity: Signal['severity'] = 'high'): Signal {
  return { kind: 'contact_phone', severity, start, end, evidence: `${start}-${end}` };
}

function drawn(text: string, signals: Signal[]) {
  return segmentsOf(text, signals).map((one) => [one.text, one.signals.map((s) => s.evidence).join('+')]);
}

describe('segments of a text', () => {
  it('leave a text without signals whole, and an empty one empty', () => {
    expect(drawn('안녕하세요', [])).toEqual([['안녕하세요', '']]);
    expect(drawn('', [signal(0, 3)])).toEqual([]);
  });

  it('cut at the borders, by UTF-16 offsets of the original', () => {
    expect(drawn('전화 공일공 주세요', [signal(3, 6)])).toEqual([
      ['전화 ', ''],
      ['공일공', '3-6'],
      [' 주세요', ''],
    ]);
  });

  it('show both signals where two overlap, the gravest first', () => {
    expect(drawn('abcdef', [signal(1, 4, 'low'), signal(2, 6, 'high')])).toEqual([
      ['a', ''],
      ['b', '1-4'],
      ['cd', '2-6+1-4'],
      ['ef', '2-6'],
    ]);
  });

  it('take equal and nested spans', () => {
    expect(drawn('abcd', [signal(0, 4), signal(0, 4, 'low'), signal(1, 2, 'medium')])).toEqual([
      ['a', '0-4+0-4'],
      ['b', '0-4+1-2+0-4'],
      ['cd', '0-4+0-4'],
    ]);
  });

  it('never split a character, and leave out what lies outside', () => {
    expect(drawn('a😀b', [signal(2, 3)])).toEqual([
      ['a', ''],
      ['😀', '2-3'],
      ['b', ''],
    ]);
    expect(drawn('abc', [signal(7, 9), signal(2, 99)])).toEqual([
      ['ab', ''],
      ['c', '2-99'],
    ]);
  });

  it('together are the text again, whatever the signals', () => {
    const text = '공일공-1234 😀 카톡 kakao: abc\n010-1234-5678'.repeat(20);
    const signals = Array.from({ length: 300 }, (_, i) => {
      const start = (i * 37) % text.length;
      return signal(start, start + (i % 11), (['low', 'medium', 'high'] as const)[i % 3]);
    });
    const segments = segmentsOf(text, signals);
    expect(segments.map((one) => one.text).join('')).toBe(text);
    for (const one of segments) expect(text.slice(one.start, one.start + one.text.length)).toBe(one.text);
  });
});

it('the gravest severity of none is none', () => {
  expect(gravest([])).toBeNull();
  expect(gravest([signal(0, 1, 'low'), signal(0, 1, 'medium')])).toBe('medium');
});

it('a long text is cut at a line or a word, never inside a character', () => {
  expect(cutAt('short', 10)).toBe(5);
  expect(cutAt(`${'a'.repeat(90)}\n${'b'.repeat(50)}`, 100)).toBe(90);
  expect(cutAt(`${'a'.repeat(90)} ${'b'.repeat(50)}`, 100)).toBe(90);
  expect(cutAt('😀'.repeat(10), 5)).toBe(4);
});
