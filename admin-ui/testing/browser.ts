import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core';
import { inject } from 'vitest';
import type { BrowserRun, TestConsole, TestPerson } from '../../scripts/browser/testing/provided.ts';

const run: BrowserRun | null = inject('browser');

/** Whether a Chromium is here: browser tests are skipped where there is none. */
export const hasBrowser = run !== null;

/** The consoles to look at: SQLite first, then PostgreSQL where it answers. */
export const CONSOLES: readonly TestConsole[] = run?.consoles ?? [{ name: 'sqlite', url: '' }];

/** The first console, for what does not depend on the database. */
export const URL_OF_CONSOLE = CONSOLES[0]?.url ?? '';

export function personOf(role: string, nth = 0): TestPerson {
  const person = run?.staff.filter((one) => one.role === role)[nth];
  if (person === undefined) throw new Error(`Nobody has the role ${role}.`);
  return person;
}

export interface TestBrowser {
  /** A new profile, signed in as `person` where there is one, in English unless told. */
  open(
    person?: TestPerson | null,
    options?: BrowserContextOptions & { url?: string },
  ): Promise<BrowserContext>;
  /** The requests of all profiles that did not go to the console. */
  foreign(): readonly string[];
  close(): Promise<void>;
}

/** A Chromium of this file's own. It keeps who is signed in, as sign-ins are slow on purpose. */
export async function launchBrowser(): Promise<TestBrowser> {
  const browser: Browser = await chromium.launch({
    executablePath: run?.chromium ?? '',
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });
  const foreign: string[] = [];
  const sessions = new Map<string, Awaited<ReturnType<BrowserContext['storageState']>>>();
  return {
    async open(person = null, { url = URL_OF_CONSOLE, ...options } = {}) {
      const key = `${url} ${person?.email ?? ''}`;
      const state = sessions.get(key);
      const context = await browser.newContext({
        baseURL: url,
        viewport: { width: 1440, height: 900 },
        locale: 'en',
        reducedMotion: 'reduce',
        ...(state === undefined ? {} : { storageState: state }),
        ...options,
      });
      context.setDefaultTimeout(15_000);
      context.on('request', (request) => {
        const { protocol, origin } = new URL(request.url());
        if (protocol.startsWith('http') && origin !== url) foreign.push(request.url());
      });
      if (person !== null && state === undefined) {
        const { email, password } = person;
        const answer = await context.request.post('/api/session', { data: { email, password } });
        if (!answer.ok()) throw new Error(`${email} could not sign in: ${answer.status()}`);
        sessions.set(key, await context.storageState());
      }
      return context;
    },
    foreign: () => foreign,
    close: () => browser.close(),
  };
}

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds on this page (WCAG 2.2, A and AA), one line for each element. */
export async function violationsOf(page: Awaited<ReturnType<BrowserContext['newPage']>>): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      (node) => `${id}: ${node.target.join(' ')} ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`,
    ),
  );
}
