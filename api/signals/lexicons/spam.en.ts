import { type Concepts, words } from '../words.ts';

export const SPAM_EN: Concepts = {
  spam_prize: words`
    prize, winner, you have won, you ve won, u have won, you won, won a, awarded, lottery, jackpot,
    congratulations, congrats, claim your, to claim, claim code, claim now, claim, bonus, gift voucher,
    vouchers, prize draw, weekly draw, free entry, guaranteed, selected to receive
  `,
  spam_urgent: words`
    urgent, act now, limited time, expires, last chance, final attempt, call now, reply now, order now,
    buy now, click here, click below, click the link, apply now, sign up now, hurry, don t miss,
    offer ends, only today, text now
  `,
  spam_free: words`
    free, free trial, for free, no cost
  `,
  spam_money: words`
    cash, earn money, make money, extra income, passive income, from home, per week, per day guaranteed,
    easy money, double your, guaranteed returns, roi, forex, binary options, investment opportunity,
    get rich, financial freedom, loan, loans, credit approved, debt
  `,
  spam_adult: words`
    xxx, sexy, dating, singles, hot girls, adult chat, casino, betting, gambling
  `,
  spam_growth: words`
    buy followers, cheap followers, real followers, instagram followers, youtube subscribers, backlinks,
    seo services, seo service, rank your website, first page of google, increase your traffic,
    boost your sales, email list, leads database, bulk sms, our agency offers, we offer seo,
    website traffic
  `,
  spam_service: words`
    ringtone, ringtones, polyphonic, subscription, unsubscribe, opt out, optout, to stop, txt stop,
    text stop, reply stop, send stop, per msg, per min, p min, ppm, txt, std rate, standard rate,
    national rate, t cs, ts cs, tc s, terms apply, customer service, customer care, valid, landline,
    mobile upgrade, your mobile, camera phone, dear customer, dear sir madam, po box, pobox, sae,
    account statement, redeem, voucher, discount code, promo code, promotion, offer, newsletter
  `,
};
