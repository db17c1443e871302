import { familyOf } from '../contract.ts';
import { scan } from '../scan.ts';
import { evasions, type Sample } from './evasions.ts';
import { neutralTexts } from './neutral.ts';
import { DEV } from './wordings-dev.ts';
import { HELD_OUT } from './wordings-held-out.ts';

export interface Figure {
  name: string;
  hits: number;
  of: number;
}

export const PARTS = { dev: () => evasions(DEV, false, 11), heldOut: () => evasions(HELD_OUT, true, 23) };

/** Recall of a part by language and family: a leak counts as found when a contact or payment signal stands in the text. */
export function recall(samples: readonly Sample[], groupBy: (sample: Sample) => string): Figure[] {
  const figures = new Map<string, Figure>();
  for (const sample of samples) {
    const name = groupBy(sample);
    const figure = figures.get(name) ?? { name, hits: 0, of: 0 };
    figure.of++;
    if (caught(sample.text)) figure.hits++;
    figures.set(name, figure);
  }
  return [...figures.values()];
}

export function caught(text: string): boolean {
  return scan(text).some((signal) => ['contact', 'payment'].includes(familyOf(signal.kind)));
}

/** Neutral trade talk that carries any signal, by language. */
export function falseAlarms(
  language: 'ko' | 'en' | 'de' | 'fr',
  seed: number,
): { figure: Figure; texts: string[] } {
  const texts = neutralTexts(language, 400, seed);
  const marked = texts.filter((text) => scan(text).length > 0);
  return { figure: { name: language, hits: marked.length, of: texts.length }, texts: marked };
}
