import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser, launchBrowser, personOf, type TestBrowser } from '../testing/browser.ts';

describe.skipIf(!hasBrowser)('the way into the console', () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    expect(browser.foreign()).toEqual([]);
    await browser.close();
  });

  const signIn = async (page: Page, email: string, password: string) => {
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password').fill(password);
    await page.keyboard.press('Enter');
  };

  it('shows the form, tells of a wrong password, and leads to the start page with the right one', async () => {
    const { email, password } = personOf('moderator');
    const context = await browser.open();
    const page = await context.newPage();
    await page.goto('/cases');
    await page.getByRole('heading', { name: 'Sign in to Gatehouse' }).waitFor();

    await signIn(page, email, `${password}!`);
    await page.getByRole('alert').getByText('E-mail or password is wrong.').waitFor();
    expect(await page.getByLabel('E-mail').inputValue()).toBe(email);

    await page.goto('/');
    await signIn(page, email, password);
    await page.getByRole('heading', { name: 'What needs you now' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/');
    await context.close();
  });
});
