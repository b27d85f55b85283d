import { clusterAccess } from '../cluster/clusterAccess.mjs';
import { clusterConfig } from '../cluster/clusterConfig.mjs';
import { readEnvironmentFile } from '../cluster/readEnvironmentFile.mjs';
import { requireFreePorts } from '../processes/requireFreePorts.mjs';
import { report } from '../report.mjs';
import { choosePorts, portVariables } from './ports.mjs';
import { runServices } from './runServices.mjs';
import { reportReady, startPortal } from './startPortal.mjs';

/** The portal on a real cluster, with the sandbox's users. @param {import('../run.mjs').CommandInput} input */
export async function run({ toolchain, options }) {
  const cluster = readEnvironmentFile(options);
  const ports = choosePorts(options, process.env);
  await requireFreePorts([
    ...(options['backend-only']
      ? []
      : [{ purpose: 'the portal', port: ports.portal, option: 'portal-port' }]),
    { purpose: 'the backend', port: ports.backend, option: 'backend-port' },
  ]);
  const env = {
    ...toolchain.env,
    ...portVariables(ports),
    KUBE_API_URL: cluster.KUBE_API_URL,
    ...clusterConfig(cluster),
    ...(await clusterAccess(toolchain, cluster)),
  };

  return runServices(async services => {
    report(`Starting the portal on ${cluster.KUBE_API_URL} (about 30 s) ...`);
    await startPortal(services, {
      toolchain,
      env,
      configs: ['app-config.identities.yaml', 'app-config.cluster.yaml'],
      ports,
      options,
    });
    reportReady({ ports, gateway: cluster.GATEWAY_HTTP_URL, options });
  });
}
