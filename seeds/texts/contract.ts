/** Somebody of the demo marketplace. */
export interface Person {
  nickname: string;
  accountType: 'individual' | 'business';
}

/** A line of work: what clients ask for, and what they say about it. Any need goes with any detail of its topic. */
export interface Topic {
  category: string;
  /** The title of the expert's service. */
  service: string;
  needs: readonly string[];
  details: readonly string[];
  attachment?: { name: string; mediaType: string };
}

/**
 * What people of one language write on a marketplace: our own texts. `{name}` stands for one of `slots.name`, chosen
 * anew in each place.
 */
export interface Texts {
  locale: 'ko' | 'de' | 'fr' | 'en';
  currency: string;
  clients: readonly Person[];
  /** Each offers the topics at its own place, and again after as many as there are experts (`expertFor`). */
  experts: readonly Person[];
  /** What new members are called: one of each. */
  newcomers: { first: readonly string[]; last: readonly string[] };
  topics: readonly Topic[];
  greetings: readonly string[];
  budgets: readonly string[];
  closings: readonly string[];
  /** How an expert answers a client's first message. */
  replies: readonly string[];
  /** What a client proposes to an expert: a project with its terms. */
  proposals: readonly string[];
  /** Contact details, plain and disguised. */
  contacts: readonly string[];
  /** Paying past the marketplace. */
  payments: readonly string[];
  /** Advertising; the same text comes from several senders with small changes. */
  spam: readonly string[];
  insults: readonly string[];
  slots: Readonly<Record<string, readonly string[]>>;
}

/** Which of the experts offers a topic; both counted from 0. */
export function expertFor(texts: Texts, topic: number): number {
  return topic % texts.experts.length;
}
