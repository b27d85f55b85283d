const acceptance = require('./jest.acceptance.config');

/** Measurements on a real cluster that nobody else uses meanwhile: nothing in them asserts an absolute time. */
module.exports = {
  ...acceptance,
  testMatch: ['<rootDir>/bench/**/*.bench.ts'],
  testTimeout: 3_600_000,
  setupFilesAfterEnv: [],
};
