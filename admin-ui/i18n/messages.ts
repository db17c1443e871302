import type { en } from './en.ts';

/** The shape of English, with any text: a language that lacks one, or has one too many, does not compile. */
export type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> };

export type Messages = Texts<Omit<typeof en, 'ra'>> & { ra: unknown };
