import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StaffActor } from '../core/actor.ts';
import { PERMISSIONS, type Permission, permissionsOf, type Role } from '../core/permissions.ts';
import type { Database } from '../db/database.ts';
import { type ManualClock, manualClock } from '../testing/clock.ts';
import { testDatabases } from '../testing/databases.ts';
import { actorOf } from './account.ts';
import type { Auth } from './auth.ts';
import { staffDirectory } from './directory.ts';
import type { ChangeAccount } from './staff.ts';
import {
  anAccount,
  authProcess,
  eventsOf,
  localBus,
  OTHER_PASSWORD,
  operator,
  PASSWORD,
  signingIn,
} from './test-harness.ts';

const HOUR = 3_600_000;

describe.each(testDatabases())('staff accounts on $name', ({ open }) => {
  let database: Database;
  let clock: ManualClock;
  let bus: ReturnType<typeof localBus>;
  let auth: Auth;

  beforeEach(async () => {
    database = await open();
    clock = manualClock();
    bus = localBus();
    auth = authProcess(database, clock, bus);
  });
  afterEach(() => database.close());

  const account = (name: string, roles: Role[] = ['moderator']) =>
    anAccount(database, auth, `${name}@gatehouse.test`, roles);
  const change = (
    command: ChangeAccount,
    actor: Parameters<ReturnType<Auth['staff']>['change']>[1] = operator,
  ) => database.transaction((trx) => auth.staff(trx).change(command, actor));
  const actor = async (id: string): Promise<StaffActor> => {
    const found = await staffDirectory(database.knex).byId(id);
    if (found === undefined) throw new Error('no such account');
    return actorOf(found);
  };

  describe('making one', () => {
    it('makes up a password where none is given: it signs in, and expires', async () => {
      const made = await database.transaction((trx) =>
        auth.staff(trx).create({ email: ' Anna@Gatehouse.TEST ', name: 'Anna', roles: ['lead'] }, operator),
      );
      expect(made.account).toMatchObject({ email: 'anna@gatehouse.test', roles: ['lead'], version: 1 });
      const password = made.password as string;
      await expect(signingIn(auth, 'anna@gatehouse.test', password)).resolves.toBeDefined();
      clock.advance(72 * HOUR);
      await expect(signingIn(auth, 'anna@gatehouse.test', password)).rejects.toMatchObject({
        code: 'password_expired',
      });
      await expect(signingIn(auth, 'anna@gatehouse.test', 'wrong')).rejects.toMatchObject({
        code: 'wrong_credentials',
      });
    });

    it('refuses an e-mail that is taken, in any case, and a weak password, and leaves nothing behind', async () => {
      await account('anna');
      const create = (email: string, password: string) =>
        database.transaction((trx) =>
          auth.staff(trx).create({ email, name: 'Anna Again', roles: ['lead'], password }, operator),
        );
      await expect(create('ANNA@gatehouse.test', PASSWORD)).rejects.toMatchObject({
        status: 409,
        code: 'email_taken',
      });
      await expect(create('other@gatehouse.test', 'passwordpassword')).rejects.toMatchObject({
        status: 422,
        code: 'weak_password',
        extra: { reason: 'repeated' },
      });
      await expect(create('no address', PASSWORD)).rejects.toMatchObject({ status: 400 });
      expect(await database.select('SELECT id FROM staff', [])).toHaveLength(1);
      expect(
        await database.select("SELECT 1 FROM audit_streams WHERE stream LIKE 'staff:%'", []),
      ).toHaveLength(1);
    });

    it('makes one account of twenty that ask for the same e-mail at once', async () => {
      const results = await Promise.allSettled(Array.from({ length: 20 }, () => account('anna')));
      expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    });
  });

  describe('changing one', () => {
    it('gives way to the first of two changes of the same version', async () => {
      const id = await account('anna');
      const results = await Promise.allSettled([
        change({ id, version: 1, name: 'Anna One' }),
        change({ id, version: 1, name: 'Anna Two' }),
      ]);
      const lost = results.filter((result) => result.status === 'rejected');
      const won = results.find((result) => result.status === 'fulfilled');
      expect(lost).toHaveLength(1);
      expect(lost[0]?.reason).toMatchObject({
        status: 409,
        code: 'stale_version',
        extra: { current: { version: 2, name: won?.value.name } },
      });
    });

    it('lets nobody change their own roles, disable themselves, or set their own password here', async () => {
      const id = await account('admin', ['admin']);
      await account('second', ['admin']);
      const self = await actor(id);
      const own = { status: 403, code: 'own_account' };
      await expect(change({ id, version: 1, roles: ['admin', 'lead'] }, self)).rejects.toMatchObject(own);
      await expect(change({ id, version: 1, status: 'disabled' }, self)).rejects.toMatchObject(own);
      await expect(
        database.transaction((trx) => auth.staff(trx).setPassword({ id, password: OTHER_PASSWORD }, self)),
      ).rejects.toMatchObject(own);
      await expect(change({ id, version: 1, name: 'Ada' }, self)).resolves.toMatchObject({
        name: 'Ada',
        version: 2,
      });
      // the same roles again are no change
      await expect(change({ id, version: 2, roles: ['admin'] }, self)).resolves.toMatchObject({ version: 2 });
    });

    it('refuses whoever may not manage accounts, whatever route they came by', async () => {
      const id = await account('anna');
      const lead = await actor(await account('lead', ['lead']));
      await expect(change({ id, version: 1, name: 'X' }, lead)).rejects.toMatchObject({ code: 'forbidden' });
    });

    it('keeps one administrator', async () => {
      const id = await account('admin', ['admin']);
      const disabled = await account('former', ['admin']);
      await change({ id: disabled, version: 1, status: 'disabled' });
      const last = { status: 422, code: 'last_admin' };
      await expect(change({ id, version: 1, status: 'disabled' })).rejects.toMatchObject(last);
      await expect(change({ id, version: 1, roles: ['lead'] })).rejects.toMatchObject(last);
      await expect(change({ id, version: 1, roles: ['lead', 'admin'] })).resolves.toMatchObject({
        version: 2,
      });
    });

    it('keeps one of two administrators who remove each other at once, 30 times', async () => {
      for (let round = 0; round < 30; round++) {
        await database.knex('staff').update({ status: 'disabled' });
        const [a, b] = [await account(`a${round}`, ['admin']), await account(`b${round}`, ['admin'])];
        const [actorA, actorB] = [await actor(a), await actor(b)];
        const removal = round % 2 === 0 ? { status: 'disabled' as const } : { roles: ['lead' as const] };
        const results = await Promise.allSettled([
          change({ id: a, version: 1, ...removal }, actorB),
          change({ id: b, version: 1, ...removal }, actorA),
        ]);
        expect(results.map((result) => result.status).toSorted()).toEqual(['fulfilled', 'rejected']);
        const loser = results.find((result) => result.status === 'rejected');
        expect(loser?.reason).toMatchObject({ code: 'last_admin' });
        const left = (
          await database.select<{ roles: string }>("SELECT roles FROM staff WHERE status = 'active'", [])
        ).filter(({ roles }) => roles.includes('admin'));
        expect(left).toHaveLength(1);
      }
    });
  });

  it('tells in the audit log what happened, and no password, e-mail or name of an account', async () => {
    const admin = await actor(await account('admin', ['admin']));
    const id = await account('anna');
    await signingIn(auth, 'anna@gatehouse.test', 'a wrong password').catch(() => {});
    await signingIn(auth, 'anna@gatehouse.test');
    await change({ id, version: 1, name: 'Anna Berg', roles: ['lead'] }, admin);
    await database.transaction((trx) => auth.staff(trx).setPassword({ id }, admin));
    await change({ id, version: 2, status: 'disabled' }, admin);
    await signingIn(auth, 'anna@gatehouse.test').catch(() => {});
    await change({ id, version: 3, status: 'active' }, admin);
    await signingIn(auth, 'nobody@gatehouse.test').catch(() => {});
    const events = await eventsOf(database, `staff:${id}`);
    expect(events.map(({ type, data }) => [type, JSON.parse(data) as unknown])).toEqual([
      ['staff.created', { roles: ['moderator'], madeUpPassword: false }],
      ['staff.sign_in_refused', { reason: 'wrong_password', blocked: [] }],
      ['staff.signed_in', {}],
      ['staff.changed', { fields: ['name', 'roles'], rolesBefore: ['moderator'], roles: ['lead'] }],
      ['staff.password_set', { madeUpPassword: true, sessionsEnded: 1 }],
      ['staff.disabled', { sessionsEnded: 0 }],
      ['staff.sign_in_refused', { reason: 'wrong_password', blocked: [] }],
      ['staff.enabled', {}],
    ]);
    expect(await eventsOf(database, 'access:unknown-account')).toHaveLength(1);
    const everything = await database.select<{ data: string }>('SELECT data FROM audit_events', []);
    expect(everything.map(({ data }) => data).join()).not.toMatch(
      /gatehouse\.test|Berg|herons|a wrong password/,
    );
  });

  describe('the directory', () => {
    it('knows who may do what: exactly the active people whose roles say so', async () => {
      const people = new Map<string, Role[]>();
      for (const roles of [
        ['moderator'],
        ['lead'],
        ['auditor'],
        ['admin'],
        ['support_agent', 'auditor'],
      ] as Role[][]) {
        people.set(await account(`p${people.size}`, roles), roles);
      }
      await change({ id: await account('gone', ['lead', 'moderator']), version: 1, status: 'disabled' });
      for (const permission of Object.keys(PERMISSIONS) as Permission[]) {
        const found = await staffDirectory(database.knex).activeWithPermission(permission);
        const expected = [...people]
          .filter(([, roles]) => permissionsOf(roles).has(permission))
          .map(([id]) => id);
        expect(found.map(({ id }) => id)).toEqual(expected.toSorted());
      }
    });

    it('names people, active or not', async () => {
      const [a, b] = [await account('a'), await account('b')];
      await change({ id: b, version: 1, status: 'disabled' });
      const names = await staffDirectory(database.knex).namesOf([a, b, b, 'staff_unknown']);
      expect([...names]).toHaveLength(2);
      expect(names.get(b)).toBe('Person b');
      expect(await staffDirectory(database.knex).namesOf([])).toEqual(new Map());
    });
  });
});
