import { describe, expect, it } from 'vitest';
import { scan } from '../scan.ts';

const mails = (text: string) => scan(text).filter((signal) => signal.kind === 'contact_email');

describe('e-mail addresses', () => {
  it.each([
    ['hong.gd@naver.com 입니다', 'hong.gd@naver.com'],
    ['ｈｏｎｇ＠naver.com', 'hong@naver.com'],
    ['hong 골뱅이 네이버 점 컴', 'hong@naver.com'],
    ['hong123골뱅이naver.com', 'hong123@naver.com'],
    ['john.doe (at) gmail (dot) com', 'john.doe@gmail.com'],
    ['john dot doe at gmail dot com', 'john.doe@gmail.com'],
    ['jean arobase free point fr', 'jean@free.fr'],
    ['max punkt muster klammeraffe gmx punkt de', 'max.muster@gmx.de'],
    ['h o n g @ n a v e r . c o m', 'hong@naver.com'],
    ['hong_gd [at] naver', 'hong_gd@naver.com'],
    ['rob.k(a)gmx.de', 'rob.k@gmx.de'],
    ['hong◎gmail.com', 'hong@gmail.com'],
    ['kim_p@@hotmail.com', 'kim_p@hotmail.com'],
  ])('reads %s', (text, address) => {
    expect(mails(text).map((signal) => signal.evidence)).toEqual([address]);
  });

  it.each([
    '네이버 메일이고 아이디는 hong_12 입니다',
    'my gmail: ellisford',
    'hong_dev 뒤에 네이버닷컴 붙이세요',
    'ellis.ford on gmail',
    'mon adresse hotmail c’est ellis_75',
  ])('sees the mailbox told without a sign in %s', (text) => {
    expect(mails(text)).not.toEqual([]);
  });

  it('covers the address as it was written', () => {
    const text = 'mail: a\u200bnna (at) gmx [dot] de danke';
    const [found] = mails(text);
    expect(text.slice(found?.start, found?.end)).toBe('a\u200bnna (at) gmx [dot] de');
  });

  it.each([
    'meet me at the gmail office',
    'look at this.in the end it works',
    'come by at some point so we can talk',
    '@user thanks @user',
    'I work at Amazon. com is short for commercial',
    'three drafts @ 50 EUR each',
    '골뱅이 무침 레시피 영상입니다',
    'le point de vente est chez nous',
    'Gmail add-on in Apps Script',
    '구글 메일 연동 api v2 개발',
  ])('leaves %s alone', (text) => {
    expect(mails(text)).toEqual([]);
  });
});
