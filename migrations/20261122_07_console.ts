import type { Knex } from 'knex';

/** What the console keeps for its people, runs of the verification of the log, and the indexes that its lists read by. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('saved_views', (table) => {
    table.text('id').primary();
    table.text('staff_id').notNullable().references('id').inTable('staff');
    table.text('name').notNullable();
    table.text('resource').notNullable();
    table.text('queue').notNullable();
    table.text('definition').notNullable();
    table.boolean('shared').notNullable().defaultTo(false);
    table.bigInteger('created_at').notNullable();
    table.bigInteger('updated_at').notNullable();
    table.unique(['staff_id', 'resource', 'queue', 'name']);
  });
  await knex.schema.raw('create index saved_views_shared on saved_views (resource, queue) where shared');

  await knex.schema.createTable('staff_preferences', (table) => {
    table.text('staff_id').primary().references('id').inTable('staff');
    table.text('value').notNullable();
    table.bigInteger('updated_at').notNullable();
  });

  await knex.schema.createTable('audit_verifications', (table) => {
    table.text('id').primary();
    table.text('status').notNullable();
    table.text('started_by').notNullable();
    table.text('started_by_name').notNullable();
    table.bigInteger('started_at').notNullable();
    // the run says again and again that it lives: a process that ended without a word does not stand in the way for ever
    table.bigInteger('seen_at').notNullable();
    table.bigInteger('finished_at');
    table.bigInteger('events').notNullable().defaultTo(0);
    table.bigInteger('streams').notNullable().defaultTo(0);
    table.integer('checkpoints').notNullable().defaultTo(0);
    table.text('problems').notNullable().defaultTo('[]');
    table.check("status in ('running','ok','problems','failed')", [], 'audit_verifications_status');
    table.check("(status = 'running') = (finished_at is null)", [], 'audit_verifications_finished');
    table.index(['started_at']);
  });
  await knex.schema.raw(
    "create unique index audit_verifications_one_at_a_time on audit_verifications (status) where status = 'running'",
  );

  await knex.schema.raw('create index cases_newest on cases (queue, status, opened_at, id)');
  await knex.schema.raw("create index cases_open_due on cases (queue, due_at) where status = 'open'");
  await knex.schema.raw('create index messages_received on messages (received_at, id)');
}

export async function down(knex: Knex): Promise<void> {
  for (const index of ['messages_received', 'cases_open_due', 'cases_newest']) {
    await knex.schema.raw(`drop index ${index}`);
  }
  for (const table of ['audit_verifications', 'staff_preferences', 'saved_views']) {
    await knex.schema.dropTable(table);
  }
}
