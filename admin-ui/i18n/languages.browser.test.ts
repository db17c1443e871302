import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser, launchBrowser, personOf, type TestBrowser } from '../testing/browser.ts';
import { LANGUAGES } from './languages.ts';

/** `home.queues`, `settings.first-messages.title`: what stands there when a text is missing. */
const RAW_KEY =
  /\b(app|signIn|nav|commands|queues|roles|home|theme|language|connection|failure|problems|export|cases|settings|audit|profile|desk|firstMessages|ra)\.[a-z][\w-]*(\.[\w-]+)*\b/g;

function rawKeysIn(text: string): string[] {
  return text.match(RAW_KEY) ?? [];
}

const PAGES = [
  { path: '/', role: 'moderator' },
  { path: '/first-messages', role: 'moderator' },
  { path: '/profile', role: 'moderator' },
  { path: '/cases', role: 'lead' },
  { path: '/settings/first-messages', role: 'lead' },
  { path: '/settings/templates', role: 'lead' },
  { path: '/settings/calendar', role: 'lead' },
  { path: '/settings/staff', role: 'admin' },
  { path: '/settings/api-keys', role: 'admin' },
  { path: '/settings/webhooks', role: 'admin' },
  { path: '/audit', role: 'auditor' },
];

describe.skipIf(!hasBrowser)('the languages of the console', () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    expect(browser.foreign()).toEqual([]);
    await browser.close();
  });

  it('are switched in the menu of the person, and stay', async () => {
    const context = await browser.open(personOf('moderator'));
    const page = await context.newPage();
    await page.goto('/');
    await page.getByRole('heading', { name: 'What needs you now' }).waitFor();
    for (const [code, name] of Object.entries(LANGUAGES)) {
      await page.locator('aside button[aria-haspopup="menu"]').click();
      await page.getByRole('menuitem', { name }).click();
      await page.locator(`html[lang="${code}"]`).waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('menu').waitFor({ state: 'detached' });
      await page.reload();
      await page.locator(`html[lang="${code}"]`).waitFor();
      await page.locator('main h1').first().waitFor();
    }
    await context.close();
  });

  it.each(Object.keys(LANGUAGES))('%s: no text is missing on any page', async (language) => {
    const found: string[] = [];
    for (const role of [...new Set(PAGES.map((one) => one.role))]) {
      const context = await browser.open(personOf(role), { locale: language });
      const page = await context.newPage();
      await page.goto('/');
      await page.locator('main').getByRole('heading').first().waitFor();
      for (const { path } of PAGES.filter((one) => one.role === role)) {
        // without loading the console again
        await page.evaluate((to) => {
          history.pushState({}, '', to);
          dispatchEvent(new PopStateEvent('popstate'));
        }, path);
        await page.locator('main').getByRole('heading').first().waitFor();
        await page.locator('.MuiSkeleton-root').first().waitFor({ state: 'detached' });
        const text = await page.locator('body').innerText();
        const labels = await page
          .locator('[aria-label],[placeholder],[title]')
          .evaluateAll((elements) =>
            elements.map((one) =>
              ['aria-label', 'placeholder', 'title'].map((name) => one.getAttribute(name)).join('\n'),
            ),
          );
        expect(new URL(page.url()).pathname).toBe(path);
        found.push(...rawKeysIn([text, ...labels].join('\n')).map((key) => `${path}: ${key}`));
      }
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      await context.close();
    }
    expect(found).toEqual([]);
  });
});
