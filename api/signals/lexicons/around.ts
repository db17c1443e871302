import type { Concepts } from '../words.ts';

/** "outside" × "this website": going around the marketplace is said in too many ways to list. */
function each(ways: string, places: string, gap = ' '): string[] {
  const list = places.split(', ');
  return ways.split(', ').flatMap((way) => list.map((place) => way + gap + place));
}

const EN_PLACES = ['the', 'this', 'your', 'their']
  .flatMap((the) => each(the, 'platform, site, website, app, marketplace, portal, system'))
  .join(', ');
const DE_THE = ['die', 'der', 'diese', 'dieser', 'eure', 'eurer'];
const DE_PLACES = [
  ...DE_THE.flatMap((the) => each(the, 'plattform, seite, webseite, website, app')),
  ...['das', 'dem', 'dieses', 'diesem', 'des'].flatMap((the) => each(the, 'portal, portals')),
  'den marktplatz',
  'dem marktplatz',
].join(', ');
const FR_PLACES = [
  ...each('le, ce, du', 'site, portail'),
  ...each('la, cette', 'plateforme, messagerie'),
  ...each('l', 'appli, application'),
].join(', ');
const KO_PLACES = '크몽, 플랫폼, 사이트, 앱, 중개, 중개업체, 여기';
const KO_WAYS =
  '밖에서, 말고, 없이, 빼고, 거치지, 통하지, 안 거치, 안거치, 안 끼, 안끼, 끼지, 거칠 필요, 통할 필요';

/** Phrases of going around the marketplace; they need a word of paying, dealing or a price beside them. */
export const AROUND: Concepts = {
  outside: [
    ...each(
      'outside, outside of, off, without, bypass, bypassing, avoid, avoiding, skip, skipping',
      EN_PLACES,
    ),
    ...each('around, away from, not through, not via, not on, instead of, rather than', EN_PLACES),
    ...each('instead of through, rather than through, instead of via, rather than via', EN_PLACES),
    ...each('outside, outside of, off, without, skip, bypass', 'here, malt, kmong, upwork, fiverr'),
    ...each('ohne, ausserhalb, statt uber, anstatt uber, nicht uber, nicht via, abseits', DE_PLACES),
    ...DE_PLACES.split(', ').flatMap((place) => [
      `${place} vorbei`,
      `${place} umgehen`,
      `${place} weglassen`,
    ]),
    ...each('sans, hors, hors de, en dehors, en dehors de, sans passer par, pas par', FR_PLACES),
    ...each('contourner, eviter, zapper, se passer de, au lieu de, plutot que', FR_PLACES),
    ...each('sans passer, en dehors', 'du site, de la plateforme, de ce site, de cette plateforme'),
    ...KO_PLACES.split(', ').flatMap((place) => [
      ...KO_WAYS.split(', ').map((way) => `${place} ${way}`),
      `${place}을 거치지`,
      `${place}를 거치지`,
      `${place}을 통하지`,
      `${place}를 통하지`,
    ]),
  ],
};
