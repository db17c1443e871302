import { type Concepts, words } from '../words.ts';

/**
 * Words that insult in nearly every sentence: a floor under the model, which weighs the rest. Words that are harmless in
 * trade are left to the model or left out.
 */
export const INSULTS_FR: Concepts = {
  insult: words`
    de merde, sale con, bande d abrutis, espece d idiot, espece d abruti, espece de merde, sale attarde,
    espece d attarde, pauvre attarde, sale gauchiste, gauchiasse, putain de merde, pauvre merde, connard,
    connards, connasse, connasses, conard, conards, conne, conasse, gros con, pauvre con, petit con,
    vieux con, quel con, bande de cons, espece de con, sales cons, un con, si con, trop con, salaud,
    salauds, salope, salopes, salop, saloperie, saloperies, pute, putes, fils de pute, filsdepute, ntm,
    nique ta, nique sa, nique, niquer, nique les, niquez, enculer, encule, encules, enculee, enculeur*,
    batard, batards, batarde, pede, pedes, tapette, tapettes, tarlouze, tantouze, gouine, gouines,
    pouffiasse, poufiasse, grognasse, bouffon, bouffons, bouffonne, debile, debiles, abruti, abrutis,
    abrutie, cretin, cretins, cretine, imbeciles, idiote, mongolien, mongoliens, gogol, gogole, trisomique,
    triso, minable, minables, pauvre type, pauvre fille, raclure, merdeux, sous merde, tas de merde,
    grosse merde, ferme ta gueule, ferme la, ta gueule, vos gueules, casse toi, va te faire, va chier,
    allez vous faire, va mourir, crevez, crevard, crevards, trou du cul, trouduc, branleur, branleurs,
    branleuse, couillon, couillons, couille molle, sale arabe, sale arabes, sales arabes, sale noir,
    sale juif, sales juifs, sale pute, sale chien, sale race, sale blanc, sales blancs, bougnoule,
    bougnoules, bougnoul, bicot, bicots, crouille, negre, negres, negresse, bamboula, chinetoque,
    chinetoques, niakoue, niakoues, niakwe, gauchiasses, islamogauchiste*, facho, fachos, feminazi,
    feminazis, pourriture, pourritures, escroc, escrocs, voleur, voleurs, menteur, menteuse, charlatan,
    vermine, racaille, racailles, sous homme, sous hommes, degueulasse, degueulasses, gros porc,
    sale chienne, pov con, boloss, bolosse, cassos, honte a toi
  `,
};
