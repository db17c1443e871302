import { createWriter, randomFrom, type Style, type Written } from './texts/compose.ts';
import { expertFor, type Texts, type Topic } from './texts/contract.ts';
import { LANGUAGES } from './texts/languages.ts';
import { type DemoMember, membersOf } from './members.ts';

const MINUTE = 60_000;

/** What one language's people have sent: mostly ordinary business. Times `{ko: …}` as many as the language has. */
const MIX: readonly Style[] = [
  'inquiry',
  'contact',
  'inquiry',
  'inquiry',
  'spam',
  'inquiry',
  'proposal',
  'inquiry',
  'payment',
  'inquiry',
  'spam',
  'inquiry',
  'insult',
  'reply',
  'contact',
  'inquiry',
  'inquiry',
  'inquiry',
];
const HELD: Readonly<Record<Texts['locale'], number>> = { ko: 18, de: 15, fr: 14, en: 13 };

export interface DemoMessage extends Written {
  id: string;
  conversationId: string;
  senderId: string;
  recipientId: string;
  sentAt: string;
  channel: 'web' | 'app' | 'email';
}

/** Most have come in within the last three hours; one in eight has waited longer than a person should. */
function ageMs(random: () => number): number {
  return random() < 0.87 ? (2 + random() * 175) * MINUTE : (5 + random() * 20) * 60 * MINUTE;
}

function messagesOf(texts: Texts, now: number): DemoMessage[] {
  const random = randomFrom(texts.locale.charCodeAt(0) * 131 + texts.locale.charCodeAt(1));
  const writer = createWriter(texts, random);
  const members = membersOf(texts, now);
  const clients = members.filter((member) => member.kind === 'client');
  const experts = members.filter((member) => member.kind === 'expert');
  // advertising comes from two accounts, in nearly the same words
  const advertisers = clients.slice(-2);
  const others = clients.slice(0, -2);
  let advertisement: Written | undefined;
  let advertised = 0;

  function write(style: Style, topic: Topic): Written {
    if (style !== 'spam') return writer.write(style, topic);
    const { text } = (advertisement ??= writer.write('spam', topic));
    const sparks = texts.slots.spark ?? [];
    return {
      kind: 'text',
      text: text.replaceAll(/[★♥▶※🚀✨💰💶👉🔥]/gu, writer.pick(sparks)),
      attachments: [],
    };
  }

  return MIX.slice(0, HELD[texts.locale]).map((style, index) => {
    const client =
      style === 'spam' ? advertisers[advertised++ % advertisers.length] : others[index % others.length];
    const topic = Math.floor(random() * texts.topics.length);
    const expert = experts[expertFor(texts, topic)];
    const parties = [client, expert] as [DemoMember, DemoMember];
    const [sender, recipient] = style === 'reply' ? parties.reverse() : parties;
    const written = write(style, texts.topics[topic] as Topic);
    return {
      id: `demo-message-${texts.locale}-${index + 1}`,
      conversationId: `demo-talk-${parties
        .map((party) => party.id.slice(5))
        .sort()
        .join('-')}`,
      senderId: (sender as DemoMember).id,
      recipientId: (recipient as DemoMember).id,
      ...written,
      sentAt: new Date(now - ageMs(random)).toISOString(),
      channel: random() < 0.6 ? 'web' : random() < 0.75 ? 'app' : 'email',
    };
  });
}

/** About sixty messages in four languages, the oldest first, as the marketplace would send them. */
export function demoMessages(now: number): DemoMessage[] {
  return LANGUAGES.flatMap((texts) => messagesOf(texts, now)).sort((a, b) =>
    a.sentAt < b.sentAt ? -1 : a.sentAt > b.sentAt ? 1 : 0,
  );
}
