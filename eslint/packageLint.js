const createPackageConfig = require('@backstage/cli/config/eslint-factory');

/** The sandbox is a process of its own; nothing that is published may depend on it. */
const SANDBOX_PATTERNS = ['sandbox', 'sandbox/*', '**/packages/sandbox/**'];

/**
 * Backstage's lint configuration of a package, with this repository's habits (no console, no `any`, no `!`).
 *
 * @param {string} directory - of the package
 * @param {object} [options] - as for Backstage's eslint-factory
 */
module.exports = function packageLint(directory, options = {}) {
  return createPackageConfig(directory, {
    ...options,
    rules: { 'no-console': 'error', ...options.rules },
    tsRules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      ...options.tsRules,
    },
    testRules: {
      // Assertions that several tests share are functions called expect...; properties assert by themselves.
      'jest/expect-expect': [
        'error',
        { assertFunctionNames: ['expect', 'expect*', 'fc.assert'] },
      ],
      ...options.testRules,
    },
    restrictedImportPatterns: [
      ...SANDBOX_PATTERNS,
      ...(options.restrictedImportPatterns ?? []),
    ],
  });
};

module.exports.SANDBOX_PATTERNS = SANDBOX_PATTERNS;
