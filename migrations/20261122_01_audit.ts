import type { Knex } from 'knex';

/** The event log: one hash chain per stream, and the checkpoints that seal the heads of all chains. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('audit_events', (table) => {
    table.text('stream').notNullable();
    table.integer('seq').notNullable();
    table.bigInteger('at').notNullable();
    table.text('actor_kind').notNullable();
    table.text('actor_id').notNullable();
    table.text('actor_name').notNullable();
    table.text('type').notNullable();
    table.text('data').notNullable();
    table.text('prev_hash').notNullable();
    table.text('hash').notNullable();
    table.primary(['stream', 'seq']);
    table.index(['at', 'stream', 'seq']);
    table.index(['actor_id', 'at']);
  });
  // The heads of the streams that have no row of their own to keep them; a case keeps its head itself.
  await knex.schema.createTable('audit_streams', (table) => {
    table.text('stream').primary();
    table.integer('seq').notNullable();
    table.text('head').notNullable();
  });
  await knex.schema.createTable('audit_checkpoints', (table) => {
    table.integer('seq').primary();
    table.text('id').notNullable().unique();
    table.bigInteger('at').notNullable();
    table.bigInteger('sealed_until').notNullable();
    table.integer('streams').notNullable();
    table.text('prev_hash').notNullable();
    table.text('hash').notNullable();
  });
  await knex.schema.createTable('audit_checkpoint_heads', (table) => {
    table.integer('checkpoint_seq').notNullable().references('seq').inTable('audit_checkpoints');
    table.text('stream').notNullable();
    table.integer('seq').notNullable();
    table.text('head').notNullable();
    table.primary(['checkpoint_seq', 'stream']);
    table.index(['stream', 'checkpoint_seq']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('audit_checkpoint_heads');
  await knex.schema.dropTable('audit_checkpoints');
  await knex.schema.dropTable('audit_streams');
  await knex.schema.dropTable('audit_events');
}
