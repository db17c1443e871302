import { type Concepts, words } from '../words.ts';

export const CONTACT_FR: Concepts = {
  messenger_direct: words`
    bascule sur signal, passe sur signal, sur signal, par signal, mon signal, sur line, par line, sur zoom,
    mon snap, sur snap, en dm, en mp, par dm
  `,
  handle_word: words`
    pseudo, identifiant, ajoute moi, ajoutez moi, ajoutez, cherche moi, cherchez
  `,
  reach: words`
    ecris*, ecriv*, ecrire, contact*, joindre, joignable, joignez, ajoute*, parler, parlons, discut*,
    echang*, continuer, continuons, passer sur, passons, retrouv*, appel*, envoie*, envoy*, me trouver,
    trouv*, basculer, basculons, plus simple, plus rapide, repond*, suis sur, dispo sur, disponible sur,
    tchat*, rejoin*, plutot sur, plutot par
  `,
  reach_direct: words`
    ecris*, ecriv*, contactez, contacte, joindre, joignable, ajoute*, retrouvez moi, retrouve moi, parler,
    discuter
  `,
  form: words`
    formulaire, champ, carte de visite
  `,
  person: words`
    je, tu, vous, nous, moi, toi, te, mes, on se, on
  `,
  have: words`
    tu as, vous avez, avez vous, as tu, t as, es tu sur, etes vous sur, votre, ton, utilisez vous,
    tu utilises
  `,
  my_name: words`
    mon, notre, voici
  `,
  build: words`
    developper, developpement, integrer, bouton, campagne, publicite, publicites, modele, modeles, facon,
    publications, contenu, automatisation, fonctionnalite, cloner, connexion via
  `,
  reference: words`
    exemple, realisations, refonte, comme sur, similaire, inspire*, notre site, notre boutique,
    site actuel, book en ligne, dans le style
  `,
  visit: words`
    visitez, commandez, cliquez, inscri*, rendez vous sur
  `,
  contact_noun: words`
    par mail, par email, par e mail, par telephone, numero de telephone, ton numero, votre numero,
    mon numero, votre mail, ton mail, mon mail, adresse mail, adresse e mail, adresse email, coordonnees,
    votre email, mon email, mon adresse, numero de portable, mon portable, votre portable, votre tel,
    mon tel, ton tel, numero perso, mail perso
  `,
  contact_ask: words`
    continuer, continuons, poursuivre, donne*, donner, envoie*, envoy*, laiss*, quel est, voici, echang*,
    communiqu*, transmet*, passe moi, passez moi, filer, file moi, c est quoi, puis je avoir,
    je peux avoir, pourrais je avoir, partag*, indiqu*
  `,
  prohibit: words`
    interdit*, pas autorise*, pas permis, contraire aux, jamais, arnaque, ne payez, ne partagez,
    n est pas possible, je refuse, pas possible, ne donnez, je n accepte pas, ne communiquez,
    contre les regles, ne paie pas, je ne souhaite pas, evitez
  `,
};
