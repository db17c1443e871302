import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser, launchBrowser, personOf, type TestBrowser } from '../testing/browser.ts';

describe.skipIf(!hasBrowser)('what a role sees', () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    expect(browser.foreign()).toEqual([]);
    await browser.close();
  });

  it.each([
    {
      role: 'moderator',
      menu: ['Home', 'First messages', 'All cases'],
      refused: [
        { page: '/settings', api: '/api/settings/first-messages' },
        { page: '/settings/staff', api: '/api/staff' },
        { page: '/audit', api: '/api/audit/events' },
      ],
    },
    {
      role: 'claims_officer',
      menu: ['Home'],
      refused: [
        { page: '/first-messages', api: '/api/cases?queue=first-messages' },
        { page: '/cases', api: '/api/cases?queue=first-messages&status=decided' },
        { page: '/settings', api: '/api/settings/first-messages' },
        { page: '/audit', api: '/api/audit/events' },
      ],
    },
  ])(
    '$role: only their own menu, and no for everything else by its address',
    async ({ role, menu, refused }) => {
      const context = await browser.open(personOf(role));
      const page = await context.newPage();
      await page.goto('/');
      const links = page.getByRole('navigation').getByRole('link');
      await links.first().waitFor();
      await page.getByRole('heading', { level: 1 }).waitFor();
      const names = await links.locator('.MuiListItemText-primary').allInnerTexts();
      expect(names).toEqual(menu);
      for (const one of refused) {
        await page.goto(one.page);
        await page.getByRole('heading', { name: 'Your role does not allow this page' }).waitFor();
        expect((await context.request.get(one.api)).status(), one.api).toBe(403);
      }
      await context.close();
    },
  );
});
