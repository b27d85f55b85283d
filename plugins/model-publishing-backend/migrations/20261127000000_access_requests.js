/**
 * Who wants to use which published model, and what was decided. Times are milliseconds since the epoch, so that both
 * databases compare them alike.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('access_requests', table => {
    table.comment('Requests to use published models');
    table.string('id', 36).primary();
    table.string('cluster', 255).notNullable();
    table.string('publication_id', 32).notNullable();
    table
      .string('publication_uid', 36)
      .notNullable()
      .comment('Differs for each time that the model is published');
    table.string('publisher_tenant', 63).notNullable();
    table.string('model', 63).notNullable();
    table.string('tenant', 63).notNullable().comment('That wants to use it');
    table
      .string('state', 16)
      .notNullable()
      .comment('pending, approved, declined or withdrawn');
    table.text('reason').comment('Why it is wanted');
    table.text('requested_by').notNullable().comment('Entity or service');
    table.bigInteger('requested_at').notNullable();
    table.text('decided_by');
    table.bigInteger('decided_at');
    table.text('decision_reason');
    table.index(['cluster', 'publisher_tenant', 'requested_at']);
    table.index(['cluster', 'tenant', 'requested_at']);
    table.index(['requested_by', 'state']);
    table.unique(['publication_uid', 'tenant'], {
      indexName: 'access_requests_one_pending',
      useConstraint: false,
      predicate: knex.whereRaw("state = 'pending'"),
    });
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('access_requests');
};
