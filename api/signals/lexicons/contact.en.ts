import { type Concepts, words } from '../words.ts';

export const CONTACT_EN: Concepts = {
  messenger: words`
    kakao, kakaotalk, kakao talk, katalk, katok, kakaotok, cacao talk, cacaotalk, ka talk, kkt, kakaostory,
    whatsapp, whats app, what s app, whatsap, watsapp, watsap, wattsapp, whatapp, whatsup app, wsap, wzap,
    whatsapps, wapp, whtsapp, whatts app, vatsap, whattsapp, wassap, whatsappen, whatsappe, telegram,
    telegramm, telgram, telegam, tele gram, telegrm, tlgrm, telegrame, tg, wechat, we chat, weixin, viber,
    threema, discord, discrod, dis cord, skype, skipe, skyp, snapchat, snap chat, facebook messenger,
    fb messenger, messenger, insta dm, google hangouts, hangouts, google chat, imessage, icq, qq, zalo,
    groupme, wickr, element messenger, wtsp, wtsap, wasap, wazap, wotsap, whatsaap, whtsap, whatzapp,
    watzapp, whatssapp, telegrem, tlegram, instagram dm, insta dms, ig dm, imo messenger, vk,
    session messenger, jitsi, whatsupp, threma, cacao
  `,
  // Also a shop window: having one or writing about one is not an invitation.
  social: words`
    ig, my ig, instagram, insta, facebook, linkedin, facetime, twitter, tiktok, xing, fb, discord, snap,
    threads
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
    dms, slide into my dm*, pm me, per dm, in my dm*, via dm, on wa, via wa, my wa, wa me, wa is, have wa,
    to wa, continue on wa, on fb, dm on, my fb, on tg, via tg, my tg, my dc, my discord, ur snap,
    your snap, your ig, ur ig, ur insta, via slack, prefer slack, teams works, via teams, snap is,
    signal username, to signal, over to signal, switch to signal, are you on signal, paper plane, on imo,
    u on signal, wa or, or wa, signal would, signal works, signal for example
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
    add me, me on, me at, me via, me through, talk, chat, speak, communicate, contact you, reach you,
    message you, call you, keep in touch, stay in touch, get in touch, in touch, convo, conversation,
    discuss, chatting, messaging
  `,
  form: words`
    scrape, scraping, extract, import, form, forms, field, column, columns, spreadsheet, database, crm,
    validation, landing, button, page, footer, business card, users, user, signup, sign up form, regex,
    app should, members to, customers to, placeholder, chatbot, bulk, campaign, newsletter, template,
    sequence, signature, server, verify, verification, validate, prefix, leads, cards, mockups, script,
    header, card, leaflet, flyer, brochure
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
    page, feature, functionality, icon, icons, logo, thumbnail, pacing, comparison, design, moderation,
    community, integrations, chatflow, customer support, help desk, announcement, article, blog, guide,
    whitepaper, extension, filter, background, plan, carousel, avatar, on instagram for, for instagram,
    alert, alerts, alarm, debug, grid, error, port, script, survey, channel, group design, manager,
    management, audience, customers, internal, internally, knows, experience with, experience in, set up,
    setup, build, building, create, developer, app for, use case, research, course, lesson, video, videos,
    ad, creative, creatives, strategy, illustration, font, pack, notification system, notifications for,
    chat widget, e commerce, writing about, history of, stats, alternative, replica, export, backup,
    archive, parser, cover, covers, highlight, page for, pages, account manager, business api,
    messages api, broadcast, subscribers, viral, influencer, profile, profile picture, profile pictures,
    photos, pictures, headshot
  `,
  reference: words`
    reference, references, portfolio, inspiration, redesign, similar to, something like, looks like,
    style of, like this, like on, existing site, current site, our current, our existing, migrate, audit,
    crawl, scrape, example, hosted, domain, bug, speed, documentation, docs, previous work, my work,
    my website needs, our website, our site, our shop, like how, i like, looks good, look and feel,
    direction, the style, the look, competitor, competitors, clone, replicate, similar, mockup, theme
  `,
  visit: words`
    visit, check out, order, book, buy, register, sign up, click, join, go to
  `,
  // Asking for or offering a way to reach each other, without naming one.
  contact_noun: words`
    by email, by e mail, via email, over email, by mail, via mail, by phone, phone number, mobile number,
    cell number, your number, my number, ur number, ur no, my cell, my mobile, your mobile, your cell,
    phone no, email address, e mail address, your email, my email, your e mail, my e mail, contact details,
    contact info, personal email, private email, my personal email, private number, your phone, my inbox,
    personal number, direct number, my digits, your digits, ur digits
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
    will not, refuse, not permitted, never ask, i never, would not, isn t allowed, is not possible,
    avoid paying, rather not share, rather not give, rather not exchange, only accept, can t share,
    cannot share, can t give, can t exchange, cannot exchange, as per the rules, no need for,
    against policy, we can t, not accept
  `,
  // Messengers described and not named.
  riddle: words`
    green app, green chat app, green chat, yellow app, yellow chat app, yellow talk, blue app,
    blue paper plane, paper plane app, green messenger, yellow messenger, blue messenger, purple app,
    green one with the phone, green bubble, paper plane, the paper plane, plane app
  `,
  knowing: words`
    you know, which one, u know, guess, same name, our usual, the usual, instead, easier, better, talk,
    chat, over there, handle, hit me
  `,
  // Becoming each other's contact.
  befriend: words`
    add me, add us, friend me, same username, same name, same handle, find me, look me up, look for me,
    look for, message me, msg me, dm me, my name is, i m under, im under, under the same, search me,
    follow me, hmu, hit me up, send me a request, connect with me, i am under, my handle, my username,
    handle is, invite you, drop ur, drop your, drop me your, what s your, whats your, whats ur, over there,
    invite, friend request, friends request, sent you a request, name is, add you, adding me
  `,
  fine_channel: words`
    possible, please, pls, plz, works too, works best, is fine, is good, is easier, is better, also ok,
    works for me, is best, mostly, preferred, would be better, would be easier, faster, quicker,
    better for me
  `,
  // Contact data that belongs to a person, not a column of a form.
  contact_own: words`
    phone number, mobile number, cell number, your number, ur number, your cell, your mobile, your phone,
    your email, your e mail, email address, best email, best number, contact details, contact info,
    a number, work inbox, my email, mailing address, your contact, contact number, phone no, mobile no,
    the number, ur mobile, ur cell, ur phone, what number, which number, ur email, ur mail, a phone number,
    your digits, an email address, your line, a phone, your direct line
  `,
  contact_wish: words`
    know, get, have, give, share, send, reach, call you, leave, what s, whats, what is, could i, can i,
    would you, may i, prefer not, tell me, drop, need, on the website, is on, shows, let me, write back
  `,
  contact_me: words`
    email me, e mail me, mail me, drop me an email, drop me an e mail, shoot me an email, send me an email,
    shoot it over to, phone me, ring me, give me a ring, give me a call, my cell is, my mobile is,
    my digits, reach me by phone, reach me by email, talk on the phone, chat by phone, speak on the phone,
    by voice, over the phone, save my contact, save my number, here s my number, here is my number,
    call my cell, call my mobile, call my phone, text my number, text my phone, email it, email them,
    email this, e mail it, mail it to me, email me at, switch channels, change channels,
    change the channel, another channel
  `,
  // Leads to contact data by a search.
  search_me: words`
    google, search for, look me up
  `,
  // Some other place, for talking.
  elsewhere: words`
    outside of this, outside this, outside the, other than here, somewhere else, elsewhere, another way,
    any other way, other way to, different channel, other channel, off this, off here, away from here,
    outside of here, not here, different app, other app, somewhere more private, more private place,
    private place, a private chat
  `,
  // Providers of mailboxes, by any of their names: whether a text is worth a closer look.
  mailbox: words`
    gmail*, googlemail*, naver*, daum*, hanmail*, nate*, kakao*, outlook*, hotmail*, yahoo*, icloud*, gmx*,
    web*, proton*, laposte*, wanadoo*, orange*, free*, sfr*, posteo*, aol*, live*
  `,
};
