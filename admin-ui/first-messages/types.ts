import type { HoldReason } from '../../api/first-messages/contract.ts';
import type { Attachment, Disposition } from '../../api/marketplace/contract.ts';
import type { Signal, SignalKind } from '../../api/signals/contract.ts';
import type { CaseDetail, CaseSummary } from '../../api/cases/contract.ts';

interface Named {
  id: string;
  nickname: string;
}

/** How a held message looks in a list. */
export interface MessageSummary {
  kind: 'text' | 'proposal';
  conversationId: string;
  excerpt: string;
  sentAt: string;
  sender: Named;
  recipient: Named;
  signals: SignalKind[];
}

export interface MemberView {
  id: string;
  kind: 'client' | 'expert';
  nickname: string;
  accountType: 'individual' | 'business';
  businessVerifiedAt: string | null;
  locale: string | null;
  joinedAt: string;
  orders: number;
  messages: { released: number; rejected: number; held: number };
}

export interface OtherMessage {
  caseId: string;
  version: number;
  messageId: string;
  sender: Named;
  excerpt: string;
  sentAt: string;
}

/** Everything that is shown of a held message. */
export interface MessageDetail {
  message: {
    id: string;
    conversationId: string;
    kind: 'text' | 'proposal';
    text: string;
    sentAt: string;
    receivedAt: string;
    channel: 'web' | 'app' | 'email' | null;
    attachments: Attachment[];
    disposition: Disposition;
  };
  signals: Signal[];
  holdReasons: HoldReason[];
  sender: MemberView | null;
  recipient: MemberView | null;
  siblings: OtherMessage[];
  nearDuplicates: OtherMessage[];
}

/** The desk's own part of a case, as this desk's API fills it. */
export function messageOf(detail: CaseDetail): MessageDetail {
  return detail.detail as unknown as MessageDetail;
}

export function summaryOf(summary: CaseSummary): MessageSummary | null {
  return summary.summary as unknown as MessageSummary | null;
}
