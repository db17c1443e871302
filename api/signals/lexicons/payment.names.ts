import { type Concepts, words } from '../words.ts';

/** Banks, payment services and currencies, in whatever language they are named. */
export const PAYMENT_NAMES: Concepts = {
  bank: words`
    kb, ibk, nh, imbank, bank, account number, sort code, routing number, iban, bic, swift, acc no,
    account no, a c no, barclays, hsbc, natwest, lloyds, santander, halifax, monzo, starling, chase,
    wells fargo, bank of america, citibank, capital one
  `,
  p2p: words`
    paypal, pay pal, paypol, venmo, zelle, cashapp, cash app, revolut, transferwise, western union,
    moneygram, money gram, lydia, payoneer, skrill, gift card, gift cards, google pay, apple pay, paylib,
    wero, monzo, paysafecard, paysafe, steam card, amazon card, pcs mastercard, coupon transcash, giropay,
    klarna sofort
  `,
  p2p_strong: words`
    friends and family, friends family, paypal friends, paypal f f, paypal ff, freunde und familie,
    freunde familie, paypal freunde, an freunde, entre proches, paypal proches, amis et famille,
    amis famille, famille et amis, mon paypal, my paypal, my venmo, my cashapp, my cash app, my revolut,
    my zelle, mein paypal, meinem paypal, paypal me, via western union, by western union, your paypal,
    paypal adresse, paypal address, paypal email, paypal you, venmo me, venmo you, zelle me, cashapp me,
    revolut me, wise me, dein paypal, ihr paypal, votre paypal, ton paypal, mon lydia, votre lydia,
    lydia moi, via venmo, via zelle, via revolut, via cashapp, through venmo, via paypal, per paypal,
    through paypal, by paypal, with paypal, using paypal, over paypal, mit paypal, uber paypal, par paypal,
    avec paypal, sur paypal, via lydia, par lydia, via wise, par wise, per wise, via payoneer
  `,
  crypto: words`
    bitcoin, bitcoins, btc, usdt, crypto, ethereum, eth, tether, usdc, cryptocurrency, kryptowahrung,
    krypto, cryptomonnaie, en cryptos, cryptos, monero, litecoin, solana
  `,
  // Services that move money between people.
  instrument: words`
    western union, moneygram, money gram, zelle, venmo, cashapp, cash app, lydia, paylib, payoneer, skrill,
    revolut, paysafecard, pcs mastercard, transcash, transferwise, gift card, gift cards, wero, remitly,
    monzo, giropay, wise transfer, by wise, with wise, on wise, use wise, through wise, wise account,
    wise or, or wise, per wise, par wise, via wise, wise oder, wise ou
  `,
};
