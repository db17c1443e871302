import { type Concepts, words } from '../words.ts';

export const PAYMENT_DE: Concepts = {
  pay: words`
    regeln, erledigen, klaren, losen, vereinbar*, zahl*, bezahl*, uberweis*, abrechn*, abwickel*,
    abzuwickeln, geld, rechnung*, honorar, abwicklung, geschaft, auftrag, vertrag, begleich*, zahlung*,
    machen, beauftrag*
  `,
  outside: words`
    keine plattform, ausserhalb der plattform, ausserhalb von, ausserhalb dieser, ausserhalb der seite,
    ausserhalb der website, ausserhalb des portals, ausserhalb der app, an der plattform vorbei,
    an malt vorbei, am portal vorbei, an der seite vorbei, an kmong vorbei, an der app vorbei,
    ohne die plattform, ohne plattform, ohne malt, nicht uber die plattform, nicht uber malt,
    nicht uber die seite, nicht uber das portal, statt uber die plattform, anstatt uber die plattform,
    statt uber malt, statt uber die seite, plattform umgehen, malt umgehen, plattform zu umgehen, privat,
    unter der hand, am finanzamt vorbei, schwarz, unter uns, ohne umweg uber, ohne den umweg,
    ohne zwischenhandler, ohne vermittler, anderweitig, off plattform
  `,
  outside_platform: words`
    ausserhalb der plattform, an der plattform vorbei, an malt vorbei, am portal vorbei, plattform umgehen,
    ausserhalb von malt, unter der hand, ohne die plattform, nicht uber die plattform,
    ausserhalb dieser plattform, ausserhalb dieser seite, malt umgehen, plattform zu umgehen
  `,
  direct: words`
    privat ab*, privat regeln, untereinander regeln, direkt mir, mich direkt, mich einfach direkt,
    direkt von ihnen bezahl*, direkt bezahl*, direkt zahl*, direkt uberweis*, direkt auf mein*,
    direkt auf ihr*, direkt auf dein*, direktzahlung, direktuberweisung, direkt abrechn*, direkte zahlung,
    direkte uberweisung, uberweisung direkt, zahlung direkt, per uberweisung, direkt an mich,
    direkt an sie, direkt an dich, auf mein konto, auf ihr konto, auf dein konto, mein konto,
    bankverbindung, kontodaten, kontoverbindung, bar bezahl*, bar zahl*, in bar, bar auf die hand,
    cash auf die hand, privat bezahl*, privat uberweis*, privat abrechn*, ohne rechnung, direkt beauftrag*,
    das geld direkt, geld direkt, bezahlung direkt, mir direkt uberweis*, uberweisen sie mir,
    uberweisen sie direkt, uberweis mir, uberweise ihnen, uberweise dir, direkt untereinander,
    direkt zwischen uns, direkt mit mir, direkt mit ihnen, direkt mit dir
  `,
  fee_avoid: words`
    ohne gebuhr, ohne gebuhren, ohne die gebuhr, ohne die gebuhren, ohne provision, ohne die provision,
    ohne plattformgebuhr*, ohne servicegebuhr*, gebuhr sparen, gebuhren sparen, gebuhren zu sparen,
    gebuhr zu sparen, gebuhren gespart, provision sparen, provision zu sparen, provision gespart,
    die provision, sparen uns die, spart die gebuhr*, spart uns, sparen beide, gebuhren umgehen,
    gebuhr umgehen, provision umgehen, gebuhren zu umgehen, provision zu umgehen, gebuhren vermeiden,
    gebuhr vermeiden, keine gebuhren, keine provision, provisionsfrei, gebuhrenfrei, sparst du dir die,
    spart ihr euch, sparen sie die, sparen sie sich die, sparen wir die, sparen wir uns,
    plattformgebuhr sparen, plattformgebuhren sparen, plattformgebuhr, plattformgebuhren,
    servicegebuhr sparen, vermittlungsgebuhr*, gebuhren entfallen, provision entfallt, gebuhr entfallt
  `,
  transfer: words`
    uberweis*, bankuberweis*, sofortuberweisung, schick mir das geld, geld schicken, geld senden,
    barzahlung, bargeld, auf die hand
  `,
  fine: words`
    geht, geht auch, passt, moglich, ware gut, ist ok, in ordnung
  `,
  cheaper: words`
    billiger, gunstiger, rabatt, moglich, zusammenarbeiten, weitermachen, gearbeitet
  `,
  fee_avoid_verb: words`
    sparen, spart, sparst, umgehen, umgeht, vermeiden, drum herum
  `,
  transfer_ask: words`
    mir, mich, mein*, lieber, gunstiger, rabatt, billiger, wir, statt, einfach, bitte
  `,
  platform: words`
    plattform, portal, marktplatz, diese seite, dieser seite, der seite, die seite
  `,
  around: words`
    ohne, statt, anstatt, vorbei, ausserhalb, umgehen, umgeht, brauchen wir, brauchst du, brauchen sie,
    nicht uber, abseits
  `,
  fee: words`
    gebuhr, gebuhren, provision, prozent
  `,
  fee_pain: words`
    verschenk*, sparen, spart, sparst, nimmt, kassiert, verlier*, behalt*, warum, vermeid*, umgeh*
  `,
  private_deal: words`
    unter uns, privat, untereinander, direkt, selbst, zu zweit
  `,
  send: words`
    zahl*, bezahl*, uberweis*, schick*, akzeptier*, nehm*, statt, lieber
  `,
  pay_build: words`
    schnittstelle, anbindung, integrieren, einbinden, entwickeln, einbauen, funktion, kunden, seite,
    programmieren, artikel, ubersetzung, nutzer
  `,
  through_platform: words`
    uber die plattform, uber malt, auf der plattform, auf malt, treuhand, innerhalb der plattform,
    uber das portal, uber die seite, uber kmong
  `,
  bank: words`
    konto, kontonummer, blz
  `,
  bank_context: words`
    konto, blz, uberweis*, kontoinhaber
  `,
};
