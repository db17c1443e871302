import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '../core/permissions.ts';
import { testDatabases } from '../testing/databases.ts';
import { type RunningApp, runningApp } from '../testing/running-app.ts';

const QUEUE = 'first-messages';
const definition = { filter: { status: 'all', q: '계좌' }, sort: 'newest', columns: ['id', 'dueAt'] };

describe.each(testDatabases())('saved views on $name', ({ open }) => {
  let app: RunningApp;
  beforeEach(async () => {
    app = await runningApp(open);
  });
  afterEach(() => app.close());

  const save = (who: Role, name: string, more: object = {}) =>
    app.as(who, 'POST', '/api/views', { name, queue: QUEUE, definition, ...more });
  const names = async (who: Role) =>
    ((await app.as(who, 'GET', '/api/views')).body.items as { name: string }[]).map((one) => one.name);

  it('are one’s own, until a lead shares one with everybody who works the queue', async () => {
    const saved = await save('moderator', '  Accounts ');
    expect(saved.status).toBe(201);
    expect(saved.body).toMatchObject({
      name: 'Accounts',
      resource: 'cases',
      queue: QUEUE,
      definition,
      shared: false,
      owner: { id: app.people.moderator.id },
      allowedActions: ['change', 'delete'],
    });
    const shared = await save('lead', 'Late ones', { shared: true });
    expect(shared.body.allowedActions).toEqual(['change', 'share', 'delete']);
    await save('lead', 'Only mine');
    expect(await names('moderator')).toEqual(['Accounts', 'Late ones']);
    expect(await names('lead')).toEqual(['Late ones', 'Only mine']);
    expect(await names('claims_officer')).toEqual([]);
    expect((await app.as('claims_officer', 'GET', `/api/views?queue=${QUEUE}`)).status).toBe(403);
    expect((await save('moderator', 'For all', { shared: true })).body.needs).toBe('views.share');
    expect((await save('claims_officer', 'None')).status).toBe(403);
  });

  it('are changed and deleted by their owner only; what others may not see is not there', async () => {
    const shared = (await save('lead', 'Late ones', { shared: true })).body.id as string;
    const own = (await save('lead', 'Only mine')).body.id as string;
    const as = (who: Role, method: string, id: string, body?: object) =>
      app.as(who, method, `/api/views/${id}`, body);
    expect((await as('moderator', 'PATCH', shared, { name: 'x' })).body.code).toBe('not_yours');
    expect((await as('moderator', 'DELETE', shared)).status).toBe(403);
    expect((await as('moderator', 'PATCH', own, { name: 'x' })).status).toBe(404);
    expect((await as('claims_officer', 'DELETE', shared)).status).toBe(404);
    const changed = await as('lead', 'PATCH', shared, { shared: false, definition: { sort: 'urgency' } });
    expect(changed.body).toMatchObject({ name: 'Late ones', shared: false, definition: { sort: 'urgency' } });
    expect(await names('moderator')).toEqual([]);
    expect((await as('lead', 'PATCH', own, { name: 'Late ones' })).body).toMatchObject({
      status: 409,
      code: 'name_taken',
    });
    expect((await as('lead', 'DELETE', own)).status).toBe(204);
    expect(await names('lead')).toEqual(['Late ones']);
  });

  it('are at most fifty a person, even of those saved at once, and of bounded size', async () => {
    const made = await Promise.all(Array.from({ length: 53 }, (_, i) => save('moderator', `View ${i}`)));
    expect(made.filter((one) => one.status === 201)).toHaveLength(50);
    expect(made.filter((one) => one.body.code === 'too_many_views')).toHaveLength(3);
    expect((await save('lead', 'Big', { definition: { filter: 'x'.repeat(9000) } })).status).toBe(400);
    expect((await save('lead', ' ')).status).toBe(400);
    const odd = { q: 'a\u0000b\ud800' };
    expect((await save('lead', 'Odd', { definition: odd })).body.definition).toEqual(odd);
  });
});
