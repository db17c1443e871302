import type { Texts, Topic } from './contract.ts';

/** Numbers from 0 to 1, each run of a seed the same (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What somebody may write. */
export const STYLES = ['inquiry', 'reply', 'proposal', 'contact', 'payment', 'spam', 'insult'] as const;
export type Style = (typeof STYLES)[number];

export interface Attachment {
  name: string;
  size: number;
  mediaType: string;
}

export interface Written {
  kind: 'text' | 'proposal';
  text: string;
  attachments: Attachment[];
}

/** Writes messages of one language from its texts, as `random` falls. */
export function createWriter(texts: Texts, random: () => number) {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const fill = (text: string) =>
    text.replace(/\{([a-z]+)\}/g, (whole, name: string) => {
      const values = texts.slots[name];
      return values === undefined ? whole : pick(values);
    });

  function attached(topic: Topic, detail: string): Attachment[] {
    if (
      topic.attachment === undefined ||
      (!/첨부|angehängt|bei\.|pièce|attached/.test(detail) && random() < 0.8)
    )
      return [];
    return [{ ...topic.attachment, size: 40_000 + Math.floor(random() * 3_000_000) }];
  }

  /** A greeting, what is needed, what there is to know, perhaps the budget, and a closing. */
  function inquiry(topic: Topic): Written {
    const detail = pick(topic.details);
    const money = random() < 0.7 ? ` ${pick(texts.budgets)}` : '';
    const first = `${pick(texts.greetings)} ${pick(topic.needs)}`;
    const gap = random() < 0.4 ? '\n\n' : ' ';
    const text = fill(`${first}${gap}${detail}${money}${gap}${pick(texts.closings)}`);
    return { kind: 'text', text, attachments: attached(topic, detail) };
  }

  /** Half of those who leave contact details, or want to pay elsewhere, write a real inquiry around it. */
  function slippedIn(topic: Topic, sentence: string): Written {
    if (random() < 0.4) return { kind: 'text', text: fill(sentence), attachments: [] };
    const text = fill(`${pick(texts.greetings)} ${pick(topic.needs)} ${sentence}`);
    return { kind: 'text', text, attachments: [] };
  }

  const plain = (list: readonly string[]): Written => ({
    kind: 'text',
    text: fill(pick(list)),
    attachments: [],
  });

  return {
    write(style: Style, topic: Topic): Written {
      switch (style) {
        case 'inquiry':
          return inquiry(topic);
        case 'reply':
          return plain(texts.replies);
        case 'proposal':
          return { ...plain(texts.proposals), kind: 'proposal' };
        case 'contact':
          return slippedIn(topic, pick(texts.contacts));
        case 'payment':
          return slippedIn(topic, pick(texts.payments));
        case 'spam':
          return plain(texts.spam);
        case 'insult':
          return plain(texts.insults);
      }
    },
    pick,
  };
}
