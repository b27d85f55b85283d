const acceptance = require('./jest.acceptance.config');

/** Journeys in a real browser; a run of their own, because the portal's frontend is built for them first. */
module.exports = {
  ...acceptance,
  testMatch: ['<rootDir>/journeys/**/*.journey.ts'],
  testTimeout: 120_000,
  globalSetup: '<rootDir>/harness/startPortalTarget.ts',
  globalTeardown: '<rootDir>/harness/stopPortalTarget.ts',
};
