import type { Knex } from 'knex';

/** What the marketplace tells us: its keys, its calls, its members, services, orders, reviews and messages. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('api_keys', (table) => {
    table.text('id').primary();
    table.text('name').notNullable();
    table.text('hash').notNullable().unique();
    // the last characters of the key, so that a person can tell which one a program uses
    table.text('hint').notNullable();
    table.text('created_by').notNullable();
    table.text('created_by_name').notNullable();
    table.bigInteger('created_at').notNullable();
    table.bigInteger('last_used_at');
    table.text('revoked_by');
    table.bigInteger('revoked_at');
  });

  await knex.schema.createTable('idempotency_keys', (table) => {
    table.text('caller').notNullable();
    table.text('key').notNullable();
    table.text('request_hash').notNullable();
    table.text('state').notNullable();
    table.integer('status');
    table.text('body');
    table.text('headers');
    table.bigInteger('created_at').notNullable();
    table.bigInteger('locked_until').notNullable();
    table.primary(['caller', 'key']);
    table.check("state in ('running','answered','refused')", [], 'idempotency_keys_state');
    table.index(['created_at']);
  });

  await knex.schema.createTable('members', (table) => {
    table.text('id').primary();
    table.text('kind').notNullable();
    table.text('nickname').notNullable();
    table.text('account_type').notNullable();
    table.bigInteger('business_verified_at');
    table.text('locale');
    table.text('email');
    table.text('phone');
    table.bigInteger('joined_at').notNullable();
    table.text('content_hash').notNullable();
    table.bigInteger('created_at').notNullable();
    table.bigInteger('updated_at').notNullable();
    table.check("kind in ('client','expert')", [], 'members_kind');
    table.check("account_type in ('individual','business')", [], 'members_account_type');
  });

  await knex.schema.createTable('services', (table) => {
    table.text('id').primary();
    table.text('expert_id').notNullable().references('id').inTable('members');
    table.text('title').notNullable();
    table.text('category').notNullable();
    table.boolean('quality_guarantee').notNullable();
    table.bigInteger('listed_at').notNullable();
    table.text('status').notNullable();
    table.text('content_hash').notNullable();
    table.bigInteger('created_at').notNullable();
    table.bigInteger('updated_at').notNullable();
    table.index(['expert_id']);
  });

  await knex.schema.createTable('orders', (table) => {
    table.text('id').primary();
    table.text('client_id').notNullable().references('id').inTable('members');
    table.text('expert_id').notNullable().references('id').inTable('members');
    table.text('service_id').notNullable().references('id').inTable('services');
    table.bigInteger('amount').notNullable();
    table.text('currency').notNullable();
    table.text('status').notNullable();
    table.bigInteger('ordered_at').notNullable();
    table.bigInteger('agreed_due_at');
    table.bigInteger('delivered_at');
    table.bigInteger('completed_at');
    table.bigInteger('cancelled_at');
    table.text('payment_key');
    table.bigInteger('nda_signed_at');
    table.boolean('quality_guarantee').notNullable();
    table.text('content_hash').notNullable();
    table.bigInteger('created_at').notNullable();
    table.bigInteger('updated_at').notNullable();
    table.check('amount >= 0', [], 'orders_amount');
    table.check('client_id <> expert_id', [], 'orders_two_parties');
    table.index(['client_id', 'ordered_at']);
    table.index(['expert_id', 'ordered_at']);
    table.index(['service_id', 'ordered_at']);
  });

  await knex.schema.createTable('reviews', (table) => {
    table.text('id').primary();
    table.text('order_id').notNullable().references('id').inTable('orders');
    table.integer('rating').notNullable();
    table.text('text');
    table.bigInteger('reviewed_at').notNullable();
    table.text('content_hash').notNullable();
    table.bigInteger('created_at').notNullable();
    table.bigInteger('updated_at').notNullable();
    table.check('rating between 1 and 5', [], 'reviews_rating');
    table.index(['order_id']);
  });

  await knex.schema.createTable('messages', (table) => {
    table.text('id').primary();
    table.text('conversation_id').notNullable();
    table.text('sender_id').notNullable().references('id').inTable('members');
    table.text('recipient_id').notNullable().references('id').inTable('members');
    table.text('kind').notNullable();
    table.text('text').notNullable();
    table.bigInteger('sent_at').notNullable();
    table.bigInteger('received_at').notNullable();
    table.text('attachments').notNullable().defaultTo('[]');
    table.text('channel');
    table.text('content_hash').notNullable();
    table.text('disposition').notNullable();
    // what counts towards the sender's trust: a person let it pass, not the policy
    table.boolean('released_by_person').notNullable().defaultTo(false);
    // no foreign key: a case is made after the message that it is about
    table.text('case_id');
    // hash of the normalised text: near-identical texts share it; null where the text is too short to tell
    table.text('text_key');
    table.check(
      "disposition in ('held','released','rejected','withdrawn','removed')",
      [],
      'messages_disposition',
    );
    table.check("kind in ('text','proposal')", [], 'messages_kind');
    table.check('sender_id <> recipient_id', [], 'messages_two_parties');
    table.index(['sender_id', 'sent_at']);
    table.index(['conversation_id', 'sent_at']);
  });
  await knex.schema.raw('create index messages_trust on messages (sender_id) where released_by_person');
  await knex.schema.raw(
    'create index messages_text_key on messages (text_key, sent_at) where text_key is not null',
  );
}

export async function down(knex: Knex): Promise<void> {
  for (const table of [
    'messages',
    'reviews',
    'orders',
    'services',
    'members',
    'idempotency_keys',
    'api_keys',
  ]) {
    await knex.schema.dropTable(table);
  }
}
