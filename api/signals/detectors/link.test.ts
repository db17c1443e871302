import { describe, expect, it } from 'vitest';
import { scan } from '../scan.ts';

const links = (text: string) => scan(text).filter((signal) => signal.kind === 'contact_link');

describe('links', () => {
  it.each([
    ['https://open.kakao.com/o/sAbC 로 오세요', 'open.kakao.com/o/sabc'],
    ['t.me/hong', 't.me/hong'],
    ['wa.me/821012', 'wa.me/821012'],
    ['discord dot gg slash abcd', 'discord.gg/abcd'],
    ['mystudio [.] com', 'mystudio.com'],
    ['mystudio dot com', 'mystudio.com'],
    ['hxxps://mystudio.example/x', 'mystudio.example/x'],
    ['문의는 www.mystudio.co.kr입니다', 'mystudio.co.kr'],
  ])('reads %s', (text, link) => {
    expect(links(text).map((signal) => signal.evidence)).toEqual([link]);
  });

  it.each([
    'Node.js, Vue.js and asp.net',
    'That is the point. De rien.',
    'good morning.how are you',
    'version 3.5.1 of index.html',
    'https://youtu.be/abc 참고해 주세요',
    'like the style of www.acme-design.com',
    '우리 사이트 www.mycompany.co.kr 리뉴얼 부탁드립니다',
    'e.g. the end.so we went',
  ])('leaves %s alone', (text) => {
    expect(links(text)).toEqual([]);
  });
});
