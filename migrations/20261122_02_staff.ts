import type { Knex } from 'knex';

/** Staff accounts, their sessions, and the counts that slow guessing down. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('staff', (table) => {
    table.text('id').primary();
    table.text('email').notNullable().unique();
    table.text('name').notNullable();
    table.text('password_hash').notNullable();
    // set where Gatehouse made the password up: it stops working then, unless its owner has chosen another
    table.bigInteger('password_expires_at');
    table.text('roles').notNullable();
    table.text('locale').notNullable();
    table.text('status').notNullable().defaultTo('active');
    table.integer('version').notNullable().defaultTo(1);
    table.bigInteger('created_at').notNullable();
    table.bigInteger('updated_at').notNullable();
    table.bigInteger('signed_in_at');
    table.check("status in ('active','disabled')", [], 'staff_status');
    table.check('email = lower(email)', [], 'staff_email_lower');
    table.index(['name', 'id']);
  });
  await knex.schema.createTable('staff_sessions', (table) => {
    table.text('id').primary();
    table.text('staff_id').notNullable().references('id').inTable('staff');
    table.bigInteger('created_at').notNullable();
    table.bigInteger('seen_at').notNullable();
    table.bigInteger('expires_at').notNullable();
    table.text('user_agent').notNullable();
    table.bigInteger('revoked_at');
    table.text('revoked_reason');
    table.check('(revoked_at is null) = (revoked_reason is null)', [], 'staff_sessions_revoked');
    table.index(['staff_id']);
    table.index(['expires_at']);
  });
  // Tries per key and window; a key is a digest, so that neither an e-mail nor an address stands here.
  await knex.schema.createTable('sign_in_limits', (table) => {
    table.text('key').primary();
    table.integer('used').notNullable();
    table.bigInteger('resets_at').notNullable();
    table.index(['resets_at']);
  });
  // Where an account has signed in from before, as a digest: the account-wide limit does not hold there.
  await knex.schema.createTable('staff_known_addresses', (table) => {
    table.text('staff_id').notNullable().references('id').inTable('staff');
    table.text('address').notNullable();
    table.bigInteger('signed_in_at').notNullable();
    table.primary(['staff_id', 'address']);
    table.index(['signed_in_at']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('staff_known_addresses');
  await knex.schema.dropTable('sign_in_limits');
  await knex.schema.dropTable('staff_sessions');
  await knex.schema.dropTable('staff');
}
