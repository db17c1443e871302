import { type Concepts, words } from '../words.ts';

export const CONTACT_EN: Concepts = {
  messenger: words`
    kakao, kakaotalk, kakao talk, katalk, katok, kakaotok, cacao talk, cacaotalk, ka talk, kkt, kakaostory,
    whatsapp, whats app, what s app, whatsap, watsapp, watsap, wattsapp, whatapp, whatsup app, wsap, wzap,
    whatsapps, wapp, whtsapp, whatts app, vatsap, whattsapp, wassap, whatsappen, whatsappe, telegram,
    telegramm, telgram, telegam, tele gram, telegrm, tlgrm, telegrame, tg, wechat, we chat, weixin, viber,
    threema, discord, discrod, dis cord, skype, skipe, skyp, snapchat, snap chat, facebook messenger,
    fb messenger, messenger, insta dm, google hangouts, hangouts, google chat, imessage, icq, qq, zalo,
    groupme, wickr, element messenger, green app, green chat app, yellow app, yellow chat app, yellow talk,
    blue paper plane, paper plane app, green messenger, yellow messenger, grune app, grune messenger app,
    grunen messenger, gruner messenger, gelbe app, app mit dem telefonhorer, blaue messenger, appli verte,
    application verte, messagerie verte, appli jaune, appli bleue, appli au telephone vert
  `,
  // Also a shop window: having one or writing about one is not an invitation.
  social: words`
    ig, my ig, instagram, insta, facebook, linkedin, facetime, twitter, tiktok, xing
  `,
  messenger_plain: words`
    tele, line, signal, zoom, teams, slack, snap, kik
  `,
  // Pairs that leave no doubt for names that are ordinary words.
  messenger_direct: words`
    got signal, signal contact, on signal, via signal, over signal, signal me, my signal, use signal,
    have signal, signal messenger, signal app, signal number, on line app, line id, line app, my line id,
    my line, line messenger, line account, via line, on line, over line, using line, per line, on zoom,
    via zoom, on teams, on slack, per zoom, on snap, my snap, on kik, my kik, snap me, add my snap, dm me,
    dms, slide into my dm*, pm me, per dm, in my dm*, via dm
  `,
  handle_word: words`
    id, username, user name, my handle, handle is, nickname, nick, add me, add my, add us, my id,
    search for, look me up, looking me up, my user, add contact
  `,
  reach: words`
    contact, reach, message me, message us, msg me, text me, write me, write to me, write us, ping me,
    ping, hit me up, chat, talk, talking, chatting, speak, call me, find me, catch me, get me,
    get hold of me, move to, moving to, move this, move over, move our, switch to, switch over, continue,
    carry on, discuss, available on, add me, add my, send me, drop me, shoot me, buzz me, holler, hmu,
    connect, easier on, faster on, quicker on, prefer, answer faster, reply faster, respond faster, me on,
    us on, me at, me via, me through, get in touch, lets use, let s use, can we use, we could use, hop on,
    jump on, come to, go to my, take this to, i m on, i am on, also on, come over to
  `,
  // Being written to, and nothing else that one does on a network.
  reach_direct: words`
    dm, contact, reach, message me, text me, write me, write to me, ping me, hit me up, hmu, find me,
    add me, me on, me at, me via, me through, talk, chat
  `,
  form: words`
    scrape, scraping, extract, import, form, forms, field, column, columns, spreadsheet, database, crm,
    validation, landing, button, page, footer, business card
  `,
  person: words`
    me, you, we, us, i, my, your, clients, customers
  `,
  have: words`
    do you have, do you use, are you on, have you got, you got, you have, you on, your, ur, u have, u on
  `,
  my_name: words`
    my, here is, here s, our
  `,
  // The messenger is what is being built, not where to talk.
  build: words`
    chat app, messaging app, chat application, like chat, chat apps, mini program, mini programs, api, bot,
    bots, chatbot, chatbots, clone, integration, integrate, integrating, integrated, sticker, stickers,
    template, templates, login, sign in with, share button, develop, development, plugin, automation,
    automate, webhook, widget, like app, campaign, campaigns, ads, posts, post, reels, feed, stories,
    followers, marketing, redesign, style, server, channel design, emoji, emojis, emotes, button, ui,
    banner, scraper, crypto signals, analytics, app like, similar to, theme, sdk, profile design, content,
    page, feature, functionality
  `,
  reference: words`
    reference, references, portfolio, inspiration, redesign, similar to, something like, looks like,
    style of, like this, like on, existing site, current site, our current, our existing, migrate, audit,
    crawl, scrape, example, hosted, domain, bug, speed, documentation, docs, previous work, my work,
    my website needs, our website, our site, our shop
  `,
  visit: words`
    visit, check out, order, book, buy, register, sign up, click, join, go to
  `,
  // Asking for or offering a way to reach each other, without naming one.
  contact_noun: words`
    by email, by e mail, via email, over email, by mail, via mail, by phone, phone number, mobile number,
    cell number, your number, my number, ur number, ur no, my cell, my mobile, your mobile, your cell,
    phone no, email address, e mail address, your email, my email, your e mail, my e mail, contact details,
    contact info, personal email, private email, my personal email, digits, private number, your phone,
    my inbox, personal number, direct number
  `,
  contact_ask: words`
    continue, move, reach, send, give, share, what s, whats, what is, here s, here is, can i have,
    can i get, could i have, could i get, may i have, let me have, drop, exchange, text me, call me,
    reach me, pass me, tell me, leave, shoot me, get your, swap, is my, email me, write to, write me,
    need your, want your, send*
  `,
  // Rules being told, or the marketplace's own masked number: nobody is being lured.
  prohibit: words`
    not allowed, forbidden, prohibited, against the rules, against the terms, against the policy, violates,
    violation, do not share, don t share, never share, never pay, do not pay, don t pay, please don t,
    never send, we don t, i don t accept, i do not accept, cannot accept, can t accept, scam, won t,
    will not, refuse, not permitted, never ask, i never, rather not, would not, isn t allowed,
    is not possible, avoid paying
  `,
};
