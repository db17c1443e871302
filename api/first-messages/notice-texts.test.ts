import { describe, expect, it } from 'vitest';
import { REJECT_REASONS } from './contract.ts';
import { INITIAL_TEMPLATES, type RejectionText, rejectionText } from './notice-texts.ts';

const notice = (more: Partial<RejectionText>) =>
  rejectionText(INITIAL_TEMPLATES, { reason: 'spam', message: null, locale: 'en', removed: false, ...more });

describe('what the sender of a rejected message is told', () => {
  it.each([
    ['ko', /전달되지 않았습니다/],
    ['ko-KR', /전달되지 않았습니다/],
    ['de', /nicht zugestellt/],
    ['de-AT', /nicht zugestellt/],
    ['fr-CA', /n’a pas été transmis/],
    ['en-GB', /not delivered/],
    ['ja', /not delivered/],
    ['kok', /not delivered/],
    ['und', /not delivered/],
  ])('in %s', (locale, lead) => {
    expect(notice({ locale })).toMatch(lead);
  });

  it('differs by reason and language, and always says what happened first', () => {
    const texts = REJECT_REASONS.flatMap((reason) =>
      ['ko', 'en', 'de', 'fr'].map((locale) => notice({ reason, locale })),
    );
    expect(new Set(texts).size).toBe(texts.length);
    expect(notice({ reason: 'fraud' }).split('\n\n')).toHaveLength(2);
    expect(notice({ reason: 'other' })).toBe('Your message was not delivered.');
  });

  it('has the moderator’s own words in place of the standing sentence', () => {
    const message = 'Please send the files here.';
    expect(notice({ message })).toBe(`Your message was not delivered.\n\n${message}`);
    expect(notice({ message: '  ' })).toBe(notice({}));
  });

  it('says "removed" of what had been delivered', () => {
    expect(notice({ removed: true })).toMatch(/^Your message was removed\./);
    for (const locale of ['ko', 'de', 'fr'])
      expect(notice({ locale, removed: true })).not.toBe(notice({ locale }));
  });
});
