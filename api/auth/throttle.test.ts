import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TooManyRequestsError } from '../core/errors.ts';
import { type Database, openDatabase } from '../db/database.ts';
import { type ManualClock, manualClock } from '../testing/clock.ts';
import { testDatabases } from '../testing/databases.ts';
import { purgeAuth } from './purge.ts';
import { anAccount, authProcess, countingPasswords, localBus, PASSWORD, signingIn } from './test-harness.ts';

const MINUTE = 60_000;

/** How a number of tries ended: by the code of the error, or `in`. */
async function outcomes(tries: Promise<unknown>[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const result of await Promise.allSettled(tries)) {
    const outcome =
      result.status === 'fulfilled'
        ? 'in'
        : ((result.reason as { code?: string }).code ?? String(result.reason));
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  return counts;
}

describe.each(testDatabases())('guessing passwords on $name', ({ name, open }) => {
  let database: Database & { url: string };
  let clock: ManualClock;
  let passwords: ReturnType<typeof countingPasswords>;
  const restarted = () => authProcess(database, clock, localBus(), passwords);

  beforeEach(async () => {
    database = await open();
    clock = manualClock();
    passwords = countingPasswords();
    await anAccount(database, restarted(), 'anna@gatehouse.test');
  });
  afterEach(() => database.close());

  const wrong = (ip = '192.0.2.1', email = 'anna@gatehouse.test', auth = restarted()) =>
    signingIn(auth, email, 'not the right one', ip);

  it('lets exactly five of fifty wrong passwords at once be compared', async () => {
    const auth = restarted();
    const tries = Array.from({ length: 50 }, () => wrong('192.0.2.1', 'anna@gatehouse.test', auth));
    expect(await outcomes(tries)).toEqual({ wrong_credentials: 5, too_many_requests: 45 });
    expect(passwords.asked).toBe(5);
  });

  // an embedded database has one process
  if (name !== 'sqlite') {
    it('does so across processes', async () => {
      const other = openDatabase({ databaseUrl: database.url, databasePoolSize: 8 });
      try {
        const processes = [restarted(), authProcess(other, clock, localBus(), passwords)];
        const tries = Array.from({ length: 50 }, (_, i) =>
          wrong('192.0.2.1', 'anna@gatehouse.test', processes[i % 2]),
        );
        expect(await outcomes(tries)).toEqual({ wrong_credentials: 5, too_many_requests: 45 });
        expect(passwords.asked).toBe(5);
      } finally {
        await other.close();
      }
    });
  }

  it('remembers across a restart, refuses the right password too, and says for how long', async () => {
    for (let i = 0; i < 5; i++) await expect(wrong()).rejects.toMatchObject({ code: 'wrong_credentials' });
    clock.advance(5 * MINUTE);
    const error: unknown = await signingIn(restarted(), 'anna@gatehouse.test').catch((e: unknown) => e);
    expect(error).toBeInstanceOf(TooManyRequestsError);
    expect((error as TooManyRequestsError).extra.retryAfterSeconds).toBe(600);
    clock.advance(10 * MINUTE - 1);
    await expect(signingIn(restarted(), 'anna@gatehouse.test')).rejects.toMatchObject({ status: 429 });
    clock.advance(1);
    await expect(signingIn(restarted(), 'anna@gatehouse.test')).resolves.toBeDefined();
  });

  it('counts an unknown e-mail as it counts a known one, whatever its spelling', async () => {
    const unknown = () => wrong('192.0.2.1', 'nobody@gatehouse.test');
    for (let i = 0; i < 5; i++) await expect(unknown()).rejects.toMatchObject({ code: 'wrong_credentials' });
    await expect(wrong('192.0.2.1', ' Nobody@Gatehouse.test')).rejects.toMatchObject({ status: 429 });
    expect(passwords.asked).toBe(5);
  });

  it('forgets the failures of a person who then got it right', async () => {
    for (let round = 0; round < 4; round++) {
      for (let i = 0; i < 4; i++) await expect(wrong()).rejects.toMatchObject({ code: 'wrong_credentials' });
      await signingIn(restarted(), 'anna@gatehouse.test');
    }
  });

  it('stops one guesser who goes through many accounts from one address, and no one else', async () => {
    const tries = Array.from({ length: 60 }, (_, i) =>
      wrong(`2001:db8:1:2::${i + 1}`, `p${i}@gatehouse.test`),
    );
    expect(await outcomes(tries)).toEqual({ wrong_credentials: 50, too_many_requests: 10 });
    await expect(
      signingIn(restarted(), 'anna@gatehouse.test', PASSWORD, '2001:db8:1:3::1'),
    ).resolves.toBeDefined();
  });

  it('closes an account that is guessed at from everywhere to unknown addresses, not to its owner', async () => {
    await signingIn(restarted(), 'anna@gatehouse.test', PASSWORD, '192.0.2.1');
    const tries = Array.from({ length: 40 }, (_, i) => wrong(`198.51.100.${i}`));
    expect(await outcomes(tries)).toEqual({ wrong_credentials: 20, too_many_requests: 20 });
    await expect(
      signingIn(restarted(), 'anna@gatehouse.test', PASSWORD, '203.0.113.9'),
    ).rejects.toMatchObject({
      status: 429,
    });
    await expect(signingIn(restarted(), 'anna@gatehouse.test', PASSWORD, '192.0.2.1')).resolves.toBeDefined();
  });

  it('counts nothing for a try that was refused, so that refusals do not lengthen it', async () => {
    for (let i = 0; i < 200; i++) await wrong().catch(() => {});
    const rows = await database.select<{ used: number }>('SELECT used FROM sign_in_limits ORDER BY used', []);
    expect(rows.map((row) => row.used)).toEqual([5, 5, 5]);
  });

  it('keeps neither e-mail nor address in clear', async () => {
    await wrong('192.0.2.77').catch(() => {});
    await signingIn(restarted(), 'anna@gatehouse.test', PASSWORD, '192.0.2.77');
    const kept = [
      ...(await database.select('SELECT * FROM sign_in_limits', [])),
      ...(await database.select('SELECT * FROM staff_known_addresses', [])),
    ];
    expect(kept.length).toBeGreaterThan(1);
    expect(JSON.stringify(kept)).not.toMatch(/192\.0\.2|gatehouse\.test/);
  });

  it('limits how often a signed-in person may try their own password', async () => {
    const auth = restarted();
    const { token } = await signingIn(auth, 'anna@gatehouse.test');
    const actor = await auth.staffFromConnection({ ip: '', userAgent: '', cookie: () => token });
    if (actor === null) throw new Error('not signed in');
    passwords.asked = 0;
    const tries = Array.from({ length: 20 }, () => auth.signIn.confirm(actor, 'not the right one'));
    expect(await outcomes(tries)).toEqual({ wrong_password: 5, too_many_requests: 15 });
    expect(passwords.asked).toBe(5);
    await expect(restarted().signIn.confirm(actor, PASSWORD)).rejects.toMatchObject({ status: 429 });
    clock.advance(15 * MINUTE);
    await expect(restarted().signIn.confirm(actor, PASSWORD)).resolves.toBeDefined();
  });

  it('is purged of windows that ended and addresses long unseen', async () => {
    await signingIn(restarted(), 'anna@gatehouse.test');
    for (let i = 0; i < 2; i++) await wrong().catch(() => {});
    clock.advance(20 * MINUTE);
    expect(await purgeAuth(database.knex, clock.now())).toEqual({ sessions: 0, limits: 1, addresses: 0 });
    clock.advance(60 * MINUTE);
    expect(await purgeAuth(database.knex, clock.now())).toEqual({ sessions: 1, limits: 2, addresses: 0 });
    clock.advance(90 * 24 * 60 * MINUTE);
    expect(await purgeAuth(database.knex, clock.now())).toEqual({ sessions: 0, limits: 0, addresses: 1 });
  });
});
