import { type Concepts, words } from '../words.ts';

export const SPAM_DE: Concepts = {
  spam_prize: words`
    gewonnen, gewinnspiel, gewinn, gluckwunsch
  `,
  spam_urgent: words`
    jetzt klicken, klicken sie hier, jetzt anmelden, nur heute, sichern sie sich, letzte chance
  `,
  spam_free: words`
    kostenlos
  `,
  spam_money: words`
    geld verdienen, schnelles geld, passives einkommen, kredit, sofortkredit, nebenverdienst, von zuhause
  `,
  spam_adult: words`
    sportwetten
  `,
  spam_growth: words`
    follower kaufen, mehr follower
  `,
  spam_service: words`
    abbestellen, rabattcode, aktion
  `,
};
