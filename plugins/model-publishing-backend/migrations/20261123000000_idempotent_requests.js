/**
 * Requests with an Idempotency-Key of the last 24 hours. Neither bodies nor answers are kept, so no secret is.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('idempotent_requests', table => {
    table.comment('Requests with an Idempotency-Key, which have one effect');
    table.text('scope').notNullable().comment('Caller and operation');
    table.string('idempotency_key', 255).notNullable();
    table
      .string('request_hash', 64)
      .notNullable()
      .comment('SHA-256 of method, path, query and body');
    table.string('state', 16).notNullable().comment('running or done');
    table
      .string('lease_holder', 36)
      .notNullable()
      .comment('The attempt that is running, or was the last to');
    table
      .dateTime('lease_until')
      .notNullable()
      .comment('When a running attempt counts as dead unless it renews');
    table.integer('status_code').comment('Of the answer');
    table.string('key_id', 64).comment('Id of the API key that was issued');
    table.dateTime('created_at').notNullable().index();
    table.unique(['scope', 'idempotency_key']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('idempotent_requests');
};
