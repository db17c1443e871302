import { words } from '../words.ts';

/** Hosts whose links open a conversation or show who to write to: a contact whatever stands around them. */
export const CONTACT_HOSTS: readonly string[] = words`
  open.kakao.com, pf.kakao.com, qr.kakao.com, kakao.me, t.me, telegram.me, telegram.dog, wa.me, wa.link,
  whatsapp.com, api.whatsapp.com, chat.whatsapp.com, line.me, lin.ee, m.me, discord.gg, discord.com,
  discordapp.com, signal.me, signal.group, viber.me, skype.com, join.skype.com, instagram.com, ig.me,
  facebook.com, fb.com, fb.me, twitter.com, x.com, snapchat.com, linktr.ee, litt.ly, linkedin.com,
  calendly.com, cal.com, zoom.us, meet.google.com, teams.microsoft.com, forms.gle, talk.naver.com,
  blog.naver.com, cafe.naver.com, smartstore.naver.com, band.us, wechat.com, weixin.qq.com, threema.id,
  beacons.ai, bio.link, paypal.me, tikkie.me, xing.com, threads.net, fiverr.com, upwork.com, soomgo.com,
  freelancer.com, linkin.bio, lnk.bio, carrd.co, toss.me, qr.toss.im, naver.me, kakaopay.com, venmo.com,
  cash.app, revolut.me, lydia-app.com
`;

/** Hosts that hide where a link leads. */
export const SHORTENERS: readonly string[] = words`
  bit.ly, tinyurl.com, goo.gl, is.gd, ow.ly, cutt.ly, rb.gy, me2.do, han.gl, vo.la, url.kr, buly.kr,
  shorturl.at, t.ly, c11.kr, abr.ge, bitly.com, s.id, muz.so, zrr.kr, adf.ly, tiny.cc
`;

/** Hosts that work is shown, shared and discussed on: links to them are part of a brief. */
export const WORK_HOSTS: readonly string[] = words`
  t.co, youtube.com, youtu.be, vimeo.com, github.com, gitlab.com, bitbucket.org, github.io, figma.com,
  behance.net, dribbble.com, notion.so, notion.site, docs.google.com, drive.google.com, google.com,
  google.co.kr, dropbox.com, wetransfer.com, pinterest.com, pin.it, wikipedia.org, apple.com, amazon.com,
  microsoft.com, adobe.com, canva.com, stackoverflow.com, npmjs.com, mozilla.org, w3.org, wordpress.org,
  shopify.com, kmong.com, malt.com, malt.fr, malt.de, soundcloud.com, spotify.com, trello.com, miro.com,
  loom.com, unsplash.com, pexels.com, codepen.io, artstation.com, medium.com, amazon.de, amazon.fr,
  python.org, nodejs.org, react.dev, naver.com, map.naver.com, coupang.com, gmarket.co.kr, 11st.co.kr,
  musinsa.com, imgur.com, tistory.com, freepik.com, airbnb.com, booking.com, ikea.com, netflix.com,
  example.com, slideshare.net, arxiv.org
`;

/** Endings a host without "http" must have to be read as one. */
export const TLDS: ReadonlySet<string> = new Set(
  (
    'com net org info biz io co me kr de fr uk us eu at ch be es it nl pl pt se no dk fi cz ca au nz jp cn in br mx ru ' +
    'gle app dev shop store online site xyz top club live link page pro tech ai tv gg ly gl cc to im ee so la sh tk ' +
    'world agency studio design digital website space icu vip work works email chat bio art blog cloud one news name mobi ws gd asia'
  ).split(' '),
);

/** File endings that look like endings of hosts or are glued to names with a dot. */
export const FILE_ENDINGS: ReadonlySet<string> = new Set(
  (
    'js ts jsx tsx css html htm php py rb java json xml csv pdf png jpg jpeg gif svg psd ai eps zip rar doc docx xls xlsx ppt ' +
    'pptx txt md mp3 mp4 mov avi wav hwp sql sh exe dmg apk net so'
  ).split(' '),
);

/** Providers of mailboxes, by how people name them. */
export const MAIL_HOSTS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    gmail: 'gmail.com',
    googlemail: 'googlemail.com',
    지메일: 'gmail.com',
    쥐메일: 'gmail.com',
    naver: 'naver.com',
    네이버: 'naver.com',
    네버: 'naver.com',
    daum: 'daum.net',
    hanmail: 'hanmail.net',
    한메일: 'hanmail.net',
    nate: 'nate.com',
    네이트: 'nate.com',
    outlook: 'outlook.com',
    아웃룩: 'outlook.com',
    hotmail: 'hotmail.com',
    핫메일: 'hotmail.com',
    yahoo: 'yahoo.com',
    야후: 'yahoo.com',
    icloud: 'icloud.com',
    gmx: 'gmx.de',
    'web.de': 'web.de',
    webde: 'web.de',
    protonmail: 'protonmail.com',
    proton: 'proton.me',
    laposte: 'laposte.net',
    wanadoo: 'wanadoo.fr',
    kakao: 'kakao.com',
    카카오: 'kakao.com',
    다음: 'daum.net',
    'free.fr': 'free.fr',
    posteo: 'posteo.de',
    't-online': 't-online.de',
    aol: 'aol.com',
    sfr: 'sfr.fr',
    구글: 'gmail.com',
    live: 'live.com',
    msn: 'msn.com',
  }),
);
