import { describe, expect, it } from 'vitest';
import { scan } from '../scan.ts';

const contacts = (text: string) =>
  scan(text).filter((signal) => signal.kind === 'contact_messenger' || signal.kind === 'contact_request');

describe('messengers', () => {
  it.each([
    '카톡으로 연락 주세요',
    'ㅋㅏㅋㅏㅇㅗㅌㅗㄱ으로 문의 주세요',
    'zkxhr 주세요',
    'ㅋㅌ 아이디 알려주세요',
    '카.톡 추가해 주세요',
    '노란색 메신저로 얘기해요',
    '텔레그램 하시나요?',
    '라인 아이디 hong12 입니다',
    '카톡hong_123',
    'add me on WhatsApp',
    'message me on w h a t s a p p',
    'reach me on t3legr4m',
    'do you have Telegram?',
    'my line id is hong12',
    'schreib mir auf Signal',
    'haben Sie WhatsApp?',
    'on peut discuter sur Telegram ?',
    'ajoutez-moi sur Discord : lea_2',
    'give me your phone number',
    'Wie lautet Ihre Handynummer?',
    'quel est votre numéro de téléphone',
    '연락처 알려 주세요',
    'ㅋㄷ으로 넘어와 주세요',
    '인스타 dm으로 보내 드려도 될까요',
    '여기 말고 다른 데서 얘기하고 싶어요',
    'my handle on there is ellis.ford, username ellis_ford',
    'find me on Facebook under the same name',
    'snap: ellis_f',
    'is there any other way to reach you?',
    'Watsapp?',
    'Ich bin dort unter demselben Namen, Facebook',
    'peut-on se parler ailleurs que sur cette messagerie ?',
    'vous connaissez l’appli verte',
  ])('sees the invitation in %s', (text) => {
    expect(contacts(text)).not.toEqual([]);
  });

  it.each([
    '카카오톡 챗봇 개발 문의드립니다',
    '카톡 이모티콘 24종 제작 견적',
    '텔레그램 봇으로 알림 보내는 기능 개발',
    '라인 드로잉 스타일로 부탁드려요',
    '생산 라인 영상 촬영',
    'ㅋㅋㅋㅋㅋ 네 좋아요 ㅋㅌㅋㅌ',
    'please drop me a line here when the draft is ready',
    'the signal-to-noise ratio is low',
    'first in line for the offer',
    'the telegram from 1943 needs a careful translation',
    'Build a WhatsApp-like chat app',
    'our form needs a phone number field',
    'Können Sie eine WhatsApp-Vorlage entwerfen?',
    'Le signal est faible sur la ligne 14',
    '안심번호로 전화 주셔도 됩니다',
    '카톡 등 외부 연락은 금지되어 있습니다',
    'Chaîne Telegram : bannière et avatar',
    '디스코드에서 쓸 이모지 12개',
    'I like your style. Instagram grid of nine posts please',
    '좌석 번호 A3 표시해 주세요',
    'the chatbot should ask users for their phone number',
  ])('leaves %s alone', (text) => {
    expect(contacts(text)).toEqual([]);
  });
});
