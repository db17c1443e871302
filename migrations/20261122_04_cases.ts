import type { Knex } from 'knex';

/** The queue engine: cases, decisions, notes, exclusions, presence; the outbox; versioned settings. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('cases', (table) => {
    table.text('id').primary();
    table.text('queue').notNullable();
    table.text('subject_type').notNullable();
    table.text('subject_id').notNullable();
    table.integer('round').notNullable().defaultTo(1);
    table.text('status').notNullable().defaultTo('open');
    // the priority, negated: everything in the order of a queue ascends, so that one index and one row comparison serve it
    table.integer('rank').notNullable().defaultTo(0);
    table.bigInteger('due_at').notNullable();
    table.bigInteger('opened_at').notNullable();
    table.text('locale').notNullable();
    table.boolean('escalated').notNullable().defaultTo(false);
    table.text('escalation_reason');
    // a deadline that passed escalates a case to everybody's attention; a person escalates it to leads only
    table.boolean('leads_only').notNullable().defaultTo(false);
    table.text('waiting_for');
    table.bigInteger('waiting_since');
    table.bigInteger('waiting_until');
    table.text('lease_holder').references('id').inTable('staff');
    table.text('lease_token');
    table.bigInteger('lease_expires_at').notNullable().defaultTo(0);
    table.integer('version').notNullable().defaultTo(1);
    table.integer('event_seq').notNullable().defaultTo(0);
    table.text('event_head').notNullable();
    table.text('decision_id');
    table.text('outcome');
    table.text('reason_code');
    table.text('decided_by');
    table.bigInteger('decided_at');
    table.unique(['subject_type', 'subject_id', 'queue']);
    table.check("status in ('open','waiting','pending_approval','decided','withdrawn')", [], 'cases_status');
    table.check('(lease_holder is null) = (lease_token is null)', [], 'cases_lease');
  });
  // begins as the next one does, so that both databases prefer it for what nobody holds: leased cases are not in it
  await knex.schema.raw(
    "create index cases_to_do on cases (queue, status, rank, due_at, opened_at, id) where status = 'open' and lease_holder is null",
  );
  await knex.schema.raw('create index cases_by_status on cases (queue, status, rank, due_at, opened_at, id)');
  await knex.schema.raw(
    "create index cases_decided on cases (queue, decided_at, id) where status = 'decided'",
  );
  await knex.schema.raw(
    'create index cases_leased on cases (lease_expires_at) where lease_holder is not null',
  );
  await knex.schema.raw(
    "create index cases_undecided_due on cases (due_at) where status in ('open', 'waiting') and escalated = false",
  );
  await knex.schema.raw(
    'create index cases_escalated on cases (queue, status, rank, due_at, opened_at, id) where escalated = true',
  );
  await knex.schema.raw("create index cases_waiting on cases (waiting_until) where status = 'waiting'");

  await knex.schema.createTable('decisions', (table) => {
    table.text('id').primary();
    table.text('case_id').notNullable().references('id').inTable('cases');
    table.integer('round').notNullable();
    table.text('status').notNullable();
    table.text('outcome').notNullable();
    table.text('reason_code');
    table.text('note');
    table.text('message');
    table.text('details').notNullable().defaultTo('{}');
    table.text('decided_by').notNullable();
    table.text('decided_by_name').notNullable();
    table.bigInteger('decided_at').notNullable();
    table.text('approved_by');
    table.text('approved_by_name');
    table.bigInteger('approved_at');
    table.bigInteger('undo_until');
    table.text('undone_by');
    table.bigInteger('undone_at');
    table.text('batch_id');
    table.text('reverses_id').references('id').inTable('decisions');
    // what stood before: what an undo or a reversal restores
    table.text('before').notNullable();
    table.check("status in ('applied','proposed','returned','undone')", [], 'decisions_status');
    table.check('approved_by is null or approved_by <> decided_by', [], 'decisions_four_eyes');
    table.index(['decided_by', 'decided_at']);
    table.index(['case_id', 'round']);
  });
  await knex.schema.raw(
    "create unique index decisions_one_per_round on decisions (case_id, round) where status in ('applied','proposed')",
  );
  await knex.schema.raw('create index decisions_batch on decisions (batch_id) where batch_id is not null');

  await knex.schema.createTable('case_notes', (table) => {
    table.text('id').primary();
    table.text('case_id').notNullable().references('id').inTable('cases');
    table.text('kind').notNullable();
    table.text('text').notNullable();
    table.text('author_id').notNullable();
    table.text('author_name').notNullable();
    table.bigInteger('created_at').notNullable();
    table.check("kind in ('note','draft')", [], 'case_notes_kind');
    table.index(['case_id', 'created_at']);
  });

  // Who may not be given a case: skipped it (for a while), proposed or decided it before, declared a tie.
  await knex.schema.createTable('case_exclusions', (table) => {
    table.text('case_id').notNullable().references('id').inTable('cases');
    table.text('staff_id').notNullable().references('id').inTable('staff');
    table.text('reason').notNullable();
    table.bigInteger('until');
    table.primary(['case_id', 'staff_id', 'reason']);
    table.check("reason in ('skipped','decided_before','proposed','tie')", [], 'case_exclusions_reason');
  });

  await knex.schema.createTable('presence', (table) => {
    table.text('staff_id').primary().references('id').inTable('staff');
    table.text('case_id').notNullable().references('id').inTable('cases');
    table.bigInteger('seen_at').notNullable();
    table.index(['case_id', 'seen_at']);
  });

  await knex.schema.createTable('outbox', (table) => {
    table.text('id').primary();
    table.text('kind').notNullable();
    table.text('type').notNullable();
    table.text('case_id').references('id').inTable('cases');
    table.text('decision_id').references('id').inTable('decisions');
    table.text('data').notNullable();
    table.bigInteger('created_at').notNullable();
    table.bigInteger('not_before').notNullable();
    table.text('status').notNullable().defaultTo('pending');
    table.bigInteger('sent_at');
    table.check("status in ('pending','sent','cancelled')", [], 'outbox_status');
    table.index(['decision_id']);
  });
  await knex.schema.raw("create index outbox_due on outbox (not_before, id) where status = 'pending'");

  await knex.schema.createTable('settings', (table) => {
    table.text('key').notNullable();
    table.integer('version').notNullable();
    table.text('value').notNullable();
    table.text('note');
    table.text('changed_by').notNullable();
    table.text('changed_by_name').notNullable();
    table.bigInteger('changed_at').notNullable();
    table.primary(['key', 'version']);
  });
}

export async function down(knex: Knex): Promise<void> {
  for (const table of [
    'settings',
    'outbox',
    'presence',
    'case_exclusions',
    'case_notes',
    'decisions',
    'cases',
  ]) {
    await knex.schema.dropTable(table);
  }
}
