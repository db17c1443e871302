import { describe, expect, it } from 'vitest';
import { familyOf } from '../contract.ts';
import { scan } from '../scan.ts';
import { trafficSignals } from '../velocity.ts';

const spam = (text: string) => scan(text).filter((signal) => familyOf(signal.kind) === 'spam');
const QUIET = {
  sameTextOtherSenders: 0,
  sameTextOtherConversations: 0,
  sentLastHour: 3,
  newRecipientsLastHour: 2,
};

describe('promotion', () => {
  it.each([
    'CONGRATULATIONS! You have won a £1000 prize, call now to claim: 0800 123 4567',
    '무료 체험! 고수익 보장 리딩방 지금 바로 클릭 https://bit.ly/abc',
    'Buy followers and backlinks, first page of Google, click here http://rank-fast.biz',
    'Geld verdienen von zuhause, kostenlos anmelden, klicken Sie hier: www.schnell-reich.biz',
    'Gagnez de l’argent facile depuis chez vous, cliquez ici www.argent-vite.biz !!',
  ])('sees it in %s', (text) => {
    expect(spam(text)).not.toEqual([]);
  });

  it.each([
    'Is the first draft free?',
    'We want to email our customers a newsletter with an offer',
    '이벤트 배너 디자인 부탁드립니다',
    'Ich brauche ein Banner für unsere Aktion',
    'Une campagne de promotion pour notre boutique',
  ])('leaves %s alone', (text) => {
    expect(spam(text)).toEqual([]);
  });
});

describe('traffic', () => {
  it('says nothing of ordinary sending', () => {
    expect(trafficSignals('hello', QUIET)).toEqual([]);
  });

  it('marks the whole text when it goes out again and again', () => {
    const [signal] = trafficSignals('hello', { ...QUIET, sameTextOtherSenders: 12 });
    expect(signal).toMatchObject({ kind: 'spam_duplicate', severity: 'high', start: 0, end: 5 });
  });
});
