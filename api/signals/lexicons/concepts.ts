import { type Concepts, merge } from '../words.ts';
import { AROUND } from './around.ts';
import { CONTACT_DE } from './contact.de.ts';
import { CONTACT_EN } from './contact.en.ts';
import { CONTACT_FR } from './contact.fr.ts';
import { CONTACT_KO } from './contact.ko.ts';
import { INSULTS_DE } from './insults.de.ts';
import { INSULTS_EN } from './insults.en.ts';
import { INSULTS_FR } from './insults.fr.ts';
import { INSULTS_KO } from './insults.ko.ts';
import { PAYMENT_DE } from './payment.de.ts';
import { PAYMENT_EN } from './payment.en.ts';
import { PAYMENT_FR } from './payment.fr.ts';
import { PAYMENT_KO } from './payment.ko.ts';
import { PAYMENT_NAMES } from './payment.names.ts';
import { SPAM_DE } from './spam.de.ts';
import { SPAM_EN } from './spam.en.ts';
import { SPAM_FR } from './spam.fr.ts';
import { SPAM_KO } from './spam.ko.ts';

export const CONCEPTS: Concepts = merge(
  AROUND,
  CONTACT_KO,
  CONTACT_EN,
  CONTACT_DE,
  CONTACT_FR,
  PAYMENT_NAMES,
  PAYMENT_KO,
  PAYMENT_EN,
  PAYMENT_DE,
  PAYMENT_FR,
  SPAM_KO,
  SPAM_EN,
  SPAM_DE,
  SPAM_FR,
  INSULTS_KO,
  INSULTS_EN,
  INSULTS_DE,
  INSULTS_FR,
);
