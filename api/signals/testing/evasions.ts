import type { Language } from '../language.ts';
import {
  type Disguise,
  KOREAN_ONLY,
  NAMES,
  NUMBERS,
  SPELLED,
  UNSEEN_NAMES,
  UNSEEN_NUMBERS,
} from './disguises.ts';
import { Random } from './random.ts';

export interface Sample {
  text: string;
  language: Language;
  family: 'contact' | 'payment';
  /** What was hidden and how, for the report. */
  how: string;
}

/** Wordings of one part. `{phone}`, `{mail}`, `{name}`, `{id}`, `{link}`, `{bank}` are what is hidden. */
export interface Wordings {
  phone: Record<Language, readonly string[]>;
  mail: Record<Language, readonly string[]>;
  messenger: Record<Language, readonly string[]>;
  link: Record<Language, readonly string[]>;
  payment: Record<Language, readonly string[]>;
  names: Record<Language, readonly string[]>;
  mails: readonly string[];
  links: readonly string[];
  banks: readonly string[];
}

const LANGUAGES: readonly Language[] = ['ko', 'en', 'de', 'fr'];

/** Samples of one part, the same in every run. `unseen` uses the disguises kept for measuring too. */
export function evasions(wordings: Wordings, unseen: boolean, seed: number): Sample[] {
  const random = new Random(seed);
  const numbers = unseen ? { ...NUMBERS, ...UNSEEN_NUMBERS } : NUMBERS;
  const names = unseen ? { ...NAMES, ...UNSEEN_NAMES } : NAMES;
  const samples: Sample[] = [];
  for (const language of LANGUAGES) {
    const add = (family: Sample['family'], how: string, template: string, slots: Record<string, string>) => {
      const text = template.replaceAll(/\{(\w+)\}/g, (whole, slot: string) => slots[slot] ?? whole);
      samples.push({ text, language, family, how });
    };
    for (const template of wordings.phone[language]) {
      for (const [how, disguise] of Object.entries({ ...numbers, spelled: SPELLED[language] as Disguise })) {
        if (KOREAN_ONLY.has(how) && language !== 'ko') continue;
        add('contact', `phone ${how}`, template, { phone: disguise(phone(language, random), random) });
      }
    }
    for (const template of wordings.mail[language]) {
      for (const mail of wordings.mails) add('contact', 'mail', template, { mail });
    }
    for (const template of wordings.messenger[language]) {
      for (const [how, disguise] of Object.entries(names)) {
        const name = disguise(random.pick(wordings.names[language]), random);
        add('contact', `messenger ${how}`, template, {
          name,
          id: `${random.pick(['studio', 'mina', 'jonas', 'lea'])}${random.digits(3)}`,
        });
      }
    }
    for (const template of wordings.link[language]) {
      for (const link of wordings.links) add('contact', 'link', template, { link });
    }
    for (const template of wordings.payment[language]) {
      for (const bank of template.includes('{bank}') ? wordings.banks : [''])
        add('payment', 'payment', template, { bank });
    }
  }
  return samples;
}

function phone(language: Language, random: Random): string {
  const digit = () => random.pick([...'23456789']);
  if (language === 'ko') return `010-${digit()}${random.digits(3)}-${random.digits(4)}`;
  if (language === 'de')
    return `01${random.pick(['51', '60', '70', '76'])}-${digit()}${random.digits(3)}-${random.digits(4)}`;
  if (language === 'fr')
    return `06-${digit()}${random.digits(1)}-${random.digits(2)}-${random.digits(2)}-${random.digits(2)}`;
  return `${random.pick(['415', '212', '646', '312'])}-${digit()}${digit()}${digit()}-${random.digits(4)}`;
}
