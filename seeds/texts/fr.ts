import type { Texts } from './contract.ts';

/** French. Telephone numbers are those that the Arcep keeps for films. */
export const fr: Texts = {
  locale: 'fr',
  currency: 'EUR',
  clients: [
    { nickname: 'Maison Lavande', accountType: 'business' },
    { nickname: 'Camille R.', accountType: 'individual' },
    { nickname: 'Les Ateliers du Canal', accountType: 'business' },
    { nickname: 'Hôtel des Remparts', accountType: 'business' },
    { nickname: 'Yanis B.', accountType: 'individual' },
    { nickname: 'Coopérative Bellevigne', accountType: 'business' },
  ],
  experts: [
    { nickname: 'Thomas L. – développeur', accountType: 'individual' },
    { nickname: 'Studio Petit Nuage', accountType: 'business' },
    { nickname: 'Plume & Co', accountType: 'individual' },
    { nickname: 'Élodie Marchand – communication', accountType: 'individual' },
  ],
  newcomers: {
    first: ['Manon', 'Hugo', 'Inès', 'Baptiste', 'Aïcha', 'Lucas', 'Margaux'],
    last: ['A.', 'C.', 'D.', 'G.', 'M.', 'P.', 'V.'],
  },
  topics: [
    {
      category: 'Développement',
      service: 'Développement web et refonte de sites',
      needs: [
        'nous souhaitons refondre le site de notre établissement à {place}, qui date de 2017.',
        'nous cherchons un développeur pour reprendre une application interne pendant {count} semaines.',
        'notre boutique en ligne est devenue très lente et nous aimerions un avis extérieur avant de tout changer.',
      ],
      details: [
        'Le site est sous WordPress, avec un module de réservation que nous tenons à conserver. Est-ce envisageable selon vous ?',
        'Le cahier des charges est en pièce jointe. Pourriez-vous me donner une estimation en nombre de jours ?',
        'L’équipe est en télétravail trois jours par semaine, la mission peut donc se faire entièrement à distance.',
      ],
      attachment: { name: 'cahier_des_charges.pdf', mediaType: 'application/pdf' },
    },
    {
      category: 'Design',
      service: 'Identité visuelle et packaging',
      needs: [
        'nous lançons une gamme de {product} et nous avons besoin d’une identité visuelle complète.',
        'j’ouvre un salon de thé à {place} et je cherche quelqu’un pour le logo, la carte et la vitrine.',
        'nos étiquettes doivent changer avec la nouvelle réglementation, soit {count} références à reprendre.',
      ],
      details: [
        'Nous aimons les dessins au trait et les couleurs naturelles ; j’ai réuni quelques inspirations. Combien d’allers-retours sont compris ?',
        'Les fichiers doivent être prêts à imprimer pour la fin du mois prochain. Ce délai vous paraît-il tenable ?',
        'Nous avons déjà une charte graphique, mais elle est assez ancienne et nous sommes ouverts aux propositions.',
      ],
      attachment: { name: 'inspirations.jpg', mediaType: 'image/jpeg' },
    },
    {
      category: 'Rédaction',
      service: 'Rédaction web et relecture',
      needs: [
        'je cherche une personne pour relire mon mémoire de master, environ {count}0 pages.',
        'nous aimerions publier deux articles par mois sur le blog de notre coopérative.',
        'nous avons besoin de réécrire les pages d’accueil et de présentation de notre site.',
      ],
      details: [
        'Le ton doit rester simple et chaleureux, sans jargon. Auriez-vous des exemples de textes dans ce secteur ?',
        'La soutenance a lieu en {month}, il me faudrait donc une première relecture quinze jours avant.',
        'Nous fournissons les sujets et les sources, vous auriez carte blanche pour la forme.',
      ],
    },
    {
      category: 'Marketing',
      service: 'Stratégie et animation des réseaux sociaux',
      needs: [
        'nous souhaitons confier l’animation de nos réseaux sociaux pendant la saison.',
        'nous préparons le lancement d’un produit et nous n’avons personne en interne pour la communication.',
        'notre newsletter perd des abonnés chaque mois et nous voudrions comprendre pourquoi.',
      ],
      details: [
        'Comptez environ {count} publications par mois, photos fournies par nos soins.',
        'Nous avons un petit budget publicitaire mais aucune expérience. Pourriez-vous nous accompagner sur cette partie ?',
        'Un premier échange d’une demi-heure ici même nous aiderait à préciser le besoin.',
      ],
    },
  ],
  greetings: [
    'Bonjour,',
    'Bonjour et merci pour votre profil très clair :',
    'Bonjour Madame, Monsieur,',
    'Bonjour, je me permets de vous contacter car',
  ],
  budgets: [
    'Notre budget est d’environ {euro} € hors taxes.',
    'Votre TJM nous convient, nous pensons à {count} jours.',
    'Le budget n’est pas encore arrêté, un devis nous aiderait à décider.',
    'Nous aimerions démarrer début {month}.',
    'Quelles sont vos disponibilités en {month} ?',
  ],
  closings: [
    'Bien cordialement',
    'Dans l’attente de votre retour, je vous souhaite une bonne journée.',
    'Merci d’avance pour votre réponse !',
    'Cordialement,\nla direction',
    'Belle journée à vous.',
  ],
  replies: [
    'Bonjour, merci pour votre message. Votre projet correspond bien à ce que je fais ; je l’estime à {count} jours. Je vous envoie un devis détaillé dès que j’ai vu les contenus existants.',
    'Bonjour, avec plaisir ! Je suis disponible à partir de la deuxième semaine de {month}. Pouvez-vous me préciser qui validera les maquettes de votre côté ?',
    'Bonjour, merci de votre confiance. Deux allers-retours sont compris, les suivants sont facturés à la demi-journée. Souhaitez-vous que je prépare une proposition ?',
  ],
  proposals: [
    'Proposition de mission\n\nObjet : refonte de notre espace client\nDurée : {count} jours en {month}\nMontant : {euro} € HT, réglés à la livraison\n\nMerci de me dire si ces conditions vous conviennent.',
    'Bonjour,\n\nnous vous proposons un accompagnement régulier : {count} jours par mois jusqu’en {month}, à votre tarif habituel, avec un point chaque lundi matin.',
  ],
  contacts: [
    'Le plus simple serait de s’appeler, je suis au zéro six trente-neuf quatre-vingt-dix-huit {two} {two}.',
    'Écrivez-moi plutôt sur camille.r arobase example point com, je ne consulte presque jamais cette messagerie.',
    'Ajoutez-moi sur WhatsApp au 06 39 98 {two} {two}, on avancera plus vite.',
    'Vous me trouverez sur Instagram, @maison.lavande.demo{two}, envoyez-moi un message privé là-bas.',
    'On peut continuer sur Signal ? Mon numéro : 0.6.3.9.9.8.{two}.{two}',
  ],
  payments: [
    'Si on passe en direct par virement on évite la commission, vous pourriez me faire une remise de 10 % ? Envoyez-moi votre RIB.',
    'Je préfère vous régler en espèces, sans facture, ça nous arrange tous les deux : {euro} € à la livraison.',
    'On valide ici pour la forme et je vous paie le reste par PayPal entre proches, d’accord ?',
  ],
  spam: [
    '{spark} Gagnez {euro} € par mois depuis chez vous, sans expérience ! Formation offerte aux {count} premiers inscrits, répondez OUI pour recevoir le lien {spark}',
    'Boostez votre profil en 48 h {spark} Avis 5 étoiles garantis, tarifs imbattables à partir de 19 €, offre limitée !!!',
    'Crédit rapide sans justificatif, réponse immédiate, jusqu’à 20 000 €. Contactez notre conseiller dès maintenant {spark}',
  ],
  insults: [
    'Vous vous foutez de moi avec ce devis ? Espèce d’escroc, allez vous faire voir.',
    'Trois jours sans réponse, quel connard prétentieux. Personne ne voudra bosser avec toi.',
    'Ton travail est nul à chier, même un gamin ferait mieux, pauvre abruti.',
  ],
  slots: {
    place: ['Annecy', 'Nantes', 'La Rochelle', 'Dijon', 'Namur', 'Lausanne'],
    product: ['confitures artisanales', 'bougies parfumées', 'savons solides', 'jus de pomme', 'thés glacés'],
    count: ['4', '5', '6', '8', '10', '12'],
    euro: ['900', '1 500', '2 200', '3 000', '4 500'],
    month: ['janvier', 'février', 'mars', 'avril'],
    two: ['04', '12', '27', '45', '68', '91'],
    spark: ['🚀', '✨', '💶', '👉'],
  },
};
