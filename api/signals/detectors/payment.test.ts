import { describe, expect, it } from 'vitest';
import { familyOf } from '../contract.ts';
import { scan } from '../scan.ts';

const payments = (text: string) => scan(text).filter((signal) => familyOf(signal.kind) === 'payment');

describe('payment around the marketplace', () => {
  it.each([
    '수수료 없이 계좌이체로 해주시면 할인해 드려요',
    '크몽 밖에서 결제하시죠',
    '직거래하면 더 싸게 해드릴게요',
    '직접 입금해 주세요',
    '국민은행 123456-01-123456 예금주 홍길동',
    '토스뱅크 1000-1234-5678 입금 부탁드려요',
    'pay me directly and we save the fee',
    'can we settle this outside the platform?',
    'send it via PayPal friends and family',
    'I accept bitcoin, just send it to me',
    'DE89 3704 0044 0532 0130 00',
    'außerhalb der Plattform bezahlen wird günstiger',
    'an Malt vorbei zahlen spart Gebühren',
    'überweisen Sie direkt auf mein Konto',
    'payez-moi hors plateforme',
    'sans commission, par virement direct',
    'FR14 2004 1010 0505 0001 3M02 606',
    'decline my offer here and I will send you an invoice myself',
    'could you do it cheaper without this website in between?',
    'we can settle the rest in cash',
    'cashapp $ellisford',
    'for the next project come to me directly, no middleman',
    'Bitte stornieren, ich schicke Ihnen dann eine eigene Rechnung',
    'muss das über die Seite laufen? Ich zahle auch so',
    'die Servicegebühr können wir umgehen',
    'annulez ici, je vous facture de mon côté',
    'vous acceptez le liquide ?',
    'on peut se passer de la plateforme, je vous fais une remise',
    '다음 건부터는 저한테 직접 의뢰 주시면 싸게 해드려요',
    '안전결제 안 쓰시면 깎아 드릴게요',
    '나머지는 통장으로 드리면 안 될까요',
  ])('sees it in %s', (text) => {
    expect(payments(text)).not.toEqual([]);
  });

  it('gives an IBAN with its checksum right as a bank account, and none with a wrong one', () => {
    expect(payments('DE89370400440532013000').map((signal) => signal.evidence)).toEqual([
      'DE89 3704 0044 0532 0130 00',
    ]);
    expect(payments('DE88370400440532013000')).toEqual([]);
  });

  it.each([
    '중고 노트북 직거래는 강남역에서 만나서 해요',
    '농산물 직거래 앱을 기획하고 있습니다',
    '계좌이체 기능 구현 경험 있으신가요?',
    '결제는 크몽에서 진행하겠습니다',
    '외부 결제는 불가합니다',
    '수수료가 어떻게 되나요?',
    '입금 내역 엑셀 자동화 부탁드려요',
    '송금 앱 UI 디자인 의뢰합니다',
    'What are your fees?',
    'Our shop needs PayPal and Stripe checkout',
    'Can I pay with PayPal here on the platform?',
    'I will pay through the platform',
    'payments outside the platform are not allowed',
    'Ich bezahle wie immer über die Plattform',
    'Wie hoch ist die Provision der Plattform?',
    'Je paierai par la plateforme',
    'Quels sont les frais de la plateforme ?',
    '우리 하나 되는 캠페인 기획',
    'a bank transfer reconciliation tool in Python',
    'How long do withdrawals to my bank take on this platform?',
    'Rechnungsvorlage mit Feld für Bankverbindung',
    'Wann kommt die Auszahlung auf mein Konto?',
    'Peut-on payer par virement au moment de la commande ?',
    '이체 수수료 안내 문구 번역',
    '수수료 때문에 외부로 유도하는 일은 안 합니다',
    'Can I cancel and order another package?',
  ])('leaves %s alone', (text) => {
    expect(payments(text)).toEqual([]);
  });
});
