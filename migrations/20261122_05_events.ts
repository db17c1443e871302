import type { Knex } from 'knex';

/** What leaves for the marketplace: the events feed, and the log of the webhooks that push it. */
export async function up(knex: Knex): Promise<void> {
  // One row per kind of work that only one process may do at a time; locking the row is taking the turn.
  await knex.schema.createTable('turns', (table) => {
    table.text('name').primary();
  });
  await knex('turns').insert({ name: 'relay-outbox' });

  await knex.schema.createTable('events', (table) => {
    table.bigInteger('seq').primary();
    // the outbox id: an effect becomes an event once
    table.text('id').notNullable().unique();
    table.text('type').notNullable();
    table.text('case_id').references('id').inTable('cases');
    table.text('data').notNullable();
    table.bigInteger('created_at').notNullable();
  });
  await knex.schema.raw('create index events_of_case on events (case_id, seq) where case_id is not null');
  await knex.schema.createTable('feed_head', (table) => {
    table.integer('id').primary();
    table.bigInteger('seq').notNullable();
    table.check('id = 1', [], 'feed_head_one_row');
  });
  await knex('feed_head').insert({ id: 1, seq: 0 });

  await knex.schema.createTable('webhook_endpoints', (table) => {
    table.text('id').primary();
    table.text('url').notNullable().unique();
    table.text('status').notNullable().defaultTo('enabled');
    table.text('disabled_reason');
    table.bigInteger('disabled_at');
    table.bigInteger('created_at').notNullable();
    table.check("status in ('enabled','disabled')", [], 'webhook_endpoints_status');
    table.check("(status = 'disabled') = (disabled_at is not null)", [], 'webhook_endpoints_disabled');
  });

  await knex.schema.createTable('webhook_deliveries', (table) => {
    table.text('id').primary();
    table.bigInteger('event_seq').notNullable().references('seq').inTable('events');
    table.text('event_id').notNullable();
    table.text('endpoint_id').notNullable().references('id').inTable('webhook_endpoints');
    table.text('status').notNullable().defaultTo('pending');
    // tries of the present round of the retry table; redelivery by hand begins a new round
    table.integer('tries').notNullable().defaultTo(0);
    table.bigInteger('next_attempt_at').notNullable();
    // until when a sender holds it; past it the sender is taken for dead
    table.bigInteger('locked_until').notNullable().defaultTo(0);
    table.text('requested_by');
    table.text('requested_by_name');
    table.integer('last_status');
    table.text('last_error');
    table.bigInteger('delivered_at');
    table.bigInteger('created_at').notNullable();
    table.unique(['event_id', 'endpoint_id']);
    table.check("status in ('pending','delivered','failed')", [], 'webhook_deliveries_state');
    table.index(['event_seq', 'id']);
    table.index(['status', 'event_seq', 'id']);
  });
  await knex.schema.raw(
    "create index webhook_deliveries_due on webhook_deliveries (next_attempt_at, event_seq) where status = 'pending'",
  );

  await knex.schema.createTable('webhook_attempts', (table) => {
    table.text('id').primary();
    table.text('delivery_id').notNullable().references('id').inTable('webhook_deliveries');
    table.bigInteger('at').notNullable();
    table.integer('duration_ms').notNullable();
    table.integer('http_status');
    table.text('error');
    table.boolean('manual').notNullable().defaultTo(false);
    table.text('requested_by');
    table.text('requested_by_name');
    table.index(['delivery_id', 'at']);
    table.index(['at']);
  });
}

export async function down(knex: Knex): Promise<void> {
  for (const table of [
    'webhook_attempts',
    'webhook_deliveries',
    'webhook_endpoints',
    'feed_head',
    'events',
    'turns',
  ]) {
    await knex.schema.dropTable(table);
  }
}
