import { type Concepts, words } from '../words.ts';

export const PAYMENT_EN: Concepts = {
  pay: words`
    hire, settle, pay, paid, paying, payment, payments, transfer, invoice, wire, money, cash, deposit,
    deal, send you, contract, paypal, bill, hire you, book you, charge, price, transaction, work together,
    do this, do it, business, price*, rate, rates, working, cost, costs, order, offer, book, would it cost,
    how much
  `,
  outside: words`
    no platform, off platform, off site, offsite, off the books, offline deal, under the table, bypass,
    bypassing, circumvent, cut out the middleman, cut the middleman, without the middleman,
    without going through, instead of going through, instead of through, rather than through,
    rather than going through, leave the platform, privately, directly instead, on the side, between us,
    elsewhere, without using the platform, without using the site, keep the platform out,
    leave the site out, take it off here, use this site, leave this site, not pay through, instead of here,
    rather than here, instead of through this, go off site
  `,
  // Enough by itself: nobody says this about a feature of a product.
  outside_platform: words`
    outside the platform, outside of the platform, outside this platform, outside of this platform,
    off the platform, off platform, off this platform, outside malt, outside of malt, outside kmong,
    outside of kmong, outside this site, outside of this site, outside this website,
    outside of this website, off this site, bypass the platform, bypass malt, bypass the site,
    bypassing the platform, around the platform, skip the platform, under the table, off the books,
    skip malt, leave the platform, without going through the platform, without going through malt,
    without going through the site, outside the marketplace, outside of the marketplace
  `,
  direct: words`
    send me the deposit, send half, paid by bank transfer, pay by bank transfer, settle this privately,
    settle it privately, settle privately, pay me directly, pay you directly, pay directly, pay direct,
    paid directly, paying directly, paying you directly, paying me directly, direct payment,
    send it directly, send me the money, send the money directly, send you the money, transfer directly,
    transfer it directly, transfer the money, transfer to my, invoice you directly, invoice me directly,
    bill you directly, bill me directly, straight to my, directly to my, directly to your,
    straight into my, straight to your, direct to my, into my account, to my account, to your account,
    my bank account, your bank account, wire me, wire you, wire it, pay cash, pay you cash, pay in cash,
    pay you in cash, cash in hand, settle directly, settle it directly, pay privately, pay you privately,
    hire you directly, pay me direct, pay you direct, go direct, deal direct, work direct, do it direct,
    do this direct, do it directly, come to you directly, let s deal directly, deal with you directly,
    deal with me directly
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
    save the site s, fees are too high, the fees here, around the fees, avoid their cut, skip their cut,
    save the cut, without the markup, w out the markup, without the cut, no cut is, so no cut, fees at all,
    nobody takes a cut, no one takes a cut, fee is avoided, avoid the service charge, saves us both the,
    save us both the, without losing the, neither of us loses, save you money
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
    if you, you, i, your, accept, would you, possible, us both, just, to you, works, fine, okay
  `,
  // The marketplace named, and a way around it named beside it.
  platform: words`
    platform, malt, kmong, marketplace, this site, the site, this website, the website, website, this app,
    paying here, pay here, here, the middle man, the middleman, upwork, fiverr
  `,
  around: words`
    without, outside, off, bypass, skip, avoid, around, instead of, rather than, easier than, cheaper than,
    better than, no need for, forget, leave out, behind the back of, no need to, don t need, do not need,
    why use, in the middle
  `,
  fee: words`
    fee, fees, percent, commission, commissions, service charge, surcharge, percentage, their cut, a cut,
    platform cut, markup, cut
  `,
  fee_pain: words`
    takes, take, taking, lose, losing, waste, wasting, save, saving, avoid, why pay, keep the difference,
    eats, cut, loses, lost, insane, huge, crazy, ridiculous, steep, too high, too much, so high,
    both of us, neither, dodge, around, skip, without, no, chunk, big, robbery, avoiding, outrageous
  `,
  private_deal: words`
    privately, private, between us, between ourselves, ourselves, send the money, send me, to me, direct,
    directly
  `,
  send: words`
    send, accept, pay, take, paid, paying, payment in, transfer, pay you, pay me, me the, instead, to me,
    prefer, use
  `,
  // Payment is what is being built, or the marketplace's own way of paying.
  pay_build: words`
    cash flow, cashflow, pg, api, ui, integration, integrate, gateway, checkout, implement, plugin, module,
    webhook, feature, shop, woocommerce, shopify, stripe, button, website for, trading bot, wallet app,
    dashboard, logo, develop, build, design, smart contract, landing, article, articles, blog, exchange,
    tracker, sandbox, test account, newsletter, white paper, whitepaper, translation, banner, nft,
    analysis, customers, my clients, users, patients, tutorial, explainer, modul, onlineshop, reconcil*,
    tool, python, excel, template, template*, field, column, guide, chapter, compare, comparison, ux,
    like ux, startup, parser, sheet, statement, statements, software, calculator, form, project, brochure,
    editor, wanted, illustration, validation, topic, seo, keywords, video, spreadsheet, register,
    landing page, checkout page, word article, apps, our app, an app, for our app, banking app, payroll,
    in simple words, explain, explained, how to, translate, proofread, notice, sort bank
  `,
  // Paying where it belongs.
  through_platform: words`
    through the platform, via the platform, on the platform, through malt, via malt, through the site,
    through the website, through kmong, within the platform, inside the platform, escrow, on malt,
    on kmong, via the site, at checkout, at the checkout, through the order, on this platform,
    on this site, through this website, through this site, order button, custom offer, milestone,
    withdrawal, withdrawals, withdraw, payout, payouts
  `,
  bank_context: words`
    account, sort code, routing, transfer, pay, deposit, bic
  `,
  // A way to pay that passes between two people; a topic, too: it needs a person or an offer beside it.
  means: words`
    bank transfer, wire transfer, direct bank transfer, direct deposit, direct transfer, bank details,
    account details, banking details, in cash, cash payment, by cheque, by check, cheque, your bank,
    sort code, your iban, wire the, the deposit directly, to my bank, to your bank, ur account,
    account number, your account number, my account, wallet address, you cash, with cash, cash in person,
    cash when, cash if, cash would, bank transfers, wire transfers, by wire, per wire, pay by check,
    via bank
  `,
  // A price for going around: what tempts.
  offer: words`
    i can do it for, i d do it for, i would do it for, i ll do it for, i do it for, i will do it for,
    knock off, half up front, upfront, up front, advance, deposit, better deal, better price, discount,
    cheaper, lower, less, off the price, save you, save us, you save, you ll save, pay less, costs less,
    saves us, knock, percent off, cut you a deal, give you a deal
  `,
  // Giving up the order here; an offence only together with paying elsewhere.
  cancel_here: words`
    cancel the order, cancel my order, cancel this order, cancel your order, cancel it here, cancel here,
    cancel the gig, cancel on here, decline my offer, decline the offer, decline it here, reject my offer,
    refuse my offer, withdraw the order, withdraw the project, don t order, do not order, don t buy,
    dont order, don t hit, don t click, don t place, close the order, close the job, cancel the job,
    cancel the project, cancel it, call off the order, abandon the order, end the contract here,
    pull the order, don t press, do not press, don t accept, decline my request, refuse my request,
    reject my request
  `,
  own_bill: words`
    invoice, invoice you, bill you, pay me, paypal, direct, directly, send me, pay you, private invoice,
    instead, privately, contact me, bank, cash, ourselves, arrange, arrange it, between us, off here,
    my company, purchase order, contract, transfer, wise
  `,
  // The order after this one, brought around the marketplace.
  later: words`
    next project, next projects, next job, next jobs, next order, next orders, next time, future work,
    future projects, future jobs, future orders, from now on, after this, once this, following projects,
    in future, in the future, later jobs, repeat work
  `,
  straight: words`
    directly, direct, come to me, straight to me, straight to us, no middleman, without middleman,
    between ourselves, between us, privately, on our own, without this site, hire me privately, one on one,
    contact me directly, reach out to me directly, without a platform, skip the middleman,
    cut out the middleman, cut the middleman
  `,
  // Part of the sum here, part around.
  rest: words`
    the rest by, rest via, the rest via, rest in, the rest in, the rest, remainder, remaining, other half
  `,
  hand: words`
    by bank transfer, bank transfer, cash, paypal, venmo, directly, wise, zelle, privately, off here,
    outside, transfer
  `,
  no_paper: words`
    without invoice, without an invoice, no invoice, without receipt, without a receipt, no receipt,
    without escrow, no escrow, skip escrow, tax free
  `,
  // Asking whether one must pay here.
  must_here: words`
    have to go through, need to go through, have to use this, have to use the, need to use this,
    have to pay here, need to pay here, have to pay through, necessary to pay, must we pay,
    have to pay via, have to book through, any way around, a way around, is there any way to avoid
  `,
  outside_bare: words`
    outside, off here, outside here, offplatform, off site, somewhere else, elsewhere, not through this,
    not through the, without this site, other way
  `,
  // An act of paying or hiring; `pay` is any word of business.
  pay_act: words`
    pay, paid, paying, payment, payments, transfer, invoice, wire, cash, deposit, deal, settle, send you,
    paypal, bill you, hire, hire you, book you, charge, do this, work together, contract, transaction,
    price, for payment
  `,
  // A way around, said of the marketplace itself.
  bypass: words`
    without, bypass, skip, around, drop, forget about
  `,
  // To pay, bill or hire: with `straight`, around the marketplace.
  pay_verb: words`
    bill, invoice, pay, paying, paid, charge, wire, transfer, send the money, hire, hiring, book, contract
  `,
  // Doing away with the marketplace itself.
  drop_verb: words`
    cut out, leave out, get rid of, drop, ditch, skip, bypass, go around, without
  `,
  // Two people who could pay each other.
  party: words`
    i, you, we, us, me, my, your, ur, our company
  `,
  // Money in the hand.
  cash_bare: words`
    cash
  `,
};
