import { describe, expect, it } from 'vitest';
import { scan } from '../scan.ts';

const insults = (text: string) => scan(text).filter((signal) => signal.kind === 'insult');

describe('insults', () => {
  it.each([
    '이 병신아 돈 내놔',
    '시1발 장난하냐',
    'ㅅㅂ 뭐하는 거야',
    '개새끼야',
    'ㅂㅅ이냐',
    '씨ㅂㅏㄹ',
    'you are a f*cking idiot',
    'stupid b1tch',
    'piece of sh*t',
    'du Arschloch',
    'Halt die Fresse, du Vollidiot',
    'sale con',
    'va te faire foutre, c*nnard',
  ])('sees %s', (text) => {
    expect(insults(text)).not.toEqual([]);
  });

  it('marks the word and names what it was read as', () => {
    const text = '아 진짜 시1발 뭐야';
    const [found] = insults(text).filter((signal) => signal.severity === 'high');
    expect(text.slice(found?.start, found?.end)).toBe('시1발');
    expect(found?.evidence).toBe('시발');
  });

  it.each([
    '시발점이 되는 영상입니다',
    '병신이라는 단어는 소설에서 빼 주세요',
    '화면상에서 버튼이 잘려요',
    '강아지가 자꾸 짖어요',
    '착한녀석들 로고',
    'tori amos 커버 영상',
    '질병신고 앱을 만들고 있습니다',
    '새끼 고양이 일러스트 부탁드려요',
    '전염병 예방 포스터',
    '앱이 자꾸 꺼져요',
    '아직 보지 못했습니다',
    '가족까지 다 나오는 영상',
    '신호로 바꿔 주세요',
    '강화된 영향을 미친것 같아요',
    '두 개 같은 색으로 해주세요',
    '2026년 5개년 계획서 작성',
    'en retard, désolé',
    'pros and cons of the design',
    'We use MongoDB and Express',
    'Bilder aufhängen und Fotos machen',
    'ein Paket packen',
    'Scunthorpe is a town, and a class assistant works there',
  ])('leaves %s alone', (text) => {
    expect(insults(text)).toEqual([]);
  });
});
