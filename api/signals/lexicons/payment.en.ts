import { type Concepts, words } from '../words.ts';

export const PAYMENT_EN: Concepts = {
  pay: words`
    hire, settle, pay, paid, paying, payment, payments, transfer, invoice, wire, money, cash, deposit,
    deal, send you, contract, paypal, bill, hire you, book you, charge, price, transaction, work together,
    do this, do it, business
  `,
  outside: words`
    no platform, outside the platform, outside of the platform, outside this platform,
    outside of this platform, outside the site, outside of the site, outside this site,
    outside of this site, outside the app, outside of here, outside here, outside kmong, outside malt,
    outside of malt, outside of kmong, outside the marketplace, outside of the marketplace,
    outside this marketplace, outside the website, outside this website, outside of this website,
    outside this app, outside the system, off platform, off the platform, off this platform, off site,
    offsite, off the site, off this site, off the app, off malt, off kmong, off the marketplace,
    off the books, offline deal, under the table, around the platform, around the site, around the system,
    bypass, bypassing, circumvent, skip the platform, skip the site, skip the marketplace, skip malt,
    skip kmong, skipping the platform, cut out the middleman, cut the middleman, without the platform,
    without the middleman, without going through, not through the platform, not through the site,
    not via the platform, instead of the platform, instead of through the platform,
    instead of going through, instead of the site, instead of through, rather than through,
    rather than going through, avoid the platform, avoid the site, away from the platform,
    leave the platform, privately, directly instead, on the side, between us, without malt, without kmong,
    elsewhere, without using the platform, without using the site, keep the platform out,
    leave the site out
  `,
  // Enough by itself: nobody says this about a feature of a product.
  outside_platform: words`
    outside the platform, outside of the platform, outside this platform, outside of this platform,
    off the platform, off platform, off this platform, outside malt, outside of malt, outside kmong,
    outside of kmong, outside this site, outside of this site, outside this website,
    outside of this website, off this site, bypass the platform, bypass malt, bypass the site,
    bypassing the platform, around the platform, skip the platform, skip the middleman,
    cut out the middleman, under the table, off the books, skip malt, leave the platform,
    without going through the platform, without going through malt, without going through the site,
    outside the marketplace, outside of the marketplace
  `,
  direct: words`
    send me the deposit, send half, paid by bank transfer, pay by bank transfer, settle this privately,
    settle it privately, settle privately, pay me directly, pay you directly, pay directly, pay direct,
    paid directly, paying directly, paying you directly, paying me directly, direct payment,
    direct transfer, direct bank transfer, direct deposit, send it directly, send me the money,
    send the money directly, send you the money, transfer directly, transfer it directly,
    transfer the money, transfer to my, invoice you directly, invoice me directly, bill you directly,
    bill me directly, straight to my, directly to my, directly to your, straight into my, straight to your,
    direct to my, into my account, to my account, to your account, to your bank, to my bank,
    my bank account, your bank account, wire me, wire you, wire it, wire the, bank transfer, wire transfer,
    pay cash, pay you cash, pay in cash, pay you in cash, cash in hand, settle directly,
    settle it directly, pay privately, pay you privately, bank details, account details, hire you directly,
    pay me direct, pay you direct
  `,
  fee_avoid: words`
    without the fee, without fees, without the fees, without any fees, without the commission,
    without commission, without paying commission, without paying the fee, without paying fees,
    without paying the commission, without platform fees, without service fees, without the service fee,
    no commission, no platform fee, no platform fees, no service fee, no fees for, save the fee,
    save the fees, save fees, save on fees, save on the fee, save on the fees, save the commission,
    save on commission, save commission, save both of us, save us the, save us both, we both save,
    saves us both, saving the commission, saving on fees, saving the fee, saving the fees, skip the fee,
    skip the fees, skip the commission, avoid the fee, avoid the fees, avoid fees, avoid commission,
    avoid the commission, avoid platform fees, avoid service fees, avoid paying the fee, avoid paying fees,
    avoiding fees, avoiding the fee, avoiding the fees, avoiding the commission, avoid the platform fee*,
    avoid the service fee*, avoid the extra fee*, dodge the fee*, dodge fees, dodge the commission,
    get around the fee*, getting around the fee*, get around the commission, around the commission,
    around the fee*, platform takes, site takes, malt takes, kmong takes, they take a cut, takes a cut,
    their cut, platform cut, platform s cut, eats into, lose the commission, no middleman fee*,
    keep the full amount, fee free, commission free, save the platform fee*, save the service fee*,
    save the site s, fees are too high, the fees here
  `,
  // Money that is sent from hand to hand; the marketplace collects it by itself and nobody "transfers" anything.
  transfer: words`
    bank transfer, wire transfer, wire the money, send the money, send me money, send you money,
    send the deposit, send me half, send half, transfer the money, transfer the deposit, transfer half,
    cash payment, pay cash, in cash
  `,
  fine: words`
    is fine, s fine, is ok, is okay, works, work for, works for, possible, is good, also ok, ok too
  `,
  cheaper: words`
    cheaper, for less, better price, discount, possible, work
  `,
  fee_avoid_verb: words`
    avoid, avoiding, skip, skipping, dodge, escape, get rid of
  `,
  transfer_ask: words`
    me, to me, my, prefer, rather, discount, cheaper, less, we, us, instead, you can, can you, could you,
    if you
  `,
  // The marketplace named, and a way around it named beside it.
  platform: words`
    platform, malt, kmong, marketplace, this site, the site, this website, the website, website, this app,
    paying here, pay here
  `,
  around: words`
    without, outside, off, bypass, skip, avoid, around, instead of, rather than, easier than, cheaper than,
    better than, no need for, forget, leave out, behind the back of
  `,
  fee: words`
    fee, fees, percent
  `,
  fee_pain: words`
    takes, take, taking, lose, losing, waste, wasting, save, saving, avoid, why pay, keep the difference,
    eats, cut
  `,
  private_deal: words`
    privately, private, between us, between ourselves, ourselves, send the money, send me, to me, direct,
    directly
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
  send: words`
    send, accept, pay, take, paid, paying, payment in, transfer, pay you, pay me, me the, instead, to me,
    prefer, use
  `,
  // Payment is what is being built, or the marketplace's own way of paying.
  pay_build: words`
    cash flow, cashflow, pg, api, ui, integration, integrate, gateway, checkout, implement, plugin, module,
    webhook, feature, shop, woocommerce, shopify, stripe, page, button, app for, website for, trading bot,
    wallet app, dashboard, logo, develop, build, design, smart contract, landing, article, articles, blog,
    exchange, tracker, sandbox, test account, newsletter, white paper, whitepaper, translation, banner,
    nft, analysis, customers, my clients, users, patients, tutorial, explainer, modul, onlineshop
  `,
  // Paying where it belongs.
  through_platform: words`
    through the platform, via the platform, on the platform, through malt, via malt, through the site,
    through the website, on the site, through kmong, within the platform, inside the platform, escrow,
    on malt, on kmong, via the site
  `,
  bank: words`
    kb, ibk, nh, imbank, bank, account number, sort code, routing number, iban, bic, swift, acc no,
    account no, a c no
  `,
  bank_context: words`
    account, sort code, routing, transfer, pay, deposit, bic
  `,
};
