import { z } from 'zod';

/** What a signal may say. A signal orders the queue and highlights the text; it never decides. */
export const SIGNAL_KINDS = [
  'contact_phone',
  'contact_email',
  'contact_messenger',
  'contact_link',
  'contact_request',
  'off_platform_payment',
  'bank_account',
  'spam_link',
  'spam_promotion',
  'spam_duplicate',
  'spam_velocity',
  'insult',
] as const;

export const SEVERITIES = ['low', 'medium', 'high'] as const;

export const SignalKind = z.enum(SIGNAL_KINDS);
export type SignalKind = z.infer<typeof SignalKind>;

export const Severity = z.enum(SEVERITIES);
export type Severity = z.infer<typeof Severity>;

/**
 * `start` and `end` are UTF-16 offsets into the text as it was written, `end` exclusive. `evidence` is the reading
 * that the signal rests on ("010-1234-5678" where "공일공 …" was written): it is member data and leaves no case.
 */
export const Signal = z.object({
  kind: SignalKind,
  severity: Severity,
  start: z.int().nonnegative(),
  end: z.int().positive(),
  evidence: z.string(),
});
export type Signal = z.infer<typeof Signal>;

/** The three families in which domain.md counts misconduct; reports and ordering speak in these. */
export type SignalFamily = 'contact' | 'payment' | 'spam' | 'insult';

const FAMILIES: Record<SignalKind, SignalFamily> = {
  contact_phone: 'contact',
  contact_email: 'contact',
  contact_messenger: 'contact',
  contact_link: 'contact',
  contact_request: 'contact',
  off_platform_payment: 'payment',
  bank_account: 'payment',
  spam_link: 'spam',
  spam_promotion: 'spam',
  spam_duplicate: 'spam',
  spam_velocity: 'spam',
  insult: 'insult',
};

export function familyOf(kind: SignalKind): SignalFamily {
  return FAMILIES[kind];
}
