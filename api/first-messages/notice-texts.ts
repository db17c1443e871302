import type { RejectReason } from './contract.ts';
import { type FirstMessageTemplates, NOTICE_LANGUAGES, type NoticeLanguage } from './templates-contract.ts';

/** What senders are told until a lead words it differently. */
export const INITIAL_TEMPLATES: FirstMessageTemplates = {
  lead: {
    ko: '보내신 메시지가 전달되지 않았습니다.',
    en: 'Your message was not delivered.',
    de: 'Ihre Nachricht wurde nicht zugestellt.',
    fr: 'Votre message n’a pas été transmis.',
  },
  // a message that had been delivered cannot be told of as if it never had been
  leadRemoved: {
    ko: '보내신 메시지가 삭제되었습니다.',
    en: 'Your message was removed.',
    de: 'Ihre Nachricht wurde entfernt.',
    fr: 'Votre message a été supprimé.',
  },
  reasons: {
    off_platform_contact: {
      ko: '거래가 시작되기 전에는 연락처나 외부 메신저를 주고받을 수 없습니다. 대화는 이곳에서 이어가 주세요.',
      en: 'Contact details and outside messengers cannot be exchanged before an order. Please keep the conversation here.',
      de: 'Kontaktdaten und externe Messenger dürfen vor einem Auftrag nicht ausgetauscht werden. Bitte bleiben Sie im Gespräch hier.',
      fr: 'Les coordonnées et messageries externes ne peuvent pas être échangées avant une commande. Merci de poursuivre ici.',
    },
    off_platform_payment: {
      ko: '외부 결제나 직접 입금을 유도하는 내용은 보낼 수 없습니다. 안전한 결제를 위해 이곳에서 결제해 주세요.',
      en: 'Messages that ask for payment outside the marketplace cannot be sent. Payments made here are protected.',
      de: 'Nachrichten, die zu Zahlungen außerhalb des Marktplatzes auffordern, können nicht gesendet werden. Zahlungen hier sind geschützt.',
      fr: 'Les messages demandant un paiement hors de la plateforme ne peuvent pas être envoyés. Les paiements effectués ici sont protégés.',
    },
    spam: {
      ko: '광고성이거나 같은 내용을 반복해 보낸 메시지로 확인되었습니다.',
      en: 'It was found to be promotional, or the same text was sent repeatedly.',
      de: 'Sie wurde als Werbung oder als wiederholt versandter Text eingestuft.',
      fr: 'Il a été jugé promotionnel, ou le même texte a été envoyé plusieurs fois.',
    },
    abuse: {
      ko: '상대방을 모욕하거나 위협하는 표현이 있습니다. 표현을 바꾸어 다시 보내 주세요.',
      en: 'It contains insulting or threatening language. Please rephrase it and send it again.',
      de: 'Sie enthält beleidigende oder bedrohende Äußerungen. Bitte formulieren Sie sie um und senden Sie sie erneut.',
      fr: 'Il contient des propos insultants ou menaçants. Merci de le reformuler avant de le renvoyer.',
    },
    fraud: {
      ko: '사기로 의심되는 내용이 있어 전달하지 않았습니다.',
      en: 'It shows signs of a fraudulent project or request.',
      de: 'Sie weist Anzeichen eines betrügerischen Projekts oder Anliegens auf.',
      fr: 'Il présente les signes d’un projet ou d’une demande frauduleuse.',
    },
    other: { ko: '', en: '', de: '', fr: '' },
  },
};

function languageOf(locale: string): NoticeLanguage {
  return NOTICE_LANGUAGES.find((language) => language === locale.split('-')[0]) ?? 'en';
}

export interface RejectionText {
  reason: RejectReason;
  /** What the moderator wrote to the sender. */
  message: string | null;
  locale: string;
  /** It had been delivered before. */
  removed: boolean;
}

export interface Rejection {
  reason: RejectReason;
  /** What the moderator wrote to the sender. */
  message: string | null;
  locale: string;
  /** It had been delivered before. */
  removed: boolean;
}

/**
 * What the sender of a rejected message is told, in their language. What the moderator wrote stands in place of the
 * standing text; the first line always says what happened.
 */
export function rejectionText(
  templates: FirstMessageTemplates,
  { reason, message, locale, removed }: RejectionText,
): string {
  const language = languageOf(locale);
  const lead = (removed ? templates.leadRemoved : templates.lead)[language];
  const written = message?.trim() ?? '';
  const why = written === '' ? templates.reasons[reason][language] : written;
  return why === '' ? lead : `${lead}\n\n${why}`;
}
