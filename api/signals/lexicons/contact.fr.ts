import { type Concepts, words } from '../words.ts';

export const CONTACT_FR: Concepts = {
  messenger_direct: words`
    bascule sur signal, passe sur signal, sur signal, par signal, mon signal, sur line, par line, sur zoom,
    mon snap, sur snap, en dm, en mp, par dm, vous avez signal, tu as signal, avez vous signal,
    plutot par signal, un mp, mp moi, message prive, messages prives, sur messenger, sur facebook,
    sur insta, sur linkedin, wa possible, sur wa, par wa, plutot signal, passer sur signal,
    passons sur signal, avez wa, tu as wa, signal par exemple, signal ou, signal serait
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
    discuter, contacter, discut*, se parler, echanger, communiquer, parle*, un mp, envoyez moi, mp,
    me parler, echange, qu on echange, me joindre, conversation, discussion, ecrire, vous ecrire, t ecrire
  `,
  form: words`
    formulaire, champ, carte de visite, utilisateurs, inscription, chatbot, newsletter, modele, signature,
    mentions legales, regex, campagne, pied de page, script, verification, bouton, prospects, carte,
    cartes, flyer, brochure, depliant
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
    publications, contenu, automatisation, fonctionnalite, cloner, connexion via, icone, logo, banniere,
    service client, comparatif, moderation, membres, visuels, habillage, creer, article, boutique, gestion,
    avatar, chaine, bot, bots, plante, publication, visuel, script, strategie, anime*, community, gerer,
    creation, developpeur, developpeuse, migr*, installer, installation, configur*, formation, cours,
    statistiques, export*, abonnes, canal, automatis*, campagnes, posts, reels, stories, profil, photos,
    images
  `,
  reference: words`
    exemple, realisations, refonte, comme sur, similaire, inspire*, notre site, notre boutique,
    site actuel, book en ligne, dans le style, j aime, j adore, le style, a la maniere, concurrent,
    le modele, ambiance
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
    contre les regles, ne paie pas, je ne souhaite pas, evitez, n accepte que, pas besoin d echanger,
    ne peux pas donner, ne peux pas partager, par le reglement, au reglement
  `,
  riddle: words`
    appli verte, application verte, messagerie verte, appli jaune, appli bleue, appli au telephone vert,
    app verte, app bleue, l avion en papier, la verte
  `,
  knowing: words`
    connaissez, connais, vous voyez, tu vois, on sera mieux, meme nom, plutot, la bas
  `,
  befriend: words`
    ajoute moi, ajoutez moi, retrouvez moi, retrouve moi, ecrivez moi, ecris moi, cherchez moi,
    trouvez moi, sous le nom, meme nom, meme pseudo, suivez moi, un mp, un message, contactez moi,
    mon nom est, envoyez moi un, discute du prix, on discute, et on discute, cherchez, invite, invitation,
    je vous ajoute, demande d ami
  `,
  fine_channel: words`
    possible, svp, stp, s il vous plait, c plus, c est plus, plus rapide, plus facile, plus simple,
    ca me va, c est bon, c est mieux, ok pour, mieux, vous avez, dispo
  `,
  contact_own: words`
    votre numero, ton numero, mon numero, numero de telephone, votre portable, ton portable, un portable,
    votre telephone, votre mail, ton mail, votre email, adresse mail, adresse e mail, votre e mail,
    vos coordonnees, tes coordonnees, mes coordonnees, donnez moi votre num, votre num, le telephone,
    un numero, le numero, votre adresse, quelle adresse, quel numero, un mail, votre tel, ton tel, un tel
  `,
  contact_wish: words`
    donner, donnez*, donne*, avoir, quel est, avez vous, vous avez, laiss*, envoy*, envoi*, communiqu*,
    appeler, rappel*, j ai besoin, il me faut, aurez, transmet*, dites moi, il y a, faudrait, besoin, svp,
    puis je
  `,
  contact_me: words`
    envoyez moi un mail, ecrivez moi par mail, ecrire directement par mail, contactez moi par mail,
    appelez moi, appelle moi, textez moi, joindre par telephone, de vive voix, par telephone svp,
    un coup de fil, passez moi un coup, envoyez moi un sms, rappelez moi, changer de canal, autre canal,
    envoyez le moi par mail, par mail svp
  `,
  search_me: words`
    tapez, sur google, trouvez moi, cherchez
  `,
  elsewhere: words`
    en dehors, ailleurs, autrement que, autrement, autre moyen, un autre moyen, autre canal,
    hors de ce site, hors du site, hors plateforme, plutot qu ici, pas ici, ailleurs que, autre part,
    une autre messagerie, autre appli, hors de cette, hors de l appli, hors de la messagerie,
    hors messagerie
  `,
  messenger: words`
    telegramme, watsapp, wtsp, ouatsap, ouatsapp, whats ap, wathsapp, watshapp
  `,
};
