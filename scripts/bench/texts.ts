import type { Random } from './random.ts';

/** What messages of one language are put together from. `#` stands for a number. All of it is our own. */
interface Phrases {
  greetings: readonly string[];
  wishes: readonly string[];
  details: readonly string[];
  closings: readonly string[];
  /** Sentences that the signals find something in. */
  leaks: readonly string[];
}

const PHRASES: Record<string, Phrases> = {
  ko: {
    greetings: ['안녕하세요,', '안녕하세요 전문가님!', '반갑습니다.', '포트폴리오 잘 봤습니다.'],
    wishes: [
      '카페 로고와 메뉴판 #종을 함께 맡기고 싶습니다.',
      '쇼핑몰 상세페이지 #장 작업이 가능하신지 궁금합니다.',
      '영어 계약서 #쪽을 한국어로 번역하려고 합니다.',
      '유튜브 영상 #편을 자막까지 넣어 편집해 주실 분을 찾고 있어요.',
      '회사 소개서를 #쪽 정도로 새로 만들고 싶습니다.',
      '앱 화면 #개를 다시 디자인하려고 하는데 일정이 어떻게 되시나요?',
    ],
    details: [
      '예산은 #만 원 정도 생각하고 있고, 급하지는 않습니다.',
      '시안은 #개 정도 받아 보고 결정하고 싶습니다.',
      '다음 달 #일까지 받아 볼 수 있으면 좋겠습니다.',
      '참고할 만한 자료는 첨부 파일로 보내 드리겠습니다.',
      '수정은 보통 몇 번까지 해 주시는지도 알려 주세요.',
    ],
    closings: ['검토 부탁드립니다.', '답변 기다리겠습니다.', '감사합니다!', '좋은 하루 보내세요.'],
    leaks: [
      '편하게 카톡 bench#kr 로 연락 주세요.',
      '자세한 건 010-55#-12#4 로 전화 주시면 됩니다.',
      '수수료 없이 계좌로 바로 입금해 드릴게요.',
    ],
  },
  en: {
    greetings: ['Hello,', 'Hi there!', 'Good morning,', 'I came across your profile and liked it a lot.'],
    wishes: [
      'I am looking for somebody to redesign a website with # pages.',
      'we need a voice-over of about # minutes for a product film.',
      'could you proofread a thesis of # pages before it goes to print?',
      'our bakery needs a logo, a menu and # social media templates.',
      'I have # product photos that need their background removed.',
      'we would like to move our small shop with # articles to a new system.',
    ],
    details: [
      'Our budget is around # dollars, and we are flexible about the schedule.',
      'I would need a first draft within # days.',
      'Please tell me how many rounds of changes are included.',
      'I attached a short brief with # examples of what we like.',
      'We have worked with # freelancers before and know how it goes.',
    ],
    closings: [
      'Looking forward to hearing from you.',
      'Thanks a lot!',
      'Best regards',
      'Let me know what you think.',
    ],
    leaks: [
      'You can reach me faster at bench#@example.com.',
      'My number is +1 415 555 #12, text me there.',
      'If we settle it by bank transfer we both save the fee.',
    ],
  },
  de: {
    greetings: ['Guten Tag,', 'Hallo!', 'Moin,', 'Sehr geehrte Damen und Herren,'],
    wishes: [
      'wir suchen jemanden, der unsere Webseite mit # Unterseiten überarbeitet.',
      'ich brauche ein Logo und # Visitenkarten für meine Schreinerei.',
      'könnten Sie ein Handbuch mit # Seiten ins Französische übersetzen?',
      'für unseren Verein sollen # Plakate gestaltet werden.',
      'wir haben # Stunden Interviews, die verschriftlicht werden müssen.',
    ],
    details: [
      'Unser Budget liegt bei etwa # Euro.',
      'Fertig sein müsste alles in # Tagen.',
      'Bitte nennen Sie mir auch, wie viele Korrekturen enthalten sind.',
      'Beispiele, die uns gefallen, schicke ich Ihnen gern als Anhang.',
      'Wir haben damit schon # Mal gute Erfahrungen gemacht.',
    ],
    closings: [
      'Viele Grüße',
      'Ich freue mich auf Ihre Antwort.',
      'Vielen Dank im Voraus!',
      'Beste Grüße aus Kassel',
    ],
    leaks: [
      'Schreiben Sie mir am besten an bench#@example.de.',
      'Rufen Sie mich an: 0151 555 #123.',
      'Wenn Sie direkt per Überweisung zahlen, sparen wir uns die Gebühr.',
    ],
  },
  fr: {
    greetings: ['Bonjour,', 'Bonjour à vous !', 'Salut,', 'Madame, Monsieur,'],
    wishes: [
      'je cherche quelqu’un pour traduire # pages d’un contrat.',
      'nous aimerions refaire le logo et # affiches de notre librairie.',
      'pourriez-vous monter une vidéo de # minutes à partir de nos images ?',
      'il me faut # illustrations pour un livre pour enfants.',
      'notre boutique compte # articles à photographier et à décrire.',
    ],
    details: [
      'Le budget est d’environ # euros.',
      'L’idéal serait de tout recevoir dans # jours.',
      'Combien de corrections sont comprises dans votre offre ?',
      'Je joins un court cahier des charges avec # exemples.',
      'Nous ne sommes pas pressés, la qualité compte davantage.',
    ],
    closings: ['Bien cordialement', 'Merci d’avance !', 'Au plaisir de vous lire.', 'Bonne journée'],
    leaks: [
      'Écrivez-moi plutôt à bench#@example.fr.',
      'Mon numéro est le 06 55 #1 23 45.',
      'On peut s’arranger par virement, sans les frais du site.',
    ],
  },
};

export const LOCALES = Object.keys(PHRASES);

/** One message as people write them: 60 to 500 characters, nearly never the same twice. */
export function messageText(random: Random, locale: string, leak: boolean): string {
  const phrases = PHRASES[locale] as Phrases;
  const sentences = [random.pick(phrases.greetings), random.pick(phrases.wishes)];
  for (let more = 1 + random.int(4); more > 0; more--) sentences.push(random.pick(phrases.details));
  if (leak) sentences.push(random.pick(phrases.leaks));
  sentences.push(random.pick(phrases.closings));
  return sentences.join(' ').replaceAll('#', () => String(2 + random.int(950)));
}
