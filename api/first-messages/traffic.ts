import type { Signal } from '../signals/contract.ts';
import { TRAFFIC_LIMITS, trafficSignals } from '../signals/velocity.ts';

export const SAME_TEXT_WITHIN_MS = 7 * 24 * 60 * 60 * 1000;
export const SENT_WITHIN_MS = 60 * 60 * 1000;
/** Counting stops here: more makes no difference to anybody. */
export const COUNT_CAP = 250;

/** As much of a message as its traffic is counted from. `sentAt` in ms; the marketplace's word, so imports count too. */
export interface Sent {
  senderId: string;
  recipientId: string;
  conversationId: string;
  textKey: string | null;
  sentAt: number;
}

// Many strangers may rightly send one text (a greeting that the marketplace itself proposes): that alone is never severe.
const LIMITS = { ...TRAFFIC_LIMITS, sameTextOtherSenders: [1, 5, Number.POSITIVE_INFINITY] as const };

function push(map: Map<string, Sent[]>, key: string, one: Sent): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [one]);
  else if (known.length < COUNT_CAP) known.push(one);
}

function countDistinct(values: readonly string[]): number {
  return new Set(values).size;
}

/** Counts messages as they come in, so that a set of a hundred is judged as if they had come one by one. */
export function createTraffic(before: readonly Sent[]) {
  const byText = new Map<string, Sent[]>();
  const bySender = new Map<string, Sent[]>();
  const add = (one: Sent) => {
    if (one.textKey !== null) push(byText, one.textKey, one);
    push(bySender, one.senderId, one);
  };
  for (const one of before) add(one);

  return {
    /** The signals of a message that follow from the ones before it; it counts from then on. */
    note(message: Sent & { text: string }): Signal[] {
      const { senderId, conversationId, textKey, sentAt } = message;
      const within = (ms: number) => (one: Sent) => one.sentAt <= sentAt && one.sentAt > sentAt - ms;
      const same = textKey === null ? [] : (byText.get(textKey) ?? []).filter(within(SAME_TEXT_WITHIN_MS));
      const own = (bySender.get(senderId) ?? []).filter(within(SENT_WITHIN_MS));
      add(message);
      return trafficSignals(
        message.text,
        {
          sameTextOtherSenders: countDistinct(
            same.flatMap((one) => (one.senderId === senderId ? [] : one.senderId)),
          ),
          sameTextOtherConversations: countDistinct(
            same.flatMap((one) =>
              one.senderId === senderId && one.conversationId !== conversationId ? one.conversationId : [],
            ),
          ),
          sentLastHour: own.length,
          newRecipientsLastHour: countDistinct([...own.map((one) => one.recipientId), message.recipientId]),
        },
        LIMITS,
      );
    },
  };
}
