import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testDatabases } from '../testing/databases.ts';
import { marketplaceOf } from '../testing/held.ts';
import { type RunningApp, runningApp } from '../testing/running-app.ts';

const QUEUE = 'first-messages';

describe.each(testDatabases())('export of cases on $name', ({ open }) => {
  let app: RunningApp;

  beforeEach(async () => {
    app = await runningApp(open);
    const market = marketplaceOf(app);
    await market.twoMembers();
    await market.member('trick', { nickname: '=cmd|calc!A1' });
    await market.message('Hello, "friend", please\nread this', { senderId: 'trick' });
    await market.message('안녕하세요');
  });
  afterEach(() => app.close());

  const ask = (body: object, who: 'lead' | 'moderator' = 'lead') =>
    app.as(who, 'POST', '/api/cases/export', body);
  const reason = 'quarterly review for the works council';

  it('gives CSV that opens in a spreadsheet and runs nothing', async () => {
    const answer = await ask({ format: 'csv', filter: { queue: QUEUE, sort: 'newest' }, reason });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="first-messages-2026-11-23.csv"',
    );
    expect(answer.headers.get('x-export-rows')).toBe('2');
    const bytes = await fetch(`${app.url}/api/cases/export`, {
      method: 'POST',
      headers: { cookie: app.people.lead.cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ format: 'csv', filter: { queue: QUEUE }, reason }),
    }).then((response) => response.bytes());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [heading] = answer.text.split('\r\n');
    expect(heading).toContain('id,queue,subjectType,subjectId,round,status');
    expect(heading).toContain('sender.id,sender.nickname,recipient.id');
    expect(answer.text).toContain("'=cmd|calc!A1");
    expect(answer.text).toContain('"Hello, ""friend"", please\nread this"');
  });

  it('gives NDJSON of the same items as the list', async () => {
    const answer = await ask({
      format: 'ndjson',
      filter: { queue: QUEUE, status: 'all', q: '안녕' },
      reason,
    });
    const items = answer.text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    const listed = await app.as('lead', 'GET', `/api/cases?queue=${QUEUE}&status=all&q=안녕`);
    expect(items).toEqual(listed.body.items);
    expect(items).toHaveLength(1);
  });

  it('writes down who took out what, and why', async () => {
    await ask({ format: 'ndjson', filter: { queue: QUEUE, escalated: false }, reason: `  ${reason} ` });
    const [event] = await app.database.select<{ type: string; data: string }>(
      'select type, data from audit_events where stream = ? order by seq desc limit 1',
      [`access:${app.people.lead.id}`],
    );
    expect(event?.type).toBe('cases.exported');
    expect(JSON.parse(event?.data ?? '{}')).toEqual({
      count: 2,
      filter: { queue: QUEUE, status: ['open'], escalated: false },
      format: 'ndjson',
      reason,
    });
  });

  it('is refused without the right, without a reason, and with a filter that does not exist', async () => {
    const filter = { queue: QUEUE };
    expect((await ask({ format: 'csv', filter, reason }, 'moderator')).body).toMatchObject({
      status: 403,
      needs: 'cases.export',
    });
    expect((await ask({ format: 'csv', filter, reason: '     ' })).status).toBe(400);
    expect((await ask({ format: 'xlsx', filter, reason })).status).toBe(400);
    expect((await ask({ format: 'csv', filter: { ...filter, queu: 'x' }, reason })).status).toBe(400);
    const [counted] = await app.database.select<{ n: number }>(
      "select count(*) as n from audit_events where type = 'cases.exported'",
      [],
    );
    expect(Number(counted?.n)).toBe(0);
  });
});
