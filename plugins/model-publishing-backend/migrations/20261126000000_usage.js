/**
 * What has been counted of published models, and how far. Times are milliseconds since the epoch, so that both databases
 * compare them alike. No key is kept, key ids only.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('usage_collections', table => {
    table.comment('How far the usage of each cluster has been counted');
    table.string('cluster', 255).primary();
    table
      .integer('version')
      .notNullable()
      .comment('Goes up with each collection, so that none is counted twice');
    table
      .string('lease_holder', 36)
      .notNullable()
      .comment('The replica that collects');
    table.bigInteger('lease_until').notNullable();
    table.bigInteger('since').comment('What was before is not counted');
    table.bigInteger('collected_up_to').comment('Up to then it was read');
    table.bigInteger('as_of').comment('The last scrape that was read');
    table.bigInteger('collected_at').comment('When the source has answered');
    table.text('problem').comment('Why the source does not answer');
  });
  await knex.schema.createTable('usage_targets', table => {
    table.comment('What is scraped');
    table.string('cluster', 255).notNullable();
    table.string('target', 200).notNullable();
    table.bigInteger('scraped_at').notNullable();
    table.bigInteger('started_at').comment('When its process had started');
    table.primary(['cluster', 'target']);
  });
  await knex.schema.createTable('usage_series', table => {
    table.comment('Counters that were there at the last scrape');
    table.string('cluster', 255).notNullable();
    table.string('series', 200).notNullable();
    table.string('target', 200).notNullable();
    table.string('uid', 36).notNullable().comment('Of the publication');
    table.double('value').notNullable();
    table
      .boolean('missing')
      .notNullable()
      .comment('Whether the last scrape of its target did not have it');
    table
      .boolean('outlives_routes')
      .notNullable()
      .comment('Whether it goes on counting when its route goes');
    table.primary(['cluster', 'series']);
  });
  await knex.schema.createTable('usage_amounts', table => {
    table.comment('What was counted of publications, in spans of time');
    table.string('uid', 36).notNullable().comment('Of the publication');
    table
      .string('span', 6)
      .notNullable()
      .comment('total (which begins at 0), minute, hour or day');
    table.bigInteger('start').notNullable();
    table.string('measure', 16).notNullable();
    table.string('detail', 32).notNullable().comment('Status, type of token');
    table.string('tenant', 63).notNullable().comment('Of the key');
    table.string('key_id', 64).notNullable();
    table.double('amount').notNullable();
    table.bigInteger('last_at').notNullable().comment('Its last increase');
    table.primary([
      'uid',
      'span',
      'start',
      'measure',
      'detail',
      'tenant',
      'key_id',
    ]);
    table.index(['span', 'start']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of ['amounts', 'series', 'targets', 'collections']) {
    await knex.schema.dropTable(`usage_${table}`);
  }
};
