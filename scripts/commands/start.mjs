import { rmSync } from 'node:fs';
import path from 'node:path';
import { inRoot, ROOT, SANDBOX } from '../paths.mjs';
import { typeScript } from '../processes/backstageCli.mjs';
import { requireFreePorts } from '../processes/requireFreePorts.mjs';
import { report } from '../report.mjs';
import { choosePorts, portVariables } from './ports.mjs';
import { runServices } from './runServices.mjs';
import { logTo, reportReady, startPortal } from './startPortal.mjs';

/** The portal on the sandbox. @param {import('../run.mjs').CommandInput} input */
export async function run({ toolchain, options }) {
  const ports = choosePorts(options, process.env);
  await requireFreePorts([
    ...(options['backend-only']
      ? []
      : [{ purpose: 'the portal', port: ports.portal, option: 'portal-port' }]),
    { purpose: 'the backend', port: ports.backend, option: 'backend-port' },
    {
      purpose: "the sandbox's gateway",
      port: ports.gateway,
      option: 'gateway-port',
    },
    {
      purpose: "the sandbox's Kubernetes API",
      port: ports.sandbox,
      option: 'sandbox-port',
    },
    {
      purpose: "the sandbox's Prometheus",
      port: ports.prometheus,
      option: 'prometheus-port',
    },
  ]);
  if (options.reset) {
    rmSync(SANDBOX, { recursive: true, force: true });
  }
  const env = {
    ...toolchain.env,
    ...portVariables(ports),
    SANDBOX_DIRECTORY: SANDBOX,
  };

  return runServices(async services => {
    report('Starting the sandbox and the portal (about 30 s) ...');
    await startSandbox(services, { toolchain, env, ports, options });
    await startPortal(services, {
      toolchain,
      env,
      configs: ['app-config.identities.yaml', 'app-config.sandbox.yaml'],
      ports,
      options,
    });
    reportReady({
      ports,
      gateway: `http://localhost:${ports.gateway}`,
      options,
    });
  });
}

/** Resolves when the sandbox has said on its output that it is ready. */
function startSandbox(services, { toolchain, env, ports, options }) {
  return new Promise((resolve, reject) => {
    const { logFile, onLine } = logTo('sandbox', options);
    services.signal.addEventListener('abort', () =>
      reject(services.signal.reason),
    );
    services.start('sandbox', {
      command: toolchain.node,
      args: [
        ...typeScript,
        inRoot('packages', 'sandbox', 'src', 'main.ts'),
        '--api-port',
        String(ports.sandbox),
        '--gateway-port',
        String(ports.gateway),
        '--prometheus-port',
        String(ports.prometheus),
        '--state-directory',
        path.join(SANDBOX, 'state'),
      ],
      cwd: ROOT,
      env,
      logFile,
      onLine: line => {
        onLine(line);
        if (line.startsWith('{"ready":true')) {
          resolve();
        }
      },
    });
  });
}
