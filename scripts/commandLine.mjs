import { parseArgs } from 'node:util';
import { UserError } from './UserError.mjs';

export const HELP = `npm start                   the portal with an embedded cluster, gateway and models (the sandbox)
npm run start:cluster       the portal on a real cluster
npm test [-- <patterns>]    unit tests, then the acceptance suite on the sandbox
npm run test:cluster        the acceptance suite and the shipped rights on a real cluster
npm run test:full           all tests in their long forms; with --environment on a real cluster too
npm run bench:cluster       measurements on a real cluster
npm run verify              formatting, lint, types, package metadata, bundle size
npm run measure:bundle      what browsers load for each page of the plugin

Options of start and start:cluster (after a --, as in: npm start -- --portal-port 3001)
  --portal-port <port>      the portal's address (3000)
  --backend-port <port>     the backend's address (7007)
  --gateway-port <port>     the sandbox's gateway (10080)
  --sandbox-port <port>     the sandbox's Kubernetes API (6480)
  --prometheus-port <port>  the sandbox's Prometheus (6490)
  --reset                   forget what earlier starts stored in .sandbox/
  --backend-only            leave the frontend out
  --watch                   restart the backend when its code changes
  --verbose                 print the logs; otherwise they are in .sandbox/log/
Options of start:cluster, test:cluster, bench:cluster and test:full
  --environment <file>      describes the cluster, see docs/testing.md (or MODEL_PUBLISHING_CLUSTER_ENV=<file>)`;

const PORTS = [
  'portal-port',
  'backend-port',
  'gateway-port',
  'sandbox-port',
  'prometheus-port',
];

const START_OPTIONS = {
  ...Object.fromEntries(PORTS.map(name => [name, { type: 'string' }])),
  environment: { type: 'string' },
  reset: { type: 'boolean' },
  'backend-only': { type: 'boolean' },
  watch: { type: 'boolean' },
  verbose: { type: 'boolean' },
  help: { type: 'boolean' },
};

/**
 * Splits the command line into the command, our options, and what is passed on to the tools.
 *
 * @param {string[]} args - without Node and the script
 * @param {string[]} commands - the known ones
 */
export function parseCommandLine(args, commands) {
  const [command, ...rest] = args.filter(argument => argument !== '--');
  if (command === undefined || command === '--help') {
    return {
      command: undefined,
      options: { help: command === '--help' },
      rest,
    };
  }
  if (!commands.includes(command)) {
    throw new UserError(
      `There is no command "${command}". Commands: ${commands.join(', ')}.`,
    );
  }
  if (!command.startsWith('start')) {
    return { command, ...takeEnvironment(rest) };
  }
  try {
    const { values } = parseArgs({ args: rest, options: START_OPTIONS });
    for (const name of PORTS) {
      requirePort(name, values[name]);
    }
    return { command, options: values, rest: [] };
  } catch (error) {
    throw new UserError(`${error.message}\n\n${HELP}`);
  }
}

/** Tests hand everything but `--environment <file>` and `--help` to Jest. @param {string[]} args */
function takeEnvironment(args) {
  const options = { help: args.includes('--help') };
  const rest = [];
  for (let index = 0; index < args.length; index += 1) {
    if (args[index] === '--environment') {
      index += 1;
      options.environment = args[index];
    } else if (args[index].startsWith('--environment=')) {
      options.environment = args[index].slice('--environment='.length);
    } else {
      rest.push(args[index]);
    }
  }
  return { options, rest };
}

/** @param {string} name @param {string | undefined} value */
function requirePort(name, value) {
  if (
    value !== undefined &&
    !(/^\d{1,5}$/.test(value) && Number(value) > 0 && Number(value) < 65536)
  ) {
    throw new Error(
      `--${name} must be a port between 1 and 65535, not "${value}".`,
    );
  }
}
