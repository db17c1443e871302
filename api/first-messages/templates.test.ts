import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testDatabases } from '../testing/databases.ts';
import { marketplaceOf } from '../testing/held.ts';
import { type RunningApp, runningApp } from '../testing/running-app.ts';
import { INITIAL_TEMPLATES } from './notice-texts.ts';
import type { FirstMessageTemplates } from './templates-contract.ts';

const PATH = '/api/settings/first-message-templates';

describe.each(testDatabases())('texts to senders on $name', ({ open }) => {
  let app: RunningApp;
  let market: ReturnType<typeof marketplaceOf>;

  beforeEach(async () => {
    app = await runningApp(open);
    market = marketplaceOf(app);
    await market.twoMembers();
  });
  afterEach(() => app.close());

  const preview = (caseId: string, body: object, who: 'moderator' | 'claims_officer' = 'moderator') =>
    app.as(who, 'POST', `/api/cases/${caseId}/notice-preview`, body);
  const storedNotice = async (caseId: string) => {
    const [row] = await app.database.select<{ member_id: string; locale: string; text: string }>(
      'select member_id, locale, text from notices where case_id = ?',
      [caseId],
    );
    return row;
  };
  const change = (value: FirstMessageTemplates, version = 0, who: 'lead' | 'moderator' = 'lead') =>
    app.as(who, 'PUT', PATH, { version, value });

  it('shows exactly what will be stored, in the language of the sender', async () => {
    await market.member('minji', { nickname: '민지', locale: 'ko-KR' });
    const held = await market.message('010-1234-5678로 연락 주세요', { senderId: 'minji' });
    const reject = { reasonCode: 'off_platform_contact' };
    const shown = await preview(held.caseId, reject);
    expect(shown.body).toEqual({
      to: { id: 'minji', nickname: '민지' },
      locale: 'ko-KR',
      text: `${INITIAL_TEMPLATES.lead.ko}\n\n${INITIAL_TEMPLATES.reasons.off_platform_contact.ko}`,
    });
    await market.decide(held.caseId, { outcome: 'reject', ...reject });
    expect(await storedNotice(held.caseId)).toEqual({
      member_id: 'minji',
      locale: 'ko-KR',
      text: shown.body.text,
    });
  });

  it('composes with what the moderator writes, and with the texts that hold at that moment', async () => {
    const held = await market.message('Pay me by PayPal');
    const value = structuredClone(INITIAL_TEMPLATES);
    value.lead.en = 'We did not pass your message on.';
    value.reasons.spam.en = 'It reads like an advertisement.';
    expect((await preview(held.caseId, { reasonCode: 'spam' })).body.text).toContain('was not delivered');
    expect((await change(value)).status).toBe(200);
    expect((await preview(held.caseId, { reasonCode: 'spam' })).body.text).toBe(
      'We did not pass your message on.\n\nIt reads like an advertisement.',
    );
    const own = { reasonCode: 'spam', message: 'Please write to one person at a time.' };
    const shown = await preview(held.caseId, own);
    expect(shown.body.text).toBe('We did not pass your message on.\n\nPlease write to one person at a time.');
    await market.decide(held.caseId, { outcome: 'reject', ...own });
    expect((await storedNotice(held.caseId))?.text).toBe(shown.body.text);
  });

  it('says of a message that had been delivered that it was removed', async () => {
    const held = await market.message('Hello');
    await market.decide(held.caseId, { outcome: 'release' });
    app.clock.advance(60_000);
    const shown = await preview(held.caseId, { reasonCode: 'fraud' });
    expect(shown.body.text).toMatch(/^Your message was removed\.\n\nIt shows signs/);
    const { version } = (await app.as('lead', 'GET', `/api/cases/${held.caseId}`)).body;
    const lead = await app.person(['lead']);
    const reversed = await app.as(lead, 'POST', `/api/cases/${held.caseId}/reversal`, {
      version,
      outcome: 'reject',
      reasonCode: 'fraud',
      note: 'The project does not exist.',
    });
    expect(reversed.status).toBe(200);
    expect((await storedNotice(held.caseId))?.text).toBe(shown.body.text);
  });

  it('refuses as the decision would: no text for another reason, an unknown reason, nobody to tell', async () => {
    const held = await market.message('Hello');
    expect((await preview(held.caseId, { reasonCode: 'other' })).body.code).toBe('text_needed');
    expect((await preview(held.caseId, { reasonCode: 'other', message: 'Because.' })).status).toBe(200);
    const unknown = await preview(held.caseId, { reasonCode: 'rude' });
    expect([unknown.status, unknown.body.detail]).toEqual([
      400,
      '/body/reasonCode: must be one of off_platform_contact, off_platform_payment, spam, abuse, fraud, other',
    ]);
    expect((await preview(held.caseId, { outcome: 'release' })).body.code).toBe('no_notice');
    expect((await preview(held.caseId, { reasonCode: 'spam' }, 'claims_officer')).status).toBe(403);
    expect((await preview(`case_${'0'.repeat(36)}`, { reasonCode: 'spam' })).status).toBe(404);
  });

  it('is changed by leads, one version after another, and never to nothing', async () => {
    const value = structuredClone(INITIAL_TEMPLATES);
    expect((await app.as('lead', 'GET', PATH)).body).toMatchObject({ version: 0, value });
    expect((await change(value, 0, 'moderator')).status).toBe(403);
    const silent = structuredClone(value);
    silent.reasons.fraud.de = '';
    const refused = await change(silent);
    expect([refused.status, refused.body.detail]).toEqual([
      400,
      '/body/value/reasons/fraud/de: must not be empty',
    ]);
    value.reasons.other.fr = 'Merci de lire nos règles.';
    expect((await change(value)).body).toMatchObject({ version: 1, value });
    expect((await change(value)).body).toMatchObject({ code: 'stale_version', version: 1 });
    const [event] = await app.database.select<{ type: string }>(
      "select type from audit_events where stream = 'setting:first-messages.templates'",
      [],
    );
    expect(event?.type).toBe('setting.changed');
  });
});
