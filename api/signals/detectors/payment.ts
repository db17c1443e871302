import type { Severity, Signal } from '../contract.ts';
import { applyRules, type HitsByConcept, Rule } from '../cooccurrence.ts';
import { type Folded, originalSpan } from '../normalise.ts';

const rule = (severity: Severity, anchor: string) => new Rule('off_platform_payment', severity, anchor);

// Kmong counts luring to direct payment as misconduct of its own; what is suspicious is not paying but paying around the
// marketplace: outside of it, straight to an account, from hand to hand, or to spare its fee.
const RULES: readonly Rule[] = [
  // Outside of it.
  rule('high', 'outside').near(40, 'pay direct means p2p offer fee').unless(40, 'prohibit'),
  rule('high', 'outside_platform').unless(40, 'prohibit'),
  rule('high', 'outside_bare').near(16, 'pay_act offer').unless(34, 'prohibit build').unless(20, 'meet'),
  rule('high', 'platform')
    .near(22, 'around')
    .near(22, 'pay_act direct transfer p2p send cheaper')
    .unless(40, 'prohibit pay_build meet'),
  rule('medium', 'platform').near(16, 'bypass').near(70, 'fee').unless(40, 'prohibit pay_build'),
  rule('medium', 'platform')
    .near(24, 'drop_verb')
    .near(60, 'later offer fee')
    .unless(40, 'prohibit pay_build'),
  rule('medium', 'must_here').near(50, 'pay means fee').unless(40, 'prohibit'),
  // Without its fee.
  rule('high', 'fee_avoid')
    .near(
      70,
      'direct means outside outside_bare direct_deal account p2p p2p_strong crypto messenger contact_noun reach',
    )
    .unless(40, 'prohibit'),
  rule('medium', 'fee_avoid')
    .near(45, 'pay_act send account_ask deal_ask offer')
    .unless(40, 'prohibit through_platform'),
  rule('medium', 'fee')
    .near(50, 'fee_pain')
    .near(60, 'private_deal transfer direct means outside outside_bare account p2p direct_deal straight')
    .unless(34, 'prohibit through_platform pay_build'),
  rule('medium', 'fee').near(14, 'fee_avoid_verb').unless(30, 'prohibit pay_build'),
  rule('medium', 'no_paper').near(40, 'offer pay').unless(30, 'prohibit pay_build'),
  // Straight to an account.
  rule('high', 'direct').unless(30, 'prohibit pay_build through_platform'),
  rule('high', 'means')
    .near(26, 'transfer_ask offer fine fine_channel')
    .unless(34, 'prohibit pay_build through_platform'),
  rule('high', 'account')
    .near(18, 'account_ask')
    .unless(16, 'prohibit pay_build through_platform')
    .unless(30, 'through_platform'),
  rule('high', 'transfer').near(22, 'transfer_ask').unless(26, 'prohibit pay_build through_platform meet'),
  rule('medium', 'cash_bare').near(20, 'offer fine').unless(40, 'prohibit pay_build through_platform meet'),
  rule('high', 'rest').near(16, 'hand').unless(30, 'prohibit pay_build'),
  // By a deal of their own.
  rule('high', 'direct_deal').near(24, 'deal_ask pay').unless(34, 'prohibit meet'),
  rule('high', 'direct_deal').near(40, 'account fee_avoid').unless(30, 'prohibit meet pay_build'),
  rule('medium', 'cancel_here').near(70, 'own_bill').unless(30, 'prohibit'),
  rule('medium', 'later').near(46, 'straight').unless(30, 'prohibit meet'),
  rule('medium', 'straight').near(40, 'offer').unless(30, 'prohibit pay_build meet'),
  rule('medium', 'straight').near(24, 'pay_verb').unless(40, 'prohibit pay_build through_platform meet'),
  // By a service of their own.
  rule('high', 'p2p_strong').near(30, 'send pay').unless(30, 'prohibit pay_build through_platform'),
  rule('medium', 'p2p').near(16, 'send').unless(34, 'prohibit pay_build through_platform'),
  rule('medium', 'p2p').near(22, 'have transfer_ask').unless(34, 'prohibit pay_build through_platform'),
  rule('medium', 'instrument')
    .near(30, 'pay_act offer send fine')
    .unless(34, 'prohibit pay_build through_platform'),
  rule('high', 'crypto').near(22, 'send pay_act').unless(30, 'prohibit pay_build'),
  rule('medium', 'fine')
    .near(12, 'p2p crypto transfer means')
    .unless(34, 'prohibit pay_build through_platform meet'),
  // Between two people, with nothing about work or the marketplace in the sentence.
  ...['means', 'account', 'instrument', 'p2p', 'p2p_strong', 'crypto', 'transfer'].map((anchor) =>
    rule('low', anchor)
      .beside(40, 'party')
      .unless(70, 'prohibit pay_build through_platform meet build form spam_money'),
  ),
];

// "cashapp $kate", "Revolut: @theo".
const TAG = /^\s?[:=(-]?\s?[$£@]([a-z][a-z0-9._-]{2,30})/;

/** Proposals to pay around the marketplace: outside it, straight to an account, by another service, or without its fee. */
export function paymentSignals(folded: Folded, hits: HitsByConcept): Signal[] {
  const signals = applyRules(folded, RULES, hits);
  for (const hit of [...(hits.get('instrument') ?? []), ...(hits.get('p2p') ?? [])]) {
    const tag = TAG.exec(folded.text.slice(hit.end, hit.end + 40));
    if (tag === null) continue;
    signals.push({
      kind: 'off_platform_payment',
      severity: 'high',
      ...originalSpan(folded, hit.start, hit.end + tag[0].length),
      evidence: `${hit.word}: ${tag[1] ?? ''}`,
    });
  }
  return signals;
}
