import { type Concepts, words } from '../words.ts';

/**
 * Words that insult in nearly every sentence: a floor under the model, which weighs the rest. Words that are harmless in
 * trade are left to the model or left out.
 */
export const INSULTS_DE: Concepts = {
  insult: words`
    verpiss dich, verpisst euch, du schwein, drecksschwein, in die fresse, auf die fresse, nazipack,
    nazischwein, arschloch, arschlocher, arsch, arschgeige, arschgesicht, arschkriech*, verarsch*,
    scheisse labern, scheisskerl, scheiss*, drecks*, drecksack, dreckspack, miststuck, mistkerl, hurensohn,
    hurensohne, huren*, hure, nutte, nutten, schlampe, schlampen, fotze, fotzen, wichser, wixer, wixxer,
    wichs*, ficker, fick dich, fick deine, fickt euch, fickt, gefickt, ficken, verfick*, halt die fresse,
    halts maul, halt s maul, halt dein maul, halt die klappe, idioten, idiotin, vollidiot, vollidioten,
    idiotisch*, depp, deppen, vollpfosten, trottel, trotteln, volltrottel, dummkopf, dummkopfe, dumme kuh,
    dumme sau, blode kuh, blodmann, blodian, schwachkopf, schwachkopfe, schwachsinnig*, hirnlos*,
    hirnverbrannt*, hohlkopf, hohlkopfe, spast, spasti, spacken, spacko, spasten, missgeburt, missgeburten,
    behinderter, bist du behindert, penner, asozial*, abschaum, gesindel, lumpenpack, lugenpack, pisser,
    pissnelke, kotzbrocken, zum kotzen, drecksau, schweinehund, schweinepack, schmarotzer, untermensch*,
    nichtsnutz, versager, luschen, lusche, witzfigur, witzfiguren, knallkopf, heuchler, heuchlerin, lugner,
    lugnerin, verrater, volksverrater, vaterlandsverrater, verbrecherin, verbrecherbande, betruger, gauner,
    schwuchtel, schwuchteln, kanake, kanaken, kanacke, neger, zigeuner, kameltreiber, ziegenficker, musel,
    musels, muselmann*, kopftuchmadchen, rapefugee*, invasoren, schlitzauge, schlitzaugen, itzig, judensau,
    faschist, faschisten, linksfaschist*, gutmenschen, gutmensch, bahnhofsklatscher, merkelnutte, murksel,
    geisteskrank*, gehirnamputiert*, strohdumm, saudumm, verblodet*, geistesgestort*, ekelhaft*,
    widerlich*, abartig*, krepier*, verrecke*, verreck, perverser, perverse sau, perverses schwein,
    perverses
  `,
};
