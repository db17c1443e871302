import { type Concepts, words } from '../words.ts';

/**
 * Words that insult in nearly every sentence: a floor under the model, which weighs the rest. Words that are harmless in
 * trade are left to the model or left out.
 */
export const INSULTS_EN: Concepts = {
  insult: words`
    shut the fuck, shut the hell, you retard, fucking retard, crook, fuck, fuck*, fucker*, fucking,
    motherfuck*, muthafuck*, mothafuck*, *fucker, fck, fckn, fcking, fuk, fuking, fukin, phuck, fuc, fking,
    effing idiot, stfu, gtfo, shithead, shitface, bullshitter, piece of shit, pieces of shit, full of shit,
    you shit, dipshit, bitch, bitches, bitchy, biatch, bitchass, bish, biotch, bytch, b tch, whore, whores,
    slut, sluts, slutty, hoes, hoez, skank, skanks, thot, thots, cunt, cunts, twat, twats, pussy, pussies,
    asshole, assholes, arsehole, arseholes, asshat, jackass, dumbass, dumb ass, smartass, bastard,
    bastards, dickhead, dickheads, dick head, cocksucker*, cock sucker, prick, pricks, wanker, wankers,
    tosser, bellend, knobhead, douchebag, douche, scumbag, scumbags, scum, moron, morons, moronic, idiot,
    idiots, idiotic, imbecile, retarded, fucktard, libtard, halfwit, nitwit, dimwit, dumbfuck, braindead,
    brain dead, pea brain, you stupid, ur stupid, you re stupid, you are stupid, stupid ass, stupid bitch,
    dumb bitch, you dumb, you fool, loser, losers, pathetic, worthless piece, you worthless,
    you are worthless, you re worthless, you are useless, you useless, you re useless, you are disgusting,
    you disgusting, you re disgusting, you re a joke, go to hell, rot in hell, burn in hell, drop dead,
    kill yourself, kys, go die, hope you die, eat shit, suck my, suck a dick, kiss my ass, up your ass,
    screw you, shut up, piss off, nigger, niggers, nigga, niggas, niggah, nigguh, niggaz, faggot, faggots,
    fag, fags, faggy, dyke, dykes, spic, spics, wetback, wetbacks, beaner, beaners, chink, chinks, kike,
    kikes, raghead, ragheads, towelhead, sand nigger, paki, pakis, white trash, trailer trash, cracker ass,
    coonass, queer ass, no homo, jigaboo, porch monkey, subhuman, mongoloid, con artist, crooks, scammer,
    bamboulas, youpin, youpins, youtre
  `,
  harmless: words`
    dick head gasket
  `,
};
