import type { Clock } from '../core/clock.ts';
import { QUEUES } from '../core/queues.ts';
import type { GaugeReading } from '../http/observe.ts';
import type { Database } from './database.ts';

const CAP = 10_000;

/** What an operator watches: how much waits, and how late the outside is told. Counts stop at 10,000. */
export function createDatabaseGauges(database: Database, clock: Clock): GaugeReading[] {
  const counted = (name: string, help: string, table: string, where: string): GaugeReading => ({
    name,
    help: `${help} (counted to ${CAP})`,
    read: async () => {
      const [row] = await database.select<{ n: number }>(
        `select count(*) as n from (select 1 from ${table} where ${where} limit ${CAP}) t`,
        [],
      );
      return [{ labels: {}, value: Number(row?.n ?? 0) }];
    },
  });
  return [
    counted('gatehouse_outbox_pending', 'Effects that have not left yet', 'outbox', "status = 'pending'"),
    counted(
      'gatehouse_webhook_deliveries_pending',
      'Webhooks not delivered yet',
      'webhook_deliveries',
      "status = 'pending'",
    ),
    counted(
      'gatehouse_cases_open',
      'Cases that wait for somebody',
      'cases',
      `status = 'open' and queue in (${QUEUES.map((queue) => `'${queue}'`).join(', ')})`,
    ),
    {
      name: 'gatehouse_outbox_lag_seconds',
      help: 'How long the oldest effect has been due',
      read: async () => {
        const now = clock.now();
        const [row] = await database.select<{ due: number | null }>(
          "select min(not_before) as due from outbox where status = 'pending' and not_before <= ?",
          [now],
        );
        return [{ labels: {}, value: row?.due ? (now - row.due) / 1000 : 0 }];
      },
    },
  ];
}
