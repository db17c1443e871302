import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser, launchBrowser, personOf, type TestBrowser, violationsOf } from './testing/browser.ts';

const PAGES = [
  { name: 'sign-in', path: '/login', role: null },
  { name: 'home', path: '/', role: 'moderator' },
  { name: 'desk', path: '/first-messages', role: 'moderator' },
  {
    name: 'desk at work',
    path: '/first-messages',
    role: 'moderator',
    key: 's',
    ready: 'button[aria-keyshortcuts="R"]',
  },
  { name: 'commands', path: '/', role: 'moderator', key: 'Control+k', ready: '[role="option"]' },
  { name: 'shortcuts', path: '/', role: 'moderator', key: '?', ready: '[role="dialog"] kbd' },
  { name: 'profile', path: '/profile', role: 'moderator' },
  { name: 'not allowed', path: '/audit', role: 'moderator' },
  { name: 'cases', path: '/cases', role: 'lead', ready: 'tbody tr' },
  { name: 'policy', path: '/settings/first-messages', role: 'lead' },
  { name: 'templates', path: '/settings/templates', role: 'lead' },
  { name: 'calendar', path: '/settings/calendar', role: 'lead' },
  { name: 'staff', path: '/settings/staff', role: 'admin', ready: 'tbody tr' },
  { name: 'API keys', path: '/settings/api-keys', role: 'admin' },
  { name: 'webhooks', path: '/settings/webhooks', role: 'admin' },
  { name: 'audit', path: '/audit', role: 'auditor', ready: 'tbody tr' },
] as const;

describe.skipIf(!hasBrowser)('axe finds nothing, light or dark', () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    expect(browser.foreign()).toEqual([]);
    await browser.close();
  });

  it.each(PAGES)('$name', async (one) => {
    const context = await browser.open(one.role === null ? null : personOf(one.role), {
      colorScheme: 'light',
    });
    const page = await context.newPage();
    await page.goto(one.path);
    await page.getByRole('heading').first().waitFor();
    if ('key' in one) await page.keyboard.press(one.key);
    if ('ready' in one) await page.locator(one.ready).first().waitFor();
    await page.locator('.MuiSkeleton-root').first().waitFor({ state: 'detached' });
    expect(await violationsOf(page), 'light').toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.waitForFunction(
      () =>
        getComputedStyle(document.body).colorScheme === 'dark' &&
        document.getAnimations().every((one) => !(one instanceof CSSTransition)),
    );
    expect(await violationsOf(page), 'dark').toEqual([]);
    await context.close();
  });
});
