import type { Cases } from '../cases/cases.ts';
import { guardFailed } from '../cases/conflict.ts';
import type { Desk, DeskWork, Effect } from '../cases/desk.ts';
import type { Before } from '../cases/rows.ts';
import { type Actor, systemActor } from '../core/actor.ts';
import { ConflictError, NotFoundError } from '../core/errors.ts';
import type { Db, Trx } from '../db/database.ts';
import { fromJsonColumn } from '../db/json-column.ts';
import type { Disposition } from '../marketplace/contract.ts';
import { messagesStore, type StoredMessage } from '../marketplace/messages-store.ts';
import type { Notices } from '../notices/notices.ts';
import type { Settings } from '../settings/settings.ts';
import type { MessageReceipt, RejectReason } from './contract.ts';
import { rejectionNotice } from './notice.ts';
import { needsApproval, requireReasonText } from './policy.ts';
import { firstMessagePolicy } from './setting.ts';
import { firstMessagesStore } from './store.ts';

export interface FirstMessagesDependencies {
  cases: Cases;
  settings: Settings;
  notices: Notices;
}

const SYSTEM = systemActor('').id;

/** What a decision does to a message that stands somewhere. A message that was delivered can only be removed. */
function nextDisposition(outcome: string, now: Disposition): Disposition {
  if (outcome === 'release') return 'released';
  return now === 'released' || now === 'removed' ? 'removed' : 'rejected';
}

const EVENT_OF = {
  released: 'message.released',
  rejected: 'message.rejected',
  removed: 'message.removed',
} as const;

/** The desk's work on one case: the message's disposition, the notice to its sender, what the marketplace learns. */
export function createFirstMessagesWork(deps: Pick<FirstMessagesDependencies, 'settings' | 'notices'>) {
  return (trx: Trx): DeskWork => {
    const store = firstMessagesStore(trx);
    const messages = messagesStore(trx);

    async function messageOf(id: string): Promise<StoredMessage> {
      const message = (await messages.byIds([id])).get(id);
      if (message === undefined) throw new NotFoundError('message', id);
      return message;
    }

    /** @param by whose decision lets it pass now; only a person's counts towards the sender's trust */
    async function move(message: StoredMessage, to: Disposition, by: string | null): Promise<void> {
      const person = by !== null && !by.startsWith(SYSTEM);
      const change = { from: message.disposition, to, releasedByPerson: to === 'released' && person };
      if (message.disposition !== to && (await messages.setDisposition([message.id], change)) === 0)
        throw guardFailed();
    }

    return {
      async check(_subject, proposal) {
        requireReasonText(proposal);
        const { value } = await deps.settings.current(trx, firstMessagePolicy);
        return { needsApproval: needsApproval(proposal, value) };
      },

      async apply(subject, decision) {
        const message = await messageOf(subject.subject_id);
        const to = nextDisposition(decision.outcome, message.disposition);
        const { id: messageId, conversationId, senderId, recipientId } = message;
        const effects: Effect[] = [
          {
            type: EVENT_OF[to as keyof typeof EVENT_OF],
            data: { messageId, conversationId, senderId, recipientId },
          },
        ];
        if (decision.outcome === 'reject') {
          const removed = to === 'removed';
          const notice = await rejectionNotice(trx, deps.settings, {
            senderId,
            reason: decision.reason_code as RejectReason,
            message: decision.message,
            removed,
            fallbackLocale: subject.locale,
          });
          const noticeId = await deps.notices(trx).create({
            memberId: notice.to.id,
            kind: removed ? 'message_removed' : 'message_rejected',
            locale: notice.locale,
            text: notice.text,
            caseId: subject.id,
            decisionId: decision.id,
          });
          effects.push({ type: 'notice.created', data: { noticeId, memberId: senderId, messageId } });
        }
        const written = Promise.all([
          store.rememberPrior(message.id, message.disposition),
          move(message, to, decision.decided_by),
        ]);
        return { effects, written };
      },

      async revert(subject, decision) {
        const held = await store.byCase(subject.id);
        const message = await messageOf(subject.subject_id);
        const before = fromJsonColumn<Before>(decision.before);
        await move(message, held?.priorDisposition ?? 'held', before.decided_by);
        await deps.notices(trx).cancel(decision.id);
      },
    };
  };
}

/** What the sender would be told of this decision; a release tells nobody. @throws RuleError as the decision would */
export function previewNotice(settings: Settings): NonNullable<Desk['previewNotice']> {
  return async (db, subject, proposal) => {
    if (proposal.outcome !== 'reject') return null;
    requireReasonText(proposal);
    const message = (await messagesStore(db).byIds([subject.subject_id])).get(subject.subject_id);
    if (message === undefined) throw new NotFoundError('message', subject.subject_id);
    return rejectionNotice(db, settings, {
      senderId: message.senderId,
      reason: proposal.reasonCode as RejectReason,
      message: proposal.message,
      removed: nextDisposition(proposal.outcome, message.disposition) === 'removed',
      fallbackLocale: subject.locale,
    });
  };
}

/** What the marketplace may do with its messages besides sending them. */
export function createFirstMessages(deps: FirstMessagesDependencies) {
  return {
    async receipt(db: Db, id: string): Promise<MessageReceipt> {
      const known = (await messagesStore(db).existing([id])).get(id);
      if (known === undefined) throw new NotFoundError('message', id);
      const { caseId } = known;
      const disposition = (await firstMessagesStore(db).told([id])).get(id) ?? known.disposition;
      return caseId === null ? { id, disposition } : { id, disposition, caseId };
    },

    /**
     * The sender takes a held message back. Withdrawing it twice is withdrawing it once.
     * @throws ConflictError `not_held` where it is not held any more; `being_decided` where a person has decided, and the
     *   marketplace has not been told yet
     */
    async withdraw(trx: Trx, id: string, actor: Actor): Promise<void> {
      const messages = messagesStore(trx);
      const known = (await messages.existing([id])).get(id);
      if (known === undefined) throw new NotFoundError('message', id);
      if (known.disposition === 'withdrawn') return;
      if (known.disposition !== 'held' || known.caseId === null) throw await refusal(trx, id);
      try {
        await deps.cases(trx).withdraw(known.caseId, { messageId: id }, actor);
      } catch (error) {
        if (!(error instanceof ConflictError)) throw error;
        // somebody was faster; the marketplace learns where its message stands, not who of the staff did what
        if ((await messages.existing([id])).get(id)?.disposition === 'withdrawn') return;
        throw await refusal(trx, id);
      }
      const change = { from: 'held' as const, to: 'withdrawn' as const, releasedByPerson: false };
      if ((await messages.setDisposition([id], change)) === 0) throw guardFailed();
    },
  };
}

export type FirstMessages = ReturnType<typeof createFirstMessages>;

/** Why a message cannot be withdrawn, by what the marketplace has been told of it. */
async function refusal(trx: Trx, id: string): Promise<ConflictError> {
  const disposition = (await firstMessagesStore(trx).told([id])).get(id);
  if (disposition === 'held') {
    return new ConflictError(
      'being_decided',
      'A person has decided on this message a moment ago; its event will say how.',
    );
  }
  return new ConflictError('not_held', `The message is ${disposition} and cannot be withdrawn.`, {
    disposition,
  });
}
