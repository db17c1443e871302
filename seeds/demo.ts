import { type Container, createContainer } from '../api/container.ts';
import { systemActor } from '../api/core/actor.ts';
import type { Role } from '../api/core/permissions.ts';
import { type DemoMessage, demoMessages } from './first-messages.ts';
import { demoMembers, demoOrders, demoReviews, demoServices } from './members.ts';

const seeds = systemActor('seeds');

/** One sign-in per role. The passwords are public: this is for trying things out, never for a real installation. */
export const DEMO_STAFF: readonly {
  email: string;
  name: string;
  role: Role;
  locale: string;
  password: string;
}[] = [
  {
    email: 'moderator@gatehouse.example',
    name: '김서연',
    role: 'moderator',
    locale: 'ko',
    password: 'orchard-velvet-tugboat-38',
  },
  {
    email: 'moderator2@gatehouse.example',
    name: 'Jonas Weber',
    role: 'moderator',
    locale: 'de',
    password: 'lantern-mosaic-ferry-71',
  },
  {
    email: 'claims@gatehouse.example',
    name: '박지훈',
    role: 'claims_officer',
    locale: 'ko',
    password: 'pebble-ginger-atlas-24',
  },
  {
    email: 'accounts@gatehouse.example',
    name: 'Claire Martin',
    role: 'account_manager',
    locale: 'fr',
    password: 'cobalt-meadow-sextant-59',
  },
  {
    email: 'support@gatehouse.example',
    name: 'Emily Clarke',
    role: 'support_agent',
    locale: 'en',
    password: 'thimble-harvest-quartz-13',
  },
  {
    email: 'lead@gatehouse.example',
    name: '이도윤',
    role: 'lead',
    locale: 'ko',
    password: 'juniper-compass-walrus-87',
  },
  {
    email: 'auditor@gatehouse.example',
    name: 'Sofia Keller',
    role: 'auditor',
    locale: 'de',
    password: 'marble-otter-signpost-46',
  },
  {
    email: 'admin@gatehouse.example',
    name: 'Max Brenner',
    role: 'admin',
    locale: 'en',
    password: 'saffron-glacier-drum-62',
  },
];

/**
 * Sends messages through the gate as if it were the time at which they were sent, so that they have been waiting as
 * long as they seem. A second container over the same database has that clock; the first one stays in the present.
 */
async function takeIn(
  { config, database, logger }: Container,
  messages: readonly DemoMessage[],
): Promise<void> {
  let now = 0;
  const then = createContainer({
    config: { ...config, redisUrl: undefined },
    database,
    clock: { now: () => now },
    logger,
  });
  for (const message of messages) {
    now = Date.parse(message.sentAt) + 500;
    await then.intake.receive(message, seeds);
  }
  // the database is the caller's; all else of it is in this process and has not begun anything
  then.live.closeAll();
  then.auth.close();
  await then.jobQueue.close();
}

/**
 * Fills an empty database: one person per role, members with what they offer and have ordered, and held messages in
 * four languages. A database that has staff is left as it is.
 */
export async function seedDemo(
  container: Container,
): Promise<{ staff: number; members: number; messages: number }> {
  const { database, auth, imports } = container;
  const present = await database.select<{ id: string }>('select id from staff limit 1', []);
  if (present.length > 0) return { staff: 0, members: 0, messages: 0 };
  const load = async (resource: string, records: readonly unknown[]) => {
    const lines = records.map((record) => `${JSON.stringify(record)}\n`).join('');
    const counts = await imports.run(resource, toStream(lines), seeds, (refusal) => {
      throw new Error(`seed ${resource} line ${refusal.line}: ${refusal.detail}`);
    });
    return counts.created;
  };
  const now = container.clock.now();
  const members = await load('members', demoMembers(now));
  await load('services', demoServices(now));
  await load('orders', demoOrders(now));
  await load('reviews', demoReviews(now));
  const messages = demoMessages(now);
  await takeIn(container, messages);
  // last: a database with staff is one that has been seeded
  for (const { role, ...account } of DEMO_STAFF) {
    await database.transaction((trx) => auth.staff(trx).create({ ...account, roles: [role] }, seeds));
  }
  return { staff: DEMO_STAFF.length, members, messages: messages.length };
}

async function* toStream(text: string): AsyncIterable<Uint8Array> {
  yield Buffer.from(text);
}
