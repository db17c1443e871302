import { access, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { testDatabases } from '../../api/testing/databases.ts';
import { generatedMessages } from '../../api/testing/prepare.ts';
import { endAll } from '../../api/testing/processes.ts';
import { redisPlace } from '../../api/testing/redis-server.ts';
import { REDIS_URL } from '../../api/testing/services.ts';
import { importTwice } from './imports.ts';
import { rehearse, type RehearsalOptions } from './rehearse.ts';
import { summaryOf } from './summary.ts';

const SAMPLE = process.env.GATEHOUSE_SAMPLE_DATA;

describe.each(testDatabases())('the whole way, from import to receiver, on $name', ({ name, open }) => {
  let dir: string;
  let redis: ReturnType<typeof redisPlace> | undefined;
  let launch: RehearsalOptions['launch'];
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'gatehouse-rehearsal-'));
    const database = await open();
    await database.close();
    redis = name === 'postgres' && inject('run').redis ? redisPlace(REDIS_URL) : undefined;
    launch = { cwd: dir, env: { DATABASE_URL: database.url, ...redis?.env } };
  });
  afterEach(async () => {
    await endAll();
    await redis?.clear();
    await rm(dir, { recursive: true, force: true });
  });

  async function written(file: string, lines: readonly object[]): Promise<string> {
    const path = join(dir, file);
    await writeFile(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    return path;
  }

  it('decides generated cases, each in the feed and at the receiver, nothing doubled by a second import', async () => {
    const generated = generatedMessages(150);
    const members = await written('members.ndjson', generated.members);
    const messages = await written('messages.ndjson', generated.messages);
    const rehearsal = await rehearse({ members, messages, cases: 100, moderators: 8, launch });
    expect(rehearsal.mismatches).toEqual([]);
    expect(rehearsal.decisions).toBe(100);
    expect(rehearsal.imports.map(({ second }) => second)).toMatchObject([
      { created: 0, updated: 0, unchanged: generated.members.length },
      { created: 0, updated: 0, unchanged: 150, dispositions: { held: 150, released: 0 } },
    ]);
    expect(summaryOf(rehearsal)).toContain('100 of 100 by 8 moderators');
    // imported once more, what was decided meanwhile is accounted for as well
    const { first } = await importTwice('messages', messages, launch);
    const { release, reject } = rehearsal.decided;
    expect(first.dispositions).toEqual({ held: 50, released: release, rejected: reject });
  });

  // data that nobody may pass on: only where somebody says where theirs is
  if (SAMPLE !== undefined) {
    it('decides cases of real messages', async () => {
      const members = join(SAMPLE, 'moderation/members.ndjson');
      const messages = join(SAMPLE, 'moderation/messages.ndjson');
      await Promise.all([access(members), access(messages)]);
      const rehearsal = await rehearse({ members, messages, cases: 200, moderators: 8, launch });
      expect(rehearsal.mismatches).toEqual([]);
      expect(rehearsal.decisions).toBe(200);
    }, 300_000);
  }
});
