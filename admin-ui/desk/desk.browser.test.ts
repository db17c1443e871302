import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseDetail } from '../../api/cases/contract.ts';
import { CONSOLES, hasBrowser, launchBrowser, personOf, type TestBrowser } from '../testing/browser.ts';

/** The card of the case on screen. */
const CURRENT = '[data-queue] [data-case][aria-current="true"]';

function currentId(page: Page): Promise<string | null> {
  return page.locator(CURRENT).getAttribute('data-case');
}

/** Waits until the case on screen can be decided, and says which it is. */
async function readyCase(page: Page, except: string | null = null): Promise<string> {
  await page.waitForFunction(
    ([current, before]) => {
      const id = document.querySelector<HTMLElement>(current)?.dataset['case'];
      const ready = document.querySelector('button[aria-keyshortcuts="R"]:not([disabled])');
      return id !== undefined && id !== before && ready !== null;
    },
    [CURRENT, except ?? ''] as const,
  );
  const id = await currentId(page);
  if (id === null) throw new Error('No case is on screen.');
  return id;
}

async function caseOf(context: BrowserContext, id: string): Promise<CaseDetail> {
  const answer = await context.request.get(`/api/cases/${id}`);
  return (await answer.json()) as CaseDetail;
}

describe.skipIf(!hasBrowser).each(CONSOLES)('the first-message desk on $name', ({ url }) => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    expect(browser.foreign()).toEqual([]);
    await browser.close();
  });

  it('is worked by keyboard alone: one key releases, two reject, one takes it back', async () => {
    const context = await browser.open(personOf('moderator'), { url });
    const page = await context.newPage();
    await page.goto('/first-messages');
    await page.getByRole('heading', { name: 'Ready when you are' }).waitFor();

    await page.keyboard.press('s');
    const decided: { id: string; outcome: string }[] = [];
    let id = await readyCase(page);
    for (let i = 0; i < 10; i += 1) {
      const outcome = i % 2 === 0 ? 'release' : 'reject';
      await page.keyboard.press(outcome === 'release' ? 'r' : 'x');
      if (outcome === 'reject') await page.keyboard.press('1');
      decided.push({ id, outcome });
      id = await readyCase(page, id);
    }
    expect(new Set(decided.map((one) => one.id)).size).toBe(10);

    await page.keyboard.press('u');
    const last = decided.pop();
    await expect.poll(() => currentId(page), { timeout: 15_000 }).toBe(last?.id);

    for (const one of decided) {
      await expect
        .poll(async () => (await caseOf(context, one.id)).outcome, { timeout: 15_000 })
        .toBe(one.outcome);
    }
    await expect
      .poll(async () => (await caseOf(context, last?.id ?? '')).status, { timeout: 15_000 })
      .toBe('open');
    await page.keyboard.press('q');
    await context.close();
  });

  it('tells the second of two people in place who decided their case', async () => {
    const first = await browser.open(personOf('moderator'), { url });
    const second = await browser.open(personOf('lead'), { url });
    const one = await first.newPage();
    await one.goto('/first-messages');
    await one.getByRole('heading', { name: 'Ready when you are' }).waitFor();
    await one.keyboard.press('s');
    const id = await readyCase(one);

    const other = await second.newPage();
    await other.goto(`/first-messages/${id}`);
    await other
      .getByRole('heading', { name: personOf('moderator').name })
      .or(other.locator('button[aria-keyshortcuts="G"]'))
      .first()
      .waitFor();
    await other.keyboard.press('g');
    await other.locator('button[aria-keyshortcuts="R"]').waitFor();
    // whoever lost the case hears of it where they read
    await one
      .getByText(`${personOf('lead').name} has taken this case over.`)
      .first()
      .waitFor();
    await other.keyboard.press('r');
    await one
      .getByRole('region', { name: 'Decision' })
      .getByText(`Decided by ${personOf('lead').name}`)
      .waitFor();
    expect((await caseOf(first, id)).outcome).toBe('release');
    await first.close();
    await second.close();
  });
});
