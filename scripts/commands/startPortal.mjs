import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { inRoot, SANDBOX } from '../paths.mjs';
import { backstageCli, typeScript } from '../processes/backstageCli.mjs';
import { waitForUrl } from '../processes/waitForUrl.mjs';
import { report } from '../report.mjs';

/** One of app-config.identities.yaml. */
const EXAMPLE_USER = { 'x-sandbox-user': 'tenant-a-user' };

const LOGS = path.join(SANDBOX, 'log');

/** Where a service's output goes. @param {string} name @param {{ verbose?: boolean }} options */
export function logTo(name, options) {
  mkdirSync(LOGS, { recursive: true });
  return {
    logFile: path.join(LOGS, `${name}.log`),
    onLine: options.verbose ? line => report(`[${name}] ${line}`) : () => {},
  };
}

/**
 * Starts the portal's backend and, unless it is left out, the frontend's development server.
 *
 * @param {import('./runServices.mjs').Services} services
 * @param {object} portal
 * @param {import('../toolchain/prepareToolchain.mjs').Toolchain} portal.toolchain
 * @param {NodeJS.ProcessEnv} portal.env
 * @param {string[]} portal.configs - names of configuration files in the root, later ones win
 * @param {ReturnType<typeof import('./ports.mjs').choosePorts>} portal.ports
 * @param {Record<string, unknown>} portal.options
 * @returns {Promise<void>} resolves when both answer
 */
export async function startPortal(
  services,
  { toolchain, env, configs, ports, options },
) {
  const files = ['app-config.yaml', ...configs, 'app-config.local.yaml']
    .map(name => inRoot(name))
    .filter(existsSync);
  const configArgs = files.flatMap(file => ['--config', file]);
  const start = (name, folder, args) =>
    services.start(name, {
      command: toolchain.node,
      args: [...args, ...configArgs],
      cwd: inRoot('packages', folder),
      env: { BROWSER: 'none', NODE_ENV: 'development', ...env },
      ...logTo(name, options),
    });

  // Backstage's own runner restarts the backend after changes, but also lives on when the backend has died.
  start(
    'backend',
    'backend',
    options.watch
      ? backstageCli('package', 'start')
      : [...typeScript, 'src/index.ts'],
  );
  const backend = `http://localhost:${ports.backend}`;
  const ready = [
    waitForUrl(`${backend}/.backstage/health/v1/readiness`, services.signal),
    // The catalog reads its users a few seconds after the backend says that it is ready.
    waitForUrl(
      `${backend}/api/auth/sandbox/refresh`,
      services.signal,
      EXAMPLE_USER,
    ),
  ];
  if (!options['backend-only']) {
    start('frontend', 'app', backstageCli('package', 'start'));
    ready.push(
      waitForUrl(`http://localhost:${ports.portal}/`, services.signal),
    );
  }
  await Promise.all(ready);
}

/** @param {{ ports: { portal: number, backend: number }, gateway: string, options: Record<string, unknown> }} portal */
export function reportReady({ ports, gateway, options }) {
  const portal = options['backend-only']
    ? []
    : [
        `  portal   http://localhost:${ports.portal}  (choose a user on the sign-in page; no password)`,
      ];
  report(
    [
      '',
      'Ready.',
      ...portal,
      `  backend  http://localhost:${ports.backend}  (tokens: dev-tenant-a-token, dev-tenant-b-token, dev-tenant-c-token, dev-admin-token)`,
      `  gateway  ${gateway}`,
      '',
      'Ctrl-C ends everything. Logs are in .sandbox/log/.',
    ].join('\n'),
  );
}
