import { randomBytes } from 'node:crypto';
import { staffDirectory } from '../auth/directory.ts';
import { createContainer } from '../container.ts';
import { systemActor } from '../core/actor.ts';
import { systemClock } from '../core/clock.ts';
import { readConfig } from '../core/config.ts';
import { createLogger } from '../core/logger.ts';
import type { Role } from '../core/permissions.ts';
import { openDatabase } from '../db/database.ts';

const operator = systemActor('preparation');

/** Somebody who can sign in. */
export interface Person {
  id: string;
  name: string;
  email: string;
  password: string;
}

/** What a run over HTTP needs before it begins. */
export interface Prepared {
  staff: Person[];
  /** A key for `/v1`. */
  apiKey: string;
  apiKeyId: string;
}

export interface Preparation {
  databaseUrl: string;
  staff: readonly { name: string; role: Role }[];
}

/** Runs `work` with the product wired up on a database: no Redis, no jobs, nobody listening. */
async function offline<T>(
  databaseUrl: string,
  work: (container: ReturnType<typeof createContainer>) => Promise<T>,
): Promise<T> {
  const config = readConfig({ DATABASE_URL: databaseUrl });
  const database = openDatabase(config);
  const logger = createLogger('error');
  const container = createContainer({ config, database, clock: systemClock, logger });
  try {
    return await work(container);
  } finally {
    await container.close();
  }
}

/** Makes staff accounts and an API key in a migrated database. Passwords are random and known to the caller alone. */
export async function prepare({ databaseUrl, staff }: Preparation): Promise<Prepared> {
  const run = randomBytes(4).toString('hex');
  return offline(databaseUrl, async ({ database, auth, apiKeys }) => {
    const people: Person[] = [];
    for (const [i, { name, role }] of staff.entries()) {
      const email = `${role}-${i + 1}-${run}@rehearsal.example`;
      const password = randomBytes(24).toString('base64url');
      const { account } = await database.transaction((trx) =>
        auth.staff(trx).create({ email, name, roles: [role], password }, operator),
      );
      people.push({ id: account.id, name, email, password });
    }
    const key = await database.transaction((trx) => apiKeys(trx).create({ name: `run ${run}` }, operator));
    return { staff: people, apiKey: key.key, apiKeyId: key.id };
  });
}

/** Lets nobody in any more of those whom `prepare` let in. */
export async function dismiss(databaseUrl: string, { staff, apiKeyId }: Prepared): Promise<void> {
  await offline(databaseUrl, async ({ database, auth, apiKeys }) => {
    for (const { id } of staff) {
      const version = (await staffDirectory(database.knex).byId(id))?.version ?? 0;
      await database.transaction((trx) =>
        auth.staff(trx).change({ id, version, status: 'disabled' }, operator),
      );
    }
    await database.transaction((trx) => apiKeys(trx).revoke(apiKeyId, operator));
  });
}

/** Imports generated members and `count` first messages of theirs, which are all held. */
export async function importHeldMessages(databaseUrl: string, count: number): Promise<void> {
  const { members, messages } = generatedMessages(count);
  await offline(databaseUrl, async ({ imports }) => {
    for (const [resource, lines] of [
      ['members', members],
      ['messages', messages],
    ] as const) {
      const counts = await imports.run(resource, bytesOf(lines), operator, (refusal) => {
        throw new Error(`${resource} line ${refusal.line}: ${refusal.detail}`);
      });
      if (counts.created !== lines.length) throw new Error(`${resource}: ${JSON.stringify(counts)}`);
    }
  });
}

async function* bytesOf(lines: readonly object[]): AsyncIterable<Uint8Array> {
  yield Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
}

const OPENINGS = [
  'Guten Tag, ich suche jemanden für',
  'Hello, I would like a quote for',
  'Bonjour, je cherche quelqu’un pour',
  '안녕하세요, 견적을 받고 싶습니다:',
];
const WORKS = ['ein Logo', 'a landing page', 'une traduction', '영상 편집', 'a voice-over', 'ein Exposé'];

/** Members, and first messages between them: no sender writes more than two, so policy holds every one. */
export function generatedMessages(count: number): { members: object[]; messages: object[] } {
  const now = Date.now();
  const senders = Math.ceil(count / 2);
  const joinedAt = new Date(now - 30 * 86_400_000).toISOString();
  const common = { accountType: 'individual', locale: 'de', joinedAt };
  const members = [
    { id: 'expert-1', kind: 'expert', nickname: 'expert-1', ...common },
    ...Array.from({ length: senders }, (_, i) => ({
      id: `client-${i}`,
      kind: 'client',
      nickname: `client-${i}`,
      ...common,
    })),
  ];
  const messages = Array.from({ length: count }, (_, i) => ({
    id: `message-${i}`,
    conversationId: `conversation-${i}`,
    senderId: `client-${i % senders}`,
    recipientId: 'expert-1',
    kind: 'text',
    text: `${OPENINGS[i % OPENINGS.length]} ${WORKS[i % WORKS.length]} (${i})`,
    sentAt: new Date(now - (count - i) * 1_000).toISOString(),
  }));
  return { members, messages };
}
