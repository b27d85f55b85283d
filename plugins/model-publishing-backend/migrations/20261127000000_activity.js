/**
 * What has happened to published models. Times are milliseconds since the epoch, as in the tables of usage. Key ids are
 * kept, never a key.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('activity', table => {
    table.comment('What has happened to publications');
    table.bigIncrements('id');
    table.string('uid', 36).notNullable().comment('Of the publication');
    table.bigInteger('at').notNullable().index();
    table.string('action', 64).notNullable();
    table.string('actor_kind', 8).notNullable();
    table.text('actor').notNullable().comment('Entity ref, subject or system');
    table.string('outcome', 8).notNullable().comment('success or failure');
    table.text('details').notNullable().comment('JSON');
    table.index(['uid', 'at', 'id']);
  });
  await knex.schema.createTable('activity_phases', table => {
    table.comment('The phase of each publication that was told last');
    table.string('uid', 36).primary().comment('Of the publication');
    table.string('phase', 16).notNullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('activity_phases');
  await knex.schema.dropTable('activity');
};
