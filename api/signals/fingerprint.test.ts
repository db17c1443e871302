import { describe, expect, it } from 'vitest';
import { fingerprint, similarity } from './fingerprint.ts';

const TEXT = 'Hello, I am a designer with ten years of experience and would love to work on your logo.';

describe('fingerprints', () => {
  it('are equal for texts that differ in case, spaces, punctuation, numbers and links', () => {
    const a = fingerprint('Hello! I make logos, 50 EUR, see https://a.example/1 and write me back soon');
    const b = fingerprint('hello i make LOGOS… 7000 eur  see https://b.example/xyz and write me back soon!!');
    expect(a.key).not.toBeNull();
    expect(b).toEqual(a);
  });

  it('are close for a text with a word changed and far for another text', () => {
    const near = fingerprint(TEXT.replace('logo', 'banner'));
    const far = fingerprint('안녕하세요 상세페이지 제작 문의드립니다. 예산과 일정은 협의 가능합니다.');
    expect(similarity(fingerprint(TEXT).bands, near.bands)).toBeGreaterThan(0.6);
    expect(similarity(fingerprint(TEXT).bands, far.bands)).toBeLessThan(0.4);
  });

  it('are unsigned 16-bit numbers', () => {
    for (const band of fingerprint(TEXT).bands ?? []) {
      expect(band).toBeGreaterThanOrEqual(0);
      expect(band).toBeLessThan(65_536);
    }
  });

  it('are null where a text says too little', () => {
    expect(fingerprint('네 감사합니다')).toEqual({ key: null, bands: null });
    expect(similarity(null, [1, 2, 3, 4])).toBe(0);
  });
});
