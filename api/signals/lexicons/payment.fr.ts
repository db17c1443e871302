import { type Concepts, words } from '../words.ts';

export const PAYMENT_FR: Concepts = {
  pay: words`
    arrange, s arranger, arranger, remunere*, embauche*, engage*, payer, paye, payez, payons, paierai,
    paie, paiement, paiements, regler, reglement, regle, reglons, virement, argent, facturer, facture,
    contrat, somme, verser, acompte, travailler, collaborer, passer, prix, tarif, tarifs, faire, fais,
    coute, commander, couterait, combien, serait
  `,
  outside: words`
    pas de plateforme, hors plateforme, hors de malt, hors malt, hors site, hors application, hors appli,
    en dehors, au dehors, sans passer par, sans intermediaire, sans malt, contourner, contournant,
    court circuiter, au lieu de passer par, plutot que par, plutot que de passer par, plutot que via,
    eviter malt, au noir, au black, de la main a la main, entre nous, en prive, sous la table, en off,
    pas passer par, se passe de, se passer de, zappe le site, passer hors, pas par ici,
    sans passer par ici, plutot qu ici, au lieu d ici
  `,
  outside_platform: words`
    hors plateforme, hors de la plateforme, en dehors de la plateforme, en dehors de malt, hors de malt,
    hors malt, en dehors du site, sans passer par la plateforme, sans passer par malt,
    sans passer par le site, contourner la plateforme, contourner malt, de la main a la main, au black,
    en dehors de ce site
  `,
  direct: words`
    arranger en direct, me payez directement, me payer directement, me regler directement,
    payez directement, payer directement, paie directement, payez moi directement, paye moi directement,
    paiement direct, paiement en direct, regler directement, regler en direct, reglement direct,
    virement direct, virement directement, directement sur mon compte, sans facture, facturer directement,
    facturer en direct, me payer en direct, vous payer en direct, en direct, directement entre nous,
    traiter en direct, traiter directement, verser directement, de compte a compte, paiement perso,
    paie en direct, payer en direct, voir ca en direct, faire ca en direct, passer en direct,
    travailler en direct, bosser en direct
  `,
  fee_avoid: words`
    sans commission, sans la commission, sans les frais, sans frais de plateforme, sans frais de service,
    sans frais plateforme, eviter la commission, eviter les frais, eviter les commissions,
    evite la commission, evite les frais, evitera la commission, evitera les frais, evitons les frais,
    evitons la commission, economiser la commission, economiser les frais, economise la commission,
    economise les frais, economisera les frais, economisera la commission, economiser sur, economiserait,
    frais en moins, commission en moins, pas de commission, pas de frais de plateforme,
    pas payer la commission, pas payer les frais, pas payer de commission, zero commission,
    les commissions, la commission de, prend une commission, prend sa commission,
    commission de la plateforme, contourner les frais, contourner la commission, on gagne tous les deux,
    y gagne tous les deux, frais de la plateforme, echapper aux frais, echapper a la commission,
    sans les frais du site, pas de frais, c est sans frais, evite les, sans frais, le site ne prenne rien,
    ne prenne rien, economiserez la commission, economisez la commission, on economise, evite la,
    on evite la commission, on evite les frais
  `,
  transfer: words`
    virement, virements, virer, virez, vire moi, envoyez moi la somme, envoyer la somme, envoyez l argent,
    especes, en liquide
  `,
  fine: words`
    ca marche, marche aussi, ca va, ca vous va, me va, me convient
  `,
  cheaper: words`
    moins cher, meilleur prix, remise, reduction, travaille
  `,
  fee_avoid_verb: words`
    eviter, evite, evitons, evitez, economiser, economise, contourner, echapper
  `,
  transfer_ask: words`
    moi, mon, prefere, plutot, remise, moins cher, nous, si vous, vous pouvez, on peut, simplement, vous,
    votre, je, tu, te, ton, possible, accept*, arrange, suffit, svp
  `,
  platform: words`
    plateforme, le site, ce site, du site, au site
  `,
  around: words`
    sans, hors, dehors, contourn*, eviter, evitons, au lieu, plutot que, se passe de, se passer de,
    passons nous, pas besoin, pas par, zappe, zapper, zappons, au milieu, entre nous
  `,
  fee: words`
    commission, commissions, frais, pourcent, leur commission, leur part, pourcentage, marge
  `,
  fee_pain: words`
    eviter, evite, evitons, economis*, prend, perdre, pourquoi, ponctionn*, garde, echapper, enorme,
    trop eleve*, trop cher, trop cheres, contourn*, eviter*, eviterait, enleve, sans, elevee, enormes,
    abuse, abusent, prenne, mange, pique
  `,
  private_deal: words`
    entre nous, en prive, en direct, directement, s arranger, de gre a gre
  `,
  send: words`
    payer, paie, paye, payez, envoi*, envoy*, accepte*, regler, plutot, virer, virez, vire moi, envoi,
    transf*, verse*
  `,
  pay_build: words`
    integrer, boutique, fonctionnalite, developper, passerelle, tunnel, extension, clients, utilisateurs,
    traduction, modele, champ, word, excel, csv, guide, comparatif, tableau, logiciel, appli, export,
    formulaire, validation, page, start up, mots, application, caisse, fiscalite, avis sur, traduire,
    texte, redig*, relire, encaissements
  `,
  through_platform: words`
    via la plateforme, par la plateforme, sur la plateforme, sur malt, par malt, via le site, par le site,
    sequestre, dans la plateforme, au moment de la commande, a la commande, lors de la commande,
    sur ce site, sur cette plateforme, par ce site, debloque*, jalon, commander ici, moyens de paiement
  `,
  bank: words`
    compte, rib, bnp, credit agricole, societe generale, banque postale, boursorama, caisse d epargne,
    credit mutuel, lcl
  `,
  bank_context: words`
    compte, virement, iban, rib, titulaire
  `,
  means: words`
    par virement, un virement, virement bancaire, virement sur, le virement, le rib, un rib, mon rib,
    ton rib, votre rib, mon iban, votre iban, en especes, en liquide, en cash, le liquide, du liquide,
    coordonnees bancaires, sur mon compte, sur votre compte, sur ton compte, compte perso, un cheque,
    par cheque, cheque ou virement, mandat cash
  `,
  instrument: words`
    mandat cash, paypal entre amis
  `,
  offer: words`
    je vous le fais, je te le fais, je vous fais, je te fais, moins cher, remise, reduction, de moins,
    acompte, economis*, au lieu de, meilleur prix, avantag*, rabais
  `,
  cancel_here: words`
    annule*, annuler la commande, refusez mon devis, refusez le devis, refusez l offre, refuse mon devis,
    declinez, ne commandez pas, ne validez pas, retirez la commande, annuler et, pourriez annuler,
    pouvez annuler, laissez tomber la commande, refusez ma demande, refusez ma, refuse ma
  `,
  own_bill: words`
    je vous facture, facture, directement, en direct, virement, de mon cote, paypal, especes, entre nous,
    je t envoie une facture, me regler, lydia, me payer, payez moi, facturerai, bon de commande,
    ma societe, une facture, un contrat
  `,
  later: words`
    prochain, prochaine, prochains, prochaines, la suite, a l avenir, les suivants, la prochaine fois,
    dorenavant, plus tard
  `,
  straight: words`
    en direct, directement, sans intermediaire, entre nous, sans passer par, sans le site, hors du site,
    sans plateforme
  `,
  rest: words`
    le reste, l autre moitie, le solde
  `,
  hand: words`
    en especes, virement, en liquide, paypal, direct, directement, cash, cheque, lydia
  `,
  no_paper: words`
    sans facture, sans tva, pas de facture, sans declarer, non declare
  `,
  must_here: words`
    besoin de passer par, oblige de passer par, obliges de passer par, faut il passer par,
    doit on passer par, obligatoire de passer, est on oblige
  `,
  outside_bare: words`
    en dehors, ailleurs, hors du, hors de, sans le site, autrement
  `,
  pay_act: words`
    payer, paye, payez, payons, paierai, paie, paiement, paiements, regler, reglement, reglons, virement,
    argent, facturer, facture, contrat, verser, acompte, s arranger, arranger, traiter
  `,
  bypass: words`
    se passe de, se passer de, contourn*, zappe, zapper, eviter, evitons, sans
  `,
  pay_verb: words`
    factur*, regler, payer, paie, paye*, virement, engager, embaucher, commander, remunerer
  `,
  drop_verb: words`
    se passer de, se passe de, zapper, contourner, eviter, laisser tomber
  `,
  party: words`
    je, j, tu, vous, nous, on, moi, mon, votre, ton
  `,
  cash_bare: words`
    especes, liquide
  `,
};
