import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { clusterEnvironment } from './clusterEnvironment';
import { ClusterProxy } from './ClusterProxy';
import { ControlServer } from './ControlServer';
import { freePort } from './freePort';
import { PortalBackend } from './PortalBackend';
import { sandboxEnvironment } from './sandboxEnvironment';
import { TargetDescription } from './TargetDescription';
import { WriteCounter } from './WriteCounter';

/** Everything that one run of the suite has started. */
export interface RunningTarget {
  description: TargetDescription;
  stop: () => Promise<void>;
}

const ADMIN_TOKEN = 'dev-admin-token';

/** Starts the system to test: the cluster or its stand-in, the portal's backend, and what tests reach them by. */
export async function runTarget(): Promise<RunningTarget> {
  const logFolder = mkdtempSync(path.join(tmpdir(), 'acceptance-'));
  const environment =
    process.env.ACCEPTANCE_TARGET === 'cluster'
      ? await clusterEnvironment()
      : await sandboxEnvironment(logFolder);
  const { url: upstream, admin } = environment.cluster;
  const port = {
    backend: await freePort(),
    backendsCluster: await freePort(),
    adminsCluster: await freePort(),
    control: await freePort(),
  };
  const backendLogFile = path.join(logFolder, 'backend.log');
  const backend = new PortalBackend({
    port: port.backend,
    configs: environment.configs,
    env: {
      NODE_ENV: 'development',
      NO_COLOR: '1',
      BACKEND_PORT: String(port.backend),
      // Where the backend serves the frontend, if that has been built.
      PORTAL_PORT: String(port.backend),
      ...environment.backendEnv(`http://127.0.0.1:${port.backendsCluster}`),
    },
    logFile: backendLogFile,
    adminToken: ADMIN_TOKEN,
  });
  const writes = new WriteCounter(() => backend.kill());
  const listeners = {
    backendsCluster: new ClusterProxy({
      upstream,
      connection: environment.transport,
      onWrite: () => writes.onWrite(),
    }),
    adminsCluster: new ClusterProxy({ upstream, connection: admin }),
    control: new ControlServer({ backend, writes, backendLogFile }),
  };
  const stop = async () => {
    await backend.stop();
    await environment.stop();
    Object.values(listeners).forEach(listener => listener.close());
  };
  try {
    await listeners.backendsCluster.listen(port.backendsCluster);
    await listeners.adminsCluster.listen(port.adminsCluster);
    await listeners.control.listen(port.control);
    await backend.start();
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    description: {
      ...environment.description,
      portalUrl: backend.url,
      kubernetesUrl: `http://127.0.0.1:${port.adminsCluster}`,
      controlUrl: `http://127.0.0.1:${port.control}`,
    },
    stop,
  };
}
