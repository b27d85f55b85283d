import { readFileSync } from 'node:fs';
import { UserError } from '../UserError.mjs';

const REQUIRED = [
  'KUBECONFIG',
  'KUBE_API_URL',
  'GATEWAY_HTTP_URL',
  'GATEWAY_HOSTNAMES',
  'GATEWAY_NAMESPACE',
  'GATEWAY_NAME',
  'TENANT_NAMESPACES',
];

/** Whether a cluster was named at all. @param {{ environment?: string }} options */
export const namesEnvironmentFile = options =>
  Boolean(environmentFileOf(options));

const environmentFileOf = options =>
  options.environment ?? process.env.MODEL_PUBLISHING_CLUSTER_ENV;

/**
 * Reads a file of `NAME=value` lines that describes a cluster.
 *
 * @param {{ environment?: string }} options
 * @returns {Record<string, string>}
 * @throws UserError when there is no file or a variable is missing
 */
export function readEnvironmentFile(options) {
  const file = environmentFileOf(options);
  if (!file) {
    throw new UserError(
      'Say which cluster: --environment <file>, or MODEL_PUBLISHING_CLUSTER_ENV=<file>. See docs/testing.md.',
    );
  }
  const variables = parse(read(file));
  const missing = REQUIRED.filter(name => !variables[name]);
  if (missing.length > 0) {
    throw new UserError(
      `${file} does not set ${missing.join(', ')}. See docs/testing.md.`,
    );
  }
  return variables;
}

/** The names in a variable. @param {string} value - separated by commas or spaces */
export const namesIn = value => value.split(/[\s,]+/).filter(Boolean);

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UserError(
      `The environment file cannot be read: ${error.message}`,
    );
  }
}

/** @param {string} text */
function parse(text) {
  const lines = text
    .split('\n')
    .map(line => /^(?:export )?([A-Z_][A-Z0-9_]*)=(.*)$/.exec(line.trim()));
  return Object.fromEntries(
    lines
      .filter(Boolean)
      .map(([, name, value]) => [name, value.replace(/^(['"])(.*)\1$/, '$2')]),
  );
}
