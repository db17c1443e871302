import type { Signal } from './contract.ts';
import { byConcept } from './cooccurrence.ts';
import { bankSignals } from './detectors/bank.ts';
import { emailSignals } from './detectors/email.ts';
import { insultSignals } from './detectors/insult.ts';
import { linkSignals, links } from './detectors/link.ts';
import { messengerSignals } from './detectors/messenger.ts';
import { paymentSignals } from './detectors/payment.ts';
import { phoneSignals } from './detectors/phone.ts';
import { spamSignals } from './detectors/spam.ts';
import { languageOf } from './language.ts';
import { Lexicon } from './lexicon.ts';
import { CONCEPTS } from './lexicons/concepts.ts';
import { fold } from './normalise.ts';
import { digitRuns } from './numbers.ts';

const LEXICON = new Lexicon(CONCEPTS, ['messenger', 'account', 'direct_deal', 'insult']);
const RANK = { low: 0, medium: 1, high: 2 } as const;
const MAX_SIGNALS = 200;

/**
 * Reads a text for what a moderator should look at: contact data, payment around the marketplace, promotion, insults.
 * Offsets are UTF-16 in `text` as given, `end` exclusive; sorted by start, then end. Pure, deterministic, never throws,
 * and linear in the length of the text. `locale` (BCP 47) settles what the text leaves open, such as whose national
 * phone numbers to try first. Signals order and highlight; they never decide.
 */
export function scan(text: string, options: { locale?: string } = {}): Signal[] {
  const folded = fold(text);
  const language = languageOf(folded, options.locale);
  const hits = LEXICON.find(folded);
  const concepts = byConcept(hits);
  const runs = digitRuns(folded);
  const found = links(folded);
  const bank = bankSignals(folded, runs, concepts);
  const phones = phoneSignals(folded, runs, language).filter(
    (phone) => !bank.some((account) => overlap(phone, account)),
  );
  const emails = emailSignals(folded, concepts);
  const contactLinks = linkSignals(folded, found, hits).filter(
    (link) => !emails.some((email) => overlap(link, email)),
  );
  return tidy([
    ...phones,
    ...bank,
    ...emails,
    ...contactLinks,
    ...messengerSignals(folded, concepts),
    ...paymentSignals(folded, concepts),
    ...spamSignals(folded, concepts, found, phones.length),
    ...insultSignals(folded, concepts, language),
  ]);
}

function overlap(a: Signal, b: Signal): boolean {
  return a.start < b.end && b.start < a.end;
}

/** One signal a place and kind: overlapping ones join, the most severe evidence stays. */
function tidy(signals: Signal[]): Signal[] {
  signals.sort((a, b) => a.start - b.start || a.end - b.end || (a.kind < b.kind ? -1 : 1));
  const kept: Signal[] = [];
  const open = new Map<string, Signal>();
  for (const signal of signals) {
    const last = open.get(signal.kind);
    if (last !== undefined && signal.start < last.end) {
      if (RANK[signal.severity] > RANK[last.severity]) {
        last.severity = signal.severity;
        last.evidence = signal.evidence;
      }
      last.end = Math.max(last.end, signal.end);
    } else if (kept.length < MAX_SIGNALS) {
      const copy = { ...signal };
      kept.push(copy);
      open.set(signal.kind, copy);
    }
  }
  return kept;
}
