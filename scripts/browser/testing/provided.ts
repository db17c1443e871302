/** A console that runs for the tests, and who may sign in there. */
export interface TestConsole {
  /** The database behind it. */
  name: 'sqlite' | 'postgres';
  url: string;
}

export interface TestPerson {
  role: string;
  name: string;
  email: string;
  password: string;
}

/** What the browser tests get from their global setup. */
export interface BrowserRun {
  chromium: string;
  /** SQLite first, then PostgreSQL where it answers. */
  consoles: readonly TestConsole[];
  staff: readonly TestPerson[];
}

declare module 'vitest' {
  interface ProvidedContext {
    /** Null where there is no Chromium. */
    browser: BrowserRun | null;
  }
}
