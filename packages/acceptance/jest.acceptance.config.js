const path = require('node:path');

/** The acceptance suite: one target per run, tests in band, because they share its gateway. */
module.exports = {
  rootDir: path.join(__dirname, 'src'),
  testMatch: ['<rootDir>/tests/**/*.acceptance.ts'],
  testEnvironment: 'node',
  maxWorkers: 1,
  testTimeout: 60_000,
  globalSetup: '<rootDir>/harness/startTarget.ts',
  globalTeardown: '<rootDir>/harness/stopTarget.ts',
  setupFilesAfterEnv: ['<rootDir>/client/cleanUpAfterTests.ts'],
  transform: {
    '\\.tsx?$': [
      require.resolve('@backstage/cli/config/jestSwcTransform'),
      {
        module: { ignoreDynamic: true, exportInteropAnnotation: true },
        jsc: { parser: { syntax: 'typescript' } },
      },
    ],
  },
};
