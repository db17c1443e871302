import { type Concepts, words } from '../words.ts';

export const CONTACT_DE: Concepts = {
  messenger_direct: words`
    auf line, kontakt auf signal, signal kontakt, signal nummer, line kontakt, per signal, auf signal,
    uber signal, bei signal, mein signal, uber line, mein snap, auf snap, dm mich
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
    schreib*, melde dich, melden sie sich, erreich*, kontaktier*, anschreib*
  `,
  form: words`
    formular, feld, visitenkarte
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
    kampagne, beitrage, schnittstelle, seite, stil, automatisierung, funktion, nachbauen, klon
  `,
  reference: words`
    referenz, referenzen, beispiel, vorbild, wie auf, ahnlich wie, uberarbeit*, unsere seite,
    unsere website, unser shop, relaunch, unsere aktuelle, arbeitsproben, stil von
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
    mache ich nicht, lehne, gegen die regeln, ich zahle nicht, zahlen sie nie, zahlen sie nicht
  `,
};
