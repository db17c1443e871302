import { describe, expect, it } from 'vitest';
import { maskEmail, maskPhone } from './mask.ts';

describe('contact data', () => {
  it.each([
    ['kim.minji@naver.com', 'k***@n***.com'],
    ['a@b', 'a***@b***'],
    ['x@mail.example.co.kr', 'x***@m***.kr'],
  ])('masks %s', (email, masked) => {
    expect(maskEmail(email)).toBe(masked);
  });

  it.each([
    ['010-1234-5678', '010-****-5678'],
    ['+82 10 1234 5678', '+82 1* **** 5678'],
    ['01012345678', '010****5678'],
    ['123456', '****56'],
    ['카톡 minji77', '** *****77'],
  ])('masks %s', (phone, masked) => {
    expect(maskPhone(phone)).toBe(masked);
  });
});
