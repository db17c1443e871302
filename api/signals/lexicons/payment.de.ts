import { type Concepts, words } from '../words.ts';

export const PAYMENT_DE: Concepts = {
  pay: words`
    regeln, erledigen, klaren, losen, vereinbar*, zahl*, bezahl*, uberweis*, abrechn*, abwickel*,
    abzuwickeln, geld, rechnung*, honorar, abwicklung, geschaft, auftrag, vertrag, begleich*, zahlung*,
    machen, beauftrag*, kosten, kostet, preis, angebot, arbeiten, buchen, wurde es kosten
  `,
  outside: words`
    keine plattform, ausserhalb von, ausserhalb dieser, an der plattform vorbei, an malt vorbei,
    am portal vorbei, an der seite vorbei, an kmong vorbei, an der app vorbei, ohne plattform, ohne malt,
    nicht uber malt, statt uber malt, plattform umgehen, malt umgehen, plattform zu umgehen, privat,
    unter der hand, am finanzamt vorbei, schwarz, unter uns, ohne umweg uber, ohne den umweg,
    ohne zwischenhandler, ohne vermittler, anderweitig, off plattform, nicht hier, anstatt hier,
    statt hier, uber die seite laufen
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
    direkte uberweisung, uberweisung direkt, zahlung direkt, direkt an mich, direkt an sie, direkt an dich,
    bar auf die hand, cash auf die hand, privat bezahl*, privat uberweis*, privat abrechn*,
    direkt beauftrag*, das geld direkt, geld direkt, bezahlung direkt, mir direkt uberweis*,
    uberweisen sie mir, uberweisen sie direkt, uberweis mir, uberweise ihnen, uberweise dir,
    direkt untereinander, direkt zwischen uns, direkt mit mir, direkt mit ihnen, direkt mit dir,
    auf die hand, schwarz auf, direkt machen, direkt abwickel*, das direkt machen, direkt zusammenarbeiten
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
    servicegebuhr sparen, vermittlungsgebuhr*, gebuhren entfallen, provision entfallt, gebuhr entfallt,
    fallen keine gebuhren, ohne dass die hier, dann fallen keine, bleiben die gebuhren weg, gebuhren weg,
    provision weg, ohne abzug, ohne abzuge, sparen wir beide, sparen wir uns beide, kostet es extra
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
    sparen, spart, sparst, umgehen, umgeht, vermeiden, drum herum, sparen wir, weglassen, loswerden,
    wegfall*, entfall*, ersparen, erspart
  `,
  transfer_ask: words`
    mir, mich, mein*, lieber, gunstiger, rabatt, billiger, wir, statt, einfach, bitte, ich, sie, ihnen,
    dir, dich, ihr*, dein*, moglich, uns, du
  `,
  platform: words`
    plattform, portal, marktplatz, diese seite, dieser seite, der seite, die seite
  `,
  around: words`
    ohne, statt, anstatt, vorbei, ausserhalb, umgehen, umgeht, brauchen wir, brauchst du, brauchen sie,
    nicht uber, abseits, dazwischen, wozu, warum
  `,
  fee: words`
    gebuhr, gebuhren, provision, prozent, *gebuhr, *gebuhren, *provision, anteil, abzug, abzuge,
    die halten ein, zwackt, abzwack*
  `,
  fee_pain: words`
    verschenk*, sparen, spart, sparst, nimmt, kassiert, verlier*, behalt*, warum, vermeid*, umgeh*, zwackt,
    abzwackt, zu hoch, zu viel, wucher, einbehalt*, behalt, entfall*, weglassen, wegfall*, weg, loswerden,
    ohne, zu teuer, spar*, muss nicht sein
  `,
  private_deal: words`
    unter uns, privat, untereinander, direkt, selbst, zu zweit
  `,
  send: words`
    zahl*, bezahl*, uberweis*, schick*, akzeptier*, nehm*, statt, lieber
  `,
  pay_build: words`
    schnittstelle, anbindung, integrieren, einbinden, entwickeln, einbauen, programmieren, artikel,
    ubersetzung, nutzer, vorlage, rechnungsvorlage, word, excel, feld, formular, ratgeber, kapitel,
    tabelle, app, vergleich, validierung, csv, export, blog*, worter, konzept, prasentation, ubersicht,
    software, start up, landingpage, grafik, kassenbuch, unterseite*, ratgeber*, *text, *texte, erklart,
    erklaren, neue funktion, formularfeld, ubersetzen, lektor*, hinweis, skript
  `,
  through_platform: words`
    uber die plattform, uber malt, auf der plattform, auf malt, treuhand, innerhalb der plattform,
    uber das portal, uber kmong, im checkout, an der kasse, bei der bestellung, beim bestellen, auszahlung,
    auszahlungen, auf dieser plattform, uber diese seite, uber diese plattform, meilenstein, hier zahlen,
    zahlungsarten
  `,
  bank: words`
    konto, kontonummer, blz, sparkasse, volksbank, commerzbank, comdirect, postbank, ing diba,
    deutsche bank, raiffeisen*
  `,
  bank_context: words`
    konto, blz, uberweis*, kontoinhaber
  `,
  means: words`
    per uberweisung, in bar, bankverbindung, kontodaten, kontoverbindung, bar bezahl*, bar zahl*,
    bar ubergeb*, auf ihr konto, auf dein konto, auf mein konto, mein konto, ohne rechnung, bar, ihre iban,
    deine iban, vorkasse, barzahlung, per vorkasse, meine kontonummer, kontonummer, deine kontonummer,
    ihre kontonummer, bargeld, an freunde, als freunde
  `,
  offer: words`
    mach ich*, mache ich, kostet es, kostet s, gunstiger, billiger, nachlass, rabatt, anzahlung,
    besseren preis, bessere preis, gunstigeren preis, spar*, weniger, statt, spart, fur nur, vorab
  `,
  cancel_here: words`
    stornier*, storno, hier ablehnen, angebot ablehnen, auftrag ablehnen, lehnen sie das angebot,
    lehnen sie hier, auftrag hier ablehnen, hier absagen, nicht hier bestellen, bestellen sie nicht,
    auftrag zuruckziehen, projekt zuruckziehen, auftrag hier, auftrag ab, abbrechen, brechen sie den,
    brich den auftrag, auftrag hier brauchen wir, ablehnen
  `,
  own_bill: words`
    eigene rechnung, selbst eine rechnung, rechnung von mir, stelle ich*, schicke ich*, direkt, uberweis*,
    privat, paypal, bar, konto, eine rechnung, rechnung, selber, untereinander, direktauftrag, zahle,
    ich zahle, zahl*
  `,
  later: words`
    nachste projekt, nachsten projekt, nachsten auftrag, nachste auftrage, nachsten mal, nachstes mal,
    kunftig*, in zukunft, folgeauftrag, folgeauftrage, folgeprojekte, weitere auftrage, danach, zukunftig*,
    spater
  `,
  straight: words`
    direkt, ohne vermittlung, ohne vermittler, ohne zwischenhandler, ohne umweg, unter uns, untereinander,
    ohne portal, ohne dieses portal, ohne das portal, ohne umweg uber, ohne seite, ohne die seite, privat
  `,
  rest: words`
    den rest, der rest, die andere halfte, restbetrag
  `,
  hand: words`
    bar, uberweis*, paypal, direkt, privat, konto, ausserhalb
  `,
  no_paper: words`
    ohne rechnung, ohne quittung, ohne beleg, ohne treuhand
  `,
  must_here: words`
    uber die seite laufen, uber die plattform laufen, muss das uber, mussen wir das uber, muss ich uber,
    mussen wir uber, muss es uber, muss man uber, zwingend uber
  `,
  outside_bare: words`
    ausserhalb, anderswo, woanders, vorbei, nicht uber
  `,
  pay_act: words`
    zahl*, bezahl*, uberweis*, abrechn*, abwickel*, abzuwickeln, geld, rechnung*, honorar, abwicklung,
    begleich*, zahlung*, deal, beauftrag*, vertrag, regeln, erledigen, bezahlung
  `,
  bypass: words`
    umgehen, umgeht, vorbei, ohne, statt
  `,
  pay_verb: words`
    rechn*, abrechn*, bezahl*, uberweis*, beauftrag*, zahl*, rechnung*, berechn*
  `,
  drop_verb: words`
    weglassen, umgehen, auslassen, raushalten, ausklammern, sparen
  `,
  party: words`
    ich, sie, du, wir, mir, dir, ihnen, uns, mein*, dein*, ihr*
  `,
  cash_bare: words`
    bar, bargeld, barzahlung
  `,
};
