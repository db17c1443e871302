import type { Knex } from 'knex';

/** What the first-messages desk knows of a held message, and the notices that members are sent. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('first_messages', (table) => {
    table.text('message_id').primary().references('id').inTable('messages');
    table.text('case_id').notNullable().unique().references('id').inTable('cases');
    table.text('sender_id').notNullable().references('id').inTable('members');
    table.text('hold_reasons').notNullable();
    table.text('signals').notNullable();
    table.integer('policy_version').notNullable();
    table.text('prior_disposition');
    // a 64-bit simhash in four bands: near-identical texts share at least one of them
    for (const band of ['band0', 'band1', 'band2', 'band3']) table.integer(band);
    table.index(['sender_id']);
  });
  for (const band of ['band0', 'band1', 'band2', 'band3']) {
    await knex.schema.raw(
      `create index first_messages_${band} on first_messages (${band}) where ${band} is not null`,
    );
  }

  await knex.schema.createTable('notices', (table) => {
    table.text('id').primary();
    table.text('member_id').notNullable().references('id').inTable('members');
    table.text('kind').notNullable();
    table.text('locale').notNullable();
    table.text('text').notNullable();
    table.text('case_id').references('id').inTable('cases');
    table.text('decision_id').references('id').inTable('decisions');
    table.text('status').notNullable().defaultTo('standing');
    table.bigInteger('created_at').notNullable();
    table.check("status in ('standing','cancelled')", [], 'notices_status');
    table.index(['member_id', 'created_at']);
    table.index(['decision_id']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('notices');
  await knex.schema.dropTable('first_messages');
}
