import { applyRules, type HitsByConcept, type Rule } from '../cooccurrence.ts';
import type { Signal } from '../contract.ts';
import type { Folded } from '../normalise.ts';

const KIND = 'off_platform_payment';
const NOT = ['prohibit'] as const;

// Kmong counts luring to direct payment as misconduct of its own; what is suspicious is not paying but paying around the
// marketplace: outside of it, straight to an account, or to spare its fee.
const RULES: readonly Rule[] = [
  {
    kind: KIND,
    severity: 'high',
    anchor: 'outside',
    with: [['pay', 'direct', 'p2p']],
    within: 40,
    unless: NOT,
    clear: 40,
  },
  { kind: KIND, severity: 'high', anchor: 'outside_platform', unless: NOT, clear: 40 },
  {
    kind: KIND,
    severity: 'high',
    anchor: 'fee_avoid',
    with: [
      [
        'direct',
        'outside',
        'direct_deal',
        'account',
        'p2p',
        'p2p_strong',
        'crypto',
        'messenger',
        'contact_noun',
        'reach',
      ],
    ],
    within: 70,
    unless: NOT,
    clear: 40,
  },
  {
    kind: KIND,
    severity: 'medium',
    anchor: 'fee_avoid',
    with: [['pay', 'send', 'account_ask', 'deal_ask']],
    within: 45,
    unless: ['prohibit', 'through_platform'],
    clear: 40,
  },
  {
    kind: KIND,
    severity: 'high',
    anchor: 'direct',
    unless: ['prohibit', 'pay_build', 'through_platform'],
    clear: 30,
  },
  {
    kind: KIND,
    severity: 'high',
    anchor: 'account',
    with: [['account_ask']],
    within: 18,
    unless: ['prohibit', 'pay_build', 'through_platform'],
    clear: 16,
  },
  {
    kind: KIND,
    severity: 'high',
    anchor: 'direct_deal',
    with: [['deal_ask', 'pay']],
    within: 24,
    unless: ['prohibit', 'meet'],
    clear: 34,
  },
  {
    kind: KIND,
    severity: 'high',
    anchor: 'direct_deal',
    with: [['account', 'fee_avoid']],
    within: 40,
    unless: ['prohibit', 'meet', 'pay_build'],
    clear: 30,
  },
  {
    kind: KIND,
    severity: 'high',
    anchor: 'p2p_strong',
    with: [['send', 'pay']],
    within: 30,
    unless: ['prohibit', 'pay_build', 'through_platform'],
    clear: 30,
  },
  {
    kind: KIND,
    severity: 'medium',
    anchor: 'p2p',
    with: [['send']],
    within: 16,
    unless: ['prohibit', 'pay_build', 'through_platform'],
    clear: 34,
  },
  {
    kind: KIND,
    severity: 'high',
    anchor: 'crypto',
    with: [['send']],
    within: 22,
    unless: ['prohibit', 'pay_build'],
    clear: 30,
  },
  {
    kind: KIND,
    severity: 'high',
    anchor: 'transfer',
    with: [['transfer_ask']],
    within: 22,
    unless: ['prohibit', 'pay_build', 'through_platform', 'meet'],
    clear: 26,
  },
  {
    kind: KIND,
    severity: 'high',
    anchor: 'platform',
    with: [['around'], ['pay', 'direct', 'transfer', 'p2p', 'send', 'cheaper']],
    within: 22,
    unless: ['prohibit', 'pay_build', 'meet'],
    clear: 40,
  },
  {
    kind: KIND,
    severity: 'medium',
    anchor: 'fee',
    with: [['fee_pain'], ['private_deal', 'transfer', 'direct', 'outside', 'account', 'p2p', 'direct_deal']],
    within: 50,
    unless: ['prohibit', 'through_platform', 'pay_build'],
    clear: 34,
  },
  {
    kind: KIND,
    severity: 'medium',
    anchor: 'p2p',
    with: [['have', 'transfer_ask']],
    within: 22,
    unless: ['prohibit', 'pay_build', 'through_platform'],
    clear: 34,
  },
  {
    kind: KIND,
    severity: 'medium',
    anchor: 'fine',
    with: [['p2p', 'crypto', 'transfer']],
    within: 12,
    unless: ['prohibit', 'pay_build', 'through_platform', 'meet'],
    clear: 34,
  },
  {
    kind: KIND,
    severity: 'medium',
    anchor: 'fee',
    with: [['fee_avoid_verb']],
    within: 14,
    unless: ['prohibit', 'pay_build'],
    clear: 30,
  },
];

/** Proposals to pay around the marketplace: outside it, straight to an account, by another service, or without its fee. */
export function paymentSignals(folded: Folded, hits: HitsByConcept): Signal[] {
  return applyRules(folded, RULES, hits);
}
