import { type Concepts, words } from '../words.ts';

export const SPAM_FR: Concepts = {
  spam_prize: words`
    vous avez gagne, gagnant, felicitations, cadeau gratuit
  `,
  spam_urgent: words`
    cliquez ici, offre limitee, derniere chance, profitez, inscrivez vous
  `,
  spam_free: words`
    gratis, gratuit, gratuite, gratuitement
  `,
  spam_money: words`
    argent facile, gagner de l argent, gagnez, revenu passif, revenus passifs, credit rapide, pret rapide,
    depuis chez vous
  `,
  spam_adult: words`
    escort, viagra, cialis, casino en ligne, rencontres
  `,
  spam_growth: words`
    acheter des abonnes, abonnes instagram, premiere page de google
  `,
  spam_service: words`
    desabonner, se desinscrire, code promo, promo
  `,
};
