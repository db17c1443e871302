import { type DemoMember, demoMembers, membersOf } from '../../seeds/members.ts';
import { createWriter, randomFrom, type Style, type Written } from '../../seeds/texts/compose.ts';
import { expertFor, type Texts, type Topic } from '../../seeds/texts/contract.ts';
import { LANGUAGES } from '../../seeds/texts/languages.ts';

/** A message about to be sent, with the two members whom it concerns. */
export interface Outgoing {
  locale: Texts['locale'];
  style: Style;
  sender: DemoMember;
  recipient: DemoMember;
  topic: number;
  message: {
    id: string;
    conversationId: string;
    senderId: string;
    recipientId: string;
    sentAt: string;
    channel: 'web' | 'app' | 'email';
  } & Written;
}

/** How often which: mostly ordinary business. */
const STYLE_WEIGHTS: readonly (readonly [Style, number])[] = [
  ['inquiry', 68],
  ['proposal', 6],
  ['contact', 10],
  ['payment', 4],
  ['spam', 7],
  ['insult', 5],
];
const LANGUAGE_WEIGHTS: readonly (readonly [Texts['locale'], number])[] = [
  ['ko', 55],
  ['de', 17],
  ['fr', 16],
  ['en', 12],
];

/** Invents what members write, one message after another. Ids begin with `run`, so that no two runs meet. */
export function createTraffic(run: string, seed: number) {
  const random = randomFrom(seed);
  const now = () => Date.now();
  const weighted = <T>(weights: readonly (readonly [T, number])[]): T => {
    let left = random() * weights.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of weights) if ((left -= weight) < 0) return value;
    return (weights[0] as readonly [T, number])[0];
  };
  const languages = new Map(
    LANGUAGES.map((texts) => {
      const members = membersOf(texts, now());
      const clients = members.filter((member) => member.kind === 'client');
      const experts = members.filter((member) => member.kind === 'expert');
      return [texts.locale, { texts, clients, experts, writer: createWriter(texts, random) }] as const;
    }),
  );
  type Language = typeof languages extends Map<unknown, infer T> ? T : never;
  const languageOf = (locale: Texts['locale']) => languages.get(locale) as Language;
  let count = 0;

  function newcomer({ texts, writer }: Language): DemoMember {
    const id = `${run}-member-${++count}`;
    const gap = texts.locale === 'ko' ? '' : ' ';
    return {
      id,
      kind: 'client',
      nickname: `${writer.pick(texts.newcomers.first)}${gap}${writer.pick(texts.newcomers.last)}`,
      accountType: random() < 0.3 ? 'business' : 'individual',
      locale: texts.locale,
      email: `${id}@example.com`,
      joinedAt: new Date(now() - random() * 3_600_000).toISOString(),
    };
  }

  function compose(
    { texts, writer }: Language,
    parties: { sender: DemoMember; recipient: DemoMember },
    style: Style,
    topic: number,
  ): Outgoing {
    const { sender, recipient } = parties;
    const pair = [sender.id, recipient.id].sort().join('~');
    return {
      locale: texts.locale,
      style,
      topic,
      ...parties,
      message: {
        id: `${run}-message-${++count}`,
        conversationId: `talk-${pair}`,
        senderId: sender.id,
        recipientId: recipient.id,
        ...writer.write(style, texts.topics[topic] as Topic),
        sentAt: new Date(now()).toISOString(),
        channel: random() < 0.55 ? 'web' : random() < 0.8 ? 'app' : 'email',
      },
    };
  }

  return {
    random,
    /** Who the members of the demo are, before anybody new comes. */
    members: () => demoMembers(now()),

    next(): Outgoing {
      const language = languageOf(weighted(LANGUAGE_WEIGHTS));
      const { texts, clients, experts, writer } = language;
      const style = weighted(STYLE_WEIGHTS);
      const topic = Math.floor(random() * texts.topics.length);
      const isNew = random() < 0.35;
      const sender = isNew ? newcomer(language) : writer.pick(clients);
      if (isNew) clients.push(sender);
      if (clients.length > 60) clients.splice(texts.clients.length, 1);
      const recipient = experts[expertFor(texts, topic)] as DemoMember;
      return compose(language, { sender, recipient }, style, topic);
    },

    /** The expert's answer to a message that reached them. */
    replyTo({ locale, sender, recipient, topic }: Outgoing): Outgoing {
      const parties = { sender: recipient, recipient: sender };
      return compose(languageOf(locale), parties, 'reply', topic);
    },

    /** A rejected sender tries again, this time by the rules. */
    rephrase({ locale, sender, recipient, topic }: Outgoing): Outgoing {
      return compose(languageOf(locale), { sender, recipient }, 'inquiry', topic);
    },
  };
}

export type Traffic = ReturnType<typeof createTraffic>;
