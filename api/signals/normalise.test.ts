import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, originalSpan } from './normalise.ts';

describe('folding', () => {
  it.each([
    ['Ｔｅｌégram', 'telegram'],
    ['①②⓪❸➊', '12031'],
    ['1️⃣2️⃣', '12'],
    ['٠١٠', '010'],
    ['ㅋㅏㅋㅏㅇㅗㅌㅗㄱ', '카카오톡'],
    ['카토ㄱ', '카톡'],
    ['ㅋㅋㅋ', 'ㅋㅋㅋ'],
    ['ﾊ𝟘𝗮🅰', 'ハ0aa'],
    ['\u1100\u1161\u11a8', '각'],
    ['tеlеgrаm (Cyrillic)', 'telegram (cyrillic)'],
    ['k\u200ba\u0336k\u2060a', 'kaka'],
    ['Straße', 'strasse'],
  ])('reads %s as %s', (text, reading) => {
    expect(fold(text).text).toBe(reading);
  });

  it('maps a reading back to where it was written', () => {
    const folded = fold('저 ㅋㅏ\u200b톡 주세요');
    expect(folded.text).toBe('저 카톡 주세요');
    expect(originalSpan(folded, 2, 4)).toEqual({ start: 2, end: 6 });
  });

  it('never grows a text more than fourfold and keeps the map in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { text: folded, from, to } = fold(text);
        expect(folded.length).toBeLessThanOrEqual(text.length * 4);
        expect(from.length).toBe(folded.length);
        for (let i = 0; i < folded.length; i++) {
          expect(to[i]).toBeGreaterThan(from[i] ?? 0);
          expect(from[i]).toBeGreaterThanOrEqual(from[i - 1] ?? 0);
          expect(to[i]).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});
