import { afterEach, describe, expect, it } from 'vitest';
import { testDatabases } from '../testing/databases.ts';
import { type RunningApp, runningApp } from '../testing/running-app.ts';

const GUESSERS = ['192.0.2.1', '192.0.2.2', '192.0.2.3', '192.0.2.4', '192.0.2.5', '192.0.2.6'];

describe('where a request comes from', () => {
  let app: RunningApp;
  afterEach(() => app.close());

  /** One wrong password from each of six addresses, as the proxy on this machine tells them. */
  async function guesses(env: Record<string, string>): Promise<number[]> {
    app = await runningApp(testDatabases()[0]!.open, { env });
    const statuses: number[] = [];
    for (const address of GUESSERS) {
      const headers = { 'content-type': 'application/json', 'x-forwarded-for': address };
      const body = JSON.stringify({ email: app.people.moderator.email, password: 'not this one, surely' });
      statuses.push((await app.send('POST', '/api/session', headers, body)).status);
    }
    return statuses;
  }

  it('is what a trusted proxy says', async () => {
    expect(await guesses({})).toEqual([401, 401, 401, 401, 401, 401]);
  });

  it('is the caller itself where no proxy is trusted there', async () => {
    expect(await guesses({ TRUSTED_PROXIES: '10.0.0.0/8' })).toEqual([401, 401, 401, 401, 401, 429]);
  });
});
