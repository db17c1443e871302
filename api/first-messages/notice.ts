import type { ComposedNotice } from '../cases/desk.ts';
import { NotFoundError } from '../core/errors.ts';
import type { Db } from '../db/database.ts';
import type { Settings } from '../settings/settings.ts';
import type { RejectReason } from './contract.ts';
import { rejectionText } from './notice-texts.ts';
import { firstMessageTemplates } from './setting.ts';
import { firstMessagesStore } from './store.ts';

/** What a rejection tells, and about whose message in which language it is where the sender has none. */
export interface Rejection {
  senderId: string;
  reason: RejectReason;
  message: string | null;
  /** The message had been delivered before. */
  removed: boolean;
  fallbackLocale: string;
}

/**
 * The notice of a rejection: the one function both for what is previewed and for what is stored and sent, so that
 * they cannot differ. The texts are those that hold when it is called.
 */
export async function rejectionNotice(
  db: Db,
  settings: Settings,
  { senderId, reason, message, removed, fallbackLocale }: Rejection,
): Promise<ComposedNotice> {
  const [to, templates] = await Promise.all([
    firstMessagesStore(db).addressee(senderId),
    settings.current(db, firstMessageTemplates),
  ]);
  if (to === undefined) throw new NotFoundError('member', senderId);
  const locale = to.locale ?? fallbackLocale;
  return {
    to: { id: to.id, nickname: to.nickname },
    locale,
    text: rejectionText(templates.value, { reason, message, locale, removed }),
  };
}
