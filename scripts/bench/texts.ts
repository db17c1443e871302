import type { Random } from './random.ts';

/** What messages of one language are put together from. `#` stands for a number. All of it is our own. */
interface Phrases {
  greetings: readonly string[];
  wishes: readonly string[];
  details: readonly string[];
  closings: readonly string[];
  /** What the rest of a message is strung together from. */
  words: readonly string[];
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
    words:
      '작업 일정 색상 글꼴 느낌 매장 손님 가게 사진 영상 문서 번역 원고 표지 그림 캐릭터 포장 상자 라벨 전단 현수막 간판 명함 배경 음악 녹음 목소리 자막 강의 교재 발표 자료 통계 분석 설문 논문 요약 교정 홈페이지 쇼핑몰 결제 회원 화면 버튼 메뉴 서버 데이터 앱 알림 지도 예약 상담 세금 계약 특허 상표 법률 홍보 광고 블로그 후기 검색 키워드 브랜드 이름 슬로건 차분하게 밝게 단순하게 고급스럽게 따뜻하게 먼저 나중에 이번에 급하게 천천히 함께 직접 조금 많이 다시'.split(
        ' ',
      ),
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
    words:
      'website logo brand bakery garden poster sticker video trailer podcast interview article chapter novel manual translation subtitle voice music jingle photo product studio kitchen furniture packaging label bottle shop customer invoice budget schedule draft revision feedback deadline sketch layout colour font banner campaign newsletter survey report dataset dashboard server plugin script spreadsheet calendar booking payment member screen button icon mascot character children school university museum festival wedding travel hotel fitness recipe insurance contract trademark slowly quickly simple warm modern quiet bold together again rather almost before after without'.split(
        ' ',
      ),
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
    words:
      'Webseite Firma Verein Werkstatt Garten Bäckerei Plakat Aufkleber Film Tonspur Gespräch Artikel Kapitel Roman Anleitung Übersetzung Untertitel Stimme Musik Foto Produkt Küche Möbel Verpackung Etikett Flasche Laden Kundin Rechnung Angebot Zeitplan Entwurf Korrektur Rückmeldung Termin Skizze Farbe Schrift Banner Umfrage Bericht Auswertung Tabelle Kalender Buchung Mitglied Bildschirm Symbol Figur Kinder Schule Museum Fest Hochzeit Reise Gasthof Rezept Vertrag Marke langsam schnell schlicht warm modern ruhig kräftig gemeinsam wieder lieber beinahe vorher danach ohne zwischen gegenüber demnächst eigentlich vielleicht ungefähr'.split(
        ' ',
      ),
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
    words:
      'site entreprise association atelier jardin boulangerie affiche autocollant film balado entretien article chapitre roman notice traduction sous-titre voix musique photo produit cuisine meuble emballage étiquette bouteille boutique cliente facture devis calendrier brouillon correction retour échéance esquisse couleur police bannière enquête rapport analyse tableau réservation membre écran icône personnage enfants école musée fête mariage voyage auberge recette contrat marque lentement rapidement simple chaleureux moderne calme ensemble encore plutôt presque avant après sans entre bientôt peut-être environ surtout parfois toujours'.split(
        ' ',
      ),
    leaks: [
      'Écrivez-moi plutôt à bench#@example.fr.',
      'Mon numéro est le 06 55 #1 23 45.',
      'On peut s’arranger par virement, sans les frais du site.',
    ],
  },
};

export const LOCALES = Object.keys(PHRASES);

function sentence(random: Random, words: readonly string[]): string {
  return `${Array.from({ length: 5 + random.int(12) }, () => random.pick(words)).join(' ')}.`;
}

/**
 * One message of 60 to 600 characters, nearly never the same twice, and no more like the others than people's messages
 * are: in 33,000 real ones each has four others on average that share a band of its fingerprint.
 */
export function messageText(random: Random, locale: string, leak: boolean): string {
  const phrases = PHRASES[locale] as Phrases;
  const sentences: string[] = [];
  if (random.chance(0.5)) sentences.push(random.pick(phrases.greetings));
  if (random.chance(0.4)) sentences.push(random.pick(phrases.wishes));
  for (let more = 1 + random.int(4); more > 0; more--) sentences.push(sentence(random, phrases.words));
  if (random.chance(0.4)) sentences.push(random.pick(phrases.details));
  if (leak) sentences.push(random.pick(phrases.leaks));
  if (random.chance(0.4)) sentences.push(random.pick(phrases.closings));
  return sentences.join(' ').replaceAll('#', () => String(2 + random.int(950)));
}
