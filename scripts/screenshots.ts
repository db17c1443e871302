import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { DEMO_STAFF } from '../seeds/demo.ts';
import { launchChromium } from './browser/chromium.ts';
import { startConsole } from './browser/console.ts';

/**
 * `npm run screenshots`: every page, wide and narrow, light and dark, Korean and English, into var/screenshots.
 * Needs the built console (`npm run build`).
 */
const OUT = resolve('var/screenshots');
const SIZES = { wide: { width: 1440, height: 900 }, narrow: { width: 390, height: 844 } } as const;

interface Shot {
  name: string;
  path: string;
  role: (typeof DEMO_STAFF)[number]['role'];
  /** What to do once the page is there. */
  act?: (page: Page) => Promise<void>;
}

const SHOTS: readonly Shot[] = [
  { name: 'home', path: '/', role: 'moderator' },
  { name: 'desk', path: '/first-messages', role: 'moderator' },
  {
    name: 'desk-working',
    path: '/first-messages',
    role: 'moderator',
    act: (page) => page.keyboard.press('s'),
  },
  { name: 'cases', path: '/cases', role: 'lead' },
  { name: 'policy', path: '/settings/first-messages', role: 'lead' },
  { name: 'templates', path: '/settings/templates', role: 'lead' },
  { name: 'calendar', path: '/settings/calendar', role: 'lead' },
  { name: 'staff', path: '/settings/staff', role: 'admin' },
  { name: 'api-keys', path: '/settings/api-keys', role: 'admin' },
  { name: 'webhooks', path: '/settings/webhooks', role: 'admin' },
  { name: 'audit', path: '/audit', role: 'auditor' },
  { name: 'profile', path: '/profile', role: 'moderator' },
  { name: 'forbidden', path: '/settings', role: 'moderator' },
];

async function signedIn(
  browser: Browser,
  url: string,
  shot: Shot,
  look: 'light' | 'dark',
  language: string,
  size: keyof typeof SIZES,
) {
  const context = await browser.newContext({
    viewport: SIZES[size],
    colorScheme: look,
    locale: language,
    deviceScaleFactor: 1,
  });
  const person = DEMO_STAFF.find((one) => one.role === shot.role);
  if (person === undefined) throw new Error(`Nobody has the role ${shot.role}.`);
  await context.request.post(`${url}/api/session`, {
    data: { email: person.email, password: person.password },
  });
  return context;
}

const wanted = process.argv.slice(2);
const running = await startConsole();
const browser = await launchChromium();
await mkdir(OUT, { recursive: true });
try {
  const shots = SHOTS.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  for (const shot of shots) {
    for (const size of ['wide', 'narrow'] as const) {
      for (const look of ['light', 'dark'] as const) {
        for (const language of ['ko', 'en']) {
          const context = await signedIn(browser, running.url, shot, look, language, size);
          const page = await context.newPage();
          page.on('console', (message) => {
            if (message.type() === 'error') process.stderr.write(`${shot.name}: ${message.text()}\n`);
          });
          await page.goto(`${running.url}${shot.path}`);
          await page.locator('main').waitFor();
          await page.waitForTimeout(900);
          await shot.act?.(page);
          await page.waitForTimeout(shot.act === undefined ? 0 : 500);
          await page.screenshot({ path: `${OUT}/${shot.name}-${size}-${look}-${language}.png` });
          await context.close();
        }
      }
    }
    process.stdout.write(`${shot.name}\n`);
  }
} finally {
  await browser.close();
  await running.close();
}
