import type { MessageBody } from '../../api/marketplace/contract.ts';
import { createRandom, type Random } from './random.ts';
import { LOCALES, messageText } from './texts.ts';

/**
 * A marketplace of a given number of messages. A tenth as many members; three quarters of them are trusted (people have
 * released three messages of theirs), a quarter is new. Every twentieth message is of a new member, and held.
 */
export interface Dataset {
  messages: number;
  held: number;
  members: number;
  trusted: number;
}

export function datasetOf(messages: number): Dataset {
  const members = messages / 10;
  return { messages, held: messages / 20, members, trusted: Math.floor((members * 3) / 4) };
}

export function memberId(n: number): string {
  return `member-${String(n).padStart(8, '0')}`;
}

export function localeOf(n: number): string {
  return LOCALES[n % LOCALES.length] as string;
}

/** Members take turns as clients and experts. */
export function kindOf(n: number): 'client' | 'expert' {
  return n % 2 === 0 ? 'client' : 'expert';
}

export interface PlannedMessage {
  body: MessageBody;
  held: boolean;
  releasedByPerson: boolean;
}

function body(
  random: Random,
  data: Dataset,
  id: string,
  conversation: number,
  sender: number,
  sentAt: number,
) {
  const other = random.int(data.trusted);
  return {
    id,
    conversationId: `conversation-${String(conversation).padStart(8, '0')}`,
    senderId: memberId(sender),
    recipientId: memberId(other === sender ? (other + 1) % data.trusted : other),
    kind: 'text' as const,
    text: messageText(random, localeOf(sender), random.chance(0.02)),
    sentAt: new Date(sentAt).toISOString(),
  };
}

/** The n-th message that is stored before anything is measured. */
export function storedMessage(random: Random, data: Dataset, n: number, sentAt: number): PlannedMessage {
  const id = `stored-${String(n).padStart(9, '0')}`;
  const conversation = Math.floor(n / 3);
  if (n % 20 === 19) {
    const sender = data.trusted + (Math.floor(n / 20) % (data.members - data.trusted));
    return {
      body: body(random, data, id, conversation, sender, sentAt),
      held: true,
      releasedByPerson: false,
    };
  }
  const among = n - Math.floor(n / 20);
  const sender = among % data.trusted;
  return {
    body: body(random, data, id, conversation, sender, sentAt),
    held: false,
    releasedByPerson: among < 3 * data.trusted,
  };
}

/** Messages as they come in while it is measured: one in twenty is of a new member. */
export function incomingMessages(data: Dataset, run: string, seed: number, count: number): MessageBody[] {
  const random = createRandom(seed);
  const now = Date.now();
  return Array.from({ length: count }, (_, n) => {
    const isNew = random.chance(0.05);
    const sender = isNew ? data.trusted + random.int(data.members - data.trusted) : random.int(data.trusted);
    const conversation = random.int(data.messages / 3);
    return body(random, data, `${run}-${String(n).padStart(6, '0')}`, conversation, sender, now);
  });
}
