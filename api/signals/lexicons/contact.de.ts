import { type Concepts, words } from '../words.ts';

export const CONTACT_DE: Concepts = {
  messenger_direct: words`
    auf line, kontakt auf signal, signal kontakt, signal nummer, line kontakt, per signal, auf signal,
    uber signal, bei signal, mein signal, uber line, mein snap, auf snap, dm mich, wa geht, per wa,
    uber wa, auf wa, wa ware, hast du signal, haben sie signal, bin auf wa, auf insta, hast du insta,
    per insta, uber insta, auf slack, per teams, uber teams, auf facebook, ne dm, eine dm, per pn,
    uber linkedin, auf linkedin, bei linkedin, zu signal, nach signal, hast wa, haben sie wa, wa oder,
    zu wa, signal ware, signal geht, signal passt
  `,
  handle_word: words`
    nutzername, benutzername, fug mich, fuge mich, fugen sie mich, adde mich, hinzufugen, kennung,
    such mich, suchen sie nach
  `,
  reach: words`
    schreib*, schreib mir, schreiben, melde dich, melden sie sich, meld dich, erreich*, kontakt*,
    anschreib*, anzuschreiben, weiterreden, weiterschreiben, wechsel*, sprechen, unterhalten, reden,
    chatten, austauschen, quatschen, antworte, schick*, bin auf, bin bei, lieber uber, lieber auf,
    lieber per, schneller, einfacher, klaren wir, besprechen, adden, adde, funk mich an, ruf mich,
    rufen sie, anrufen, gib mir, gebt mir
  `,
  reach_direct: words`
    schreib*, melde dich, melden sie sich, erreich*, kontaktier*, anschreib*, sprechen, reden, unterhalten,
    kommunizier*, in kontakt, kontakt, gesprach, besprechen, klaren, austauschen, weiterschreiben
  `,
  form: words`
    formular, feld, visitenkarte, nutzer, nutzern, anmeldung, chatbot, newsletter, vorlage, signatur,
    impressum, regularen, kampagne, kunden, platzhalter, prufen, skript, leitfaden, footer, adressen,
    karte, karten, flyer, prospekt
  `,
  person: words`
    ich, du, sie, wir, mir, mich, dir, dich, uns, ihnen, kunden
  `,
  have: words`
    hast du, haben sie, bist du auf, sind sie auf, nutzt du, nutzen sie, deine, dein, ihre, habt ihr
  `,
  my_name: words`
    mein, meine, hier ist
  `,
  build: words`
    entwickeln, entwicklung, entwickelt, anbindung, integrieren, programmieren, vorlage, vorlagen, werbung,
    kampagne, beitrage, schnittstelle, seite, stil, automatisierung, funktion, nachbauen, klon, icon,
    symbol, logo, kundendienst, kundenservice, vergleich, banner, gestalt*, artikel, support, community,
    mitglieder, kanalbild, kanal, avatar, emojis, bot, bots, fehler, gruppe fur, erstell*, einricht*,
    automatisch*, umziehen, pruf*, blog, texte, video*, anzeigen, strategie, betreuung, pflege,
    redaktionsplan, erfahrung mit, kenntnisse, schulung, kurs, exportier*, statistik*, profil, profilbild,
    profilbilder, bilder, fotos
  `,
  reference: words`
    referenz, referenzen, beispiel, vorbild, wie auf, ahnlich wie, uberarbeit*, unsere seite,
    unsere website, unser shop, relaunch, unsere aktuelle, arbeitsproben, stil von, gefallt, gefallt mir,
    stil, in der art, konkurrenz, so ahnlich, die vorlage
  `,
  visit: words`
    besuch*, bestell*, klick*, anmeld*
  `,
  contact_noun: words`
    per mail, per e mail, per telefon, private mail, telefonnummer, handynummer, deine nummer, ihre nummer,
    meine nummer, mailadresse, e mail adresse, emailadresse, deine mail, ihre mail, meine mail,
    kontaktdaten, private nummer, deine e mail, ihre e mail, meine e mail, durchwahl, mobilnummer,
    ihre handynummer
  `,
  contact_ask: words`
    weiter, weitermachen, fortsetzen, gib, geben, schick*, nenn*, wie lautet, hier ist, austauschen,
    tauschen, lautet, verrat*, hinterlass*, mitteilen, teil mir, teilen sie mir, zukommen, haben sie,
    darf ich, kann ich, ist meine
  `,
  prohibit: words`
    nicht erlaubt, verboten, untersagt, verstoss*, verstosst, nicht gestattet, nicht moglich, betrug,
    keine zahlung*, niemals, bitte nicht, bitte keine, nicht zulassig, akzeptiere ich nicht,
    mache ich nicht, lehne, gegen die regeln, ich zahle nicht, zahlen sie nie, zahlen sie nicht,
    nur auftrage, laut regeln, nummern tauschen wir, tauschen wir hier nicht, nicht teilen,
    nicht austauschen, darf ich hier nicht
  `,
  riddle: words`
    grune app, grune messenger app, grunen messenger, gruner messenger, grunen app, gelbe app, gelben app,
    app mit dem telefonhorer, blaue messenger, blauen messenger, blaue app, grune telefon app,
    grune symbol
  `,
  knowing: words`
    kennen sie, kennst, sie wissen, weisst du, wissen schon, demselben namen, gleichen namen, lieber, dort,
    besser
  `,
  befriend: words`
    adde mich, fuge mich, hinzufug*, schreib mir, schreiben sie mir, schreibt mir, schreibt uns,
    findest du mich, finden sie mich, heisse dort, ich heisse, demselben namen, gleichen namen, anfrage,
    melde dich, meld dich, melden sie sich, unter dem namen, folgt mir, folge mir, name ist, vernetzen,
    suchen sie, such nach, lade sie ein, einladen, lad dich
  `,
  fine_channel: words`
    geht, moglich, bitte, ware mir lieber, lieber, am besten, schneller, besser, geht auch, ware besser,
    ware einfacher, passt
  `,
  contact_own: words`
    telefonnummer, handynummer, deine nummer, ihre nummer, ihrer nummer, deiner nummer, ihre handynummer,
    welcher nummer, die nummer, nummer, mailadresse, emailadresse, e mail adresse, ihre mail, deine mail,
    kontaktdaten, rufnummer, ihre e mail, mein telefon, meine nummer, das telefon, eine telefonnummer,
    eine nummer, eine mailadresse, eine e mail, kurze mail, eine mail
  `,
  contact_wish: words`
    geben, gib, haben sie, hast du, erreich*, sagen, sagst, nenn*, schick*, senden, wie lautet, bekomme,
    bekommen, darf, hinterlass*, verrat*, brauche, steht, anrufen, rufe, ruf dich, ruf sie,
    schreiben sie mir, schreib mir, unter der, haben, nutzen sie, nutzt du, verwenden sie, welche,
    unter welcher, brauch*, benotig*, melde mich, bitte
  `,
  contact_me: words`
    mailen sie mir, mail mir, per mail an mich, schreiben sie mir eine mail, schreib mir eine mail,
    schick mir eine mail, rufen sie mich, ruf mich an, rufen sie an, ruf einfach, rufen sie durch,
    rufen sie einfach, telefonisch erreich*, am telefon, per mail bin ich, kanal wechseln, anderen kanal,
    mailen sie es, mail es mir
  `,
  search_me: words`
    googeln, googelt, google, suchen sie nach, suchen sie
  `,
  elsewhere: words`
    ausserhalb, woanders, anderswo, auf anderem weg, anderen weg, anders als hier, nicht hier,
    anderen kanal, statt hier, lieber nicht hier, andere art, einen anderen, anderem kanal, andere app,
    andere plattform
  `,
};
