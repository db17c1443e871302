import { describe, expect, it } from 'vitest';
import { scan } from '../scan.ts';

const phones = (text: string, locale?: string) =>
  scan(text, locale === undefined ? {} : { locale }).filter((signal) => signal.kind === 'contact_phone');
const readings = (text: string, locale?: string) => phones(text, locale).map((signal) => signal.evidence);

describe('phone numbers', () => {
  it.each([
    ['번호는 010-2345-6789 입니다', '010-2345-6789'],
    ['공10-2345-6789 로 문자', '010-2345-6789'],
    ['010ㅡ2345ㅡ6789', '010-2345-6789'],
    ['공일공 이삼사오 육칠팔구로 연락', '010-2345-6789'],
    ['영일영에 2345에 6789', '010-2345-6789'],
    ['공1공-이345-6칠8구', '010-2345-6789'],
    ['０１０②③④⑤6789', '010-2345-6789'],
    ['0️⃣1️⃣0️⃣ 2345 6789', '010-2345-6789'],
    ['0\u200b1\u200b0\u200b2345\u200b6789', '010-2345-6789'],
    ['0\u03361\u03360\u0336-2\u03363\u03364\u03365\u0336-6789', '010-2345-6789'],
    ['O1O-2345-6789', '010-2345-6789'],
    ['+82 10 2345 6789', '010-2345-6789'],
    ['010다시2345다시6789', '010-2345-6789'],
    ['02-345-6789 사무실', '02-345-6789'],
  ])('reads %s', (text, number) => {
    expect(readings(text)).toEqual([number]);
  });

  it.each([
    ['rufen Sie an: null eins fünf eins zwei drei vier fünf sechs sieben acht neun', '+49 1512 3456789'],
    ['Handy 0151 23456789 bitte', '+49 1512 3456789'],
    ['appelez le zéro six douze trente-quatre cinquante-six soixante-dix-huit', '+33 6 12 34 56 78'],
    ['mon numéro est le 06 12 34 56 78', '+33 6 12 34 56 78'],
    ['call me at (415) 555-2671', '+1 415 555 2671'],
    ['ring me on 07400 123456', '+44 7400 123456'],
    ['+33 (0)6 12 34 56 78', '+33 6 12 34 56 78'],
  ])('reads %s', (text, number) => {
    expect(readings(text)).toEqual([number]);
  });

  it('marks the number where it stands in the original, particles left out', () => {
    const text = '저는 공일공\u200b-2345-6789이에요';
    const [found] = phones(text);
    expect(text.slice(found?.start, found?.end)).toBe('공일공\u200b-2345-6789');
  });

  it.each([
    '주문번호 20260412-0012345',
    '주문번호 01012345678',
    '송장번호 612345678901 입니다',
    'order number 4155552671',
    'Bestellnummer 0151 23456789',
    'Commande 0612345678',
    '2026-01-15 10:30 ~ 2026-01-16 11:30',
    '12.03.2026 14.05.2026',
    '₩1,200,000 / 1.200,00 € / 150만원',
    'v1.2.3.4 und 10.15.7',
    '1920x1080, 3840*2160',
    '사업자등록번호 123-45-67890',
    'My budget is 1500-2000 dollars',
    'ISBN 978-3-16-148410-0',
    'SIRET 732 829 320 00074',
    '하나 둘 셋 넷 다섯 여섯 일곱 여덟',
    'one two three four, we tested five six seven times',
    'quatre-vingt-dix-neuf pages',
  ])('leaves %s alone', (text) => {
    expect(readings(text)).toEqual([]);
  });
});
