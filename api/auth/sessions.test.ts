import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StaffActor } from '../core/actor.ts';
import type { Database } from '../db/database.ts';
import { type ManualClock, manualClock } from '../testing/clock.ts';
import { testDatabases } from '../testing/databases.ts';
import { type Auth } from './auth.ts';
import { purgeAuth } from './purge.ts';
import {
  anAccount,
  authProcess,
  browser,
  eventsOf,
  localBus,
  OTHER_PASSWORD,
  operator,
  PASSWORD,
  signingIn,
} from './test-harness.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe.each(testDatabases())('sessions on $name', ({ open }) => {
  let database: Database;
  let clock: ManualClock;
  let bus: ReturnType<typeof localBus>;
  let auth: Auth;
  let anna: string;

  beforeEach(async () => {
    database = await open();
    clock = manualClock();
    bus = localBus();
    auth = authProcess(database, clock, bus);
    anna = await anAccount(database, auth, 'anna@gatehouse.test');
  });
  afterEach(() => database.close());

  const signedIn = async () => (await signingIn(auth, 'anna@gatehouse.test')).token;
  const who = (token: string | undefined, process = auth) => process.staffFromConnection(browser(token));
  const change = (fields: object) =>
    database.transaction(async (trx) => {
      const [row] = await trx('staff').where({ id: anna }).select<{ version: number }[]>('version');
      return auth.staff(trx).change({ id: anna, version: row?.version ?? 0, ...fields }, operator);
    });

  it('tells who holds a token, with what they may do', async () => {
    const token = await signedIn();
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(await who(token)).toMatchObject({
      kind: 'staff',
      id: anna,
      name: 'Person anna',
      roles: ['moderator'],
    });
    expect((await who(token))?.permissions.has('first-messages.decide')).toBe(true);
    for (const stranger of [undefined, '', 'x', `${token}x`, token.toLowerCase(), 'A'.repeat(43)]) {
      expect(await who(stranger)).toBeNull();
    }
  });

  it('does not keep the token itself', async () => {
    const token = await signedIn();
    const rows = await database.select('SELECT * FROM staff_sessions', []);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('ends after an hour without a request', async () => {
    const token = await signedIn();
    clock.advance(HOUR - 1);
    expect(await who(token)).not.toBeNull();
    clock.advance(HOUR - 1);
    expect(await who(token)).not.toBeNull();
    clock.advance(HOUR);
    expect(await who(token)).toBeNull();
  });

  it('ends after twelve hours of work', async () => {
    const token = await signedIn();
    for (let minutes = 30; minutes < 12 * 60; minutes += 30) {
      clock.advance(30 * MINUTE);
      expect(await who(token)).not.toBeNull();
    }
    clock.advance(30 * MINUTE - 1);
    expect(await who(token)).not.toBeNull();
    clock.advance(1);
    expect(await who(token)).toBeNull(); // though it was in memory a millisecond ago
  });

  it('writes when it was last seen at most once a minute', async () => {
    const token = await signedIn();
    const start = clock.now();
    const seenAfter = async (ms: number) => {
      clock.advance(ms);
      await who(token);
      const [row] = await database.select<{ seen_at: number }>('SELECT seen_at FROM staff_sessions', []);
      return (row?.seen_at ?? 0) - start;
    };
    expect(await seenAfter(30_000)).toBe(0);
    expect(await seenAfter(29_000)).toBe(0);
    expect(await seenAfter(1_000)).toBe(60_000);
    expect(await seenAfter(59_000)).toBe(60_000);
    expect(await seenAfter(2_000)).toBe(121_000);
  });

  it('asks the database once a second, however many requests come', async () => {
    const token = await signedIn();
    let asked = 0;
    const counted: Database = {
      ...database,
      select: (sql, bindings) => {
        asked++;
        return database.select(sql, bindings);
      },
    };
    const process = authProcess(counted, clock, bus);
    for (let i = 0; i < 100; i++) await who(token, process);
    expect(asked).toBe(1);
    clock.advance(1_000);
    await who(token, process);
    expect(asked).toBe(2);
  });

  it('is over everywhere the moment the account is disabled', async () => {
    const others = [authProcess(database, clock, bus), authProcess(database, clock, bus)];
    const tokens = [await signedIn(), await signedIn()];
    for (const process of [auth, ...others]) {
      for (const token of tokens) expect(await who(token, process)).not.toBeNull();
    }
    await change({ status: 'disabled' });
    for (const process of [auth, ...others]) {
      for (const token of tokens) expect(await who(token, process)).toBeNull();
    }
    await expect(signedIn()).rejects.toMatchObject({ code: 'wrong_credentials' });
    await change({ status: 'active' });
    expect(await who(tokens[0])).toBeNull(); // what was ended stays ended
    await expect(signedIn()).resolves.toBeDefined();
  });

  it('is over within a second in a process that the announcement does not reach', async () => {
    const cutOff = authProcess(database, clock, localBus());
    const token = await signedIn();
    expect(await who(token, cutOff)).not.toBeNull();
    await change({ status: 'disabled' });
    clock.advance(1_000);
    expect(await who(token, cutOff)).toBeNull();
  });

  it('does not keep what it read before an announcement and got after it', async () => {
    const token = await signedIn();
    let held: (() => void) | undefined;
    const slow: Database = {
      ...database,
      select: async <Row>(sql: string, bindings: readonly unknown[]) => {
        const rows = await database.select<Row>(sql, bindings);
        await new Promise<void>((resolve) => (held = resolve));
        return rows;
      },
    };
    const process = authProcess(slow, clock, bus);
    const early = who(token, process);
    await expect.poll(() => held).toBeDefined();
    await change({ status: 'disabled' });
    held?.();
    await early;
    const late = who(token, process);
    held = undefined;
    await expect.poll(() => held).toBeDefined();
    (held as (() => void) | undefined)?.();
    expect(await late).toBeNull();
  });

  it('does not announce what was rolled back', async () => {
    const token = await signedIn();
    await who(token);
    bus.seen.length = 0;
    const failing = database.transaction(async (trx) => {
      await auth.staff(trx).change({ id: anna, version: 1, status: 'disabled' }, operator);
      throw new Error('later in the same transaction');
    });
    await expect(failing).rejects.toThrow('later');
    expect(bus.seen).toEqual([]);
    clock.advance(1_000);
    expect(await who(token)).not.toBeNull();
  });

  it('has the new rights at once when roles change', async () => {
    const token = await signedIn();
    expect((await who(token))?.permissions.has('cases.takeover')).toBe(false);
    await change({ roles: ['lead'] });
    expect((await who(token))?.permissions.has('cases.takeover')).toBe(true);
    expect((await who(token))?.roles).toEqual(['lead']);
  });

  it('ends by signing out, alone or all others', async () => {
    const [first, second, third] = [await signedIn(), await signedIn(), await signedIn()];
    const session = await auth.sessionOf(browser(first));
    if (session === null) throw new Error('not signed in');
    await database.transaction((trx) => auth.sessions(trx).signOutOthers(session.id, session.actor));
    expect(await who(first)).not.toBeNull();
    expect(await who(second)).toBeNull();
    expect(await who(third)).toBeNull();
    await database.transaction((trx) => auth.sessions(trx).signOut(session.id, session.actor));
    expect(await who(first)).toBeNull();
    const types = (await eventsOf(database, `staff:${anna}`)).map(({ type }) => type);
    expect(types.slice(-2)).toEqual(['staff.signed_out_elsewhere', 'staff.signed_out']);
  });

  it('ends with a new password, but for the one it was changed in', async () => {
    const [mine, other] = [await signedIn(), await signedIn()];
    const session = await auth.sessionOf(browser(mine));
    if (session === null) throw new Error('not signed in');
    const command = { current: PASSWORD, next: OTHER_PASSWORD, sessionId: session.id };
    const actor: StaffActor = session.actor;
    await auth.ownPassword.change(command, actor);
    expect(await who(mine)).not.toBeNull();
    expect(await who(other)).toBeNull();
    await expect(signedIn()).rejects.toMatchObject({ code: 'wrong_credentials' });
    await expect(auth.ownPassword.change(command, actor)).rejects.toMatchObject({ code: 'wrong_password' });
  });

  it('never opens with a password that is being changed: one of both wins', async () => {
    for (let round = 0; round < 10; round++) {
      const id = await anAccount(database, auth, `race${round}@gatehouse.test`);
      const [entered] = await Promise.allSettled([
        signingIn(auth, `race${round}@gatehouse.test`, PASSWORD, `198.51.100.${round}`),
        database.transaction((trx) =>
          auth.staff(trx).setPassword({ id, password: OTHER_PASSWORD }, operator),
        ),
      ]);
      if (entered.status === 'fulfilled') expect(await who(entered.value.token)).toBeNull();
      else expect(entered.reason).toMatchObject({ code: 'wrong_credentials' });
    }
  });

  it('gives way to the new one when the same browser signs in again', async () => {
    const first = await signedIn();
    const previous = await auth.sessionOf(browser(first));
    const again = await auth.signIn.signIn({
      email: 'anna@gatehouse.test',
      password: PASSWORD,
      ip: '192.0.2.1',
      userAgent: `bad \ud800 agent \u0000${'x'.repeat(500)}`,
      previousSessionId: previous?.id,
    });
    expect(await who(first)).toBeNull();
    expect(await who(again.token)).not.toBeNull();
  });

  it('is purged when it is over, and only then', async () => {
    await signedIn();
    clock.advance(30 * MINUTE);
    const token = await signedIn();
    clock.advance(30 * MINUTE);
    expect((await purgeAuth(database.knex, clock.now())).sessions).toBe(1);
    expect(await who(token)).not.toBeNull();
  });
});
