import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { clusterEnvironment } from './clusterEnvironment';
import { ControlServer } from './ControlServer';
import { freePort } from './freePort';
import { PortalBackend } from './PortalBackend';
import { publicModelsEnv } from './publicModelsEnv';
import { ServerProxy } from './ServerProxy';
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
      ? await clusterEnvironment(logFolder)
      : await sandboxEnvironment(logFolder);
  const { url: upstream, admin } = environment.cluster;
  const backendLogFile = path.join(logFolder, 'backend.log');
  const databaseFolder = path.join(logFolder, 'database');
  // Everything that may be asked for again holds its port from here on.
  const killed = { backend: undefined as PortalBackend | undefined };
  const writes = new WriteCounter(async () => killed.backend?.kill());
  const backendsCluster = new ServerProxy({
    upstream,
    connection: environment.transport,
    onWrite: () => writes.onWrite(),
  });
  const adminsCluster = new ServerProxy({ upstream, connection: admin });
  const { prometheusUrl } = environment.description;
  const prometheus = prometheusUrl
    ? new ServerProxy({ upstream: new URL(prometheusUrl) })
    : undefined;
  const backendPort = await freePort();
  const backendsClusterPort = await backendsCluster.listen();
  const prometheusPort = await prometheus?.listen();
  const backend = new PortalBackend({
    port: backendPort,
    configs: environment.configs,
    env: {
      NODE_ENV: 'development',
      NO_COLOR: '1',
      BACKEND_PORT: String(backendPort),
      // Where the backend serves the frontend, if that has been built.
      PORTAL_PORT: String(backendPort),
      // Files, so that tests can look into them, and that a restart finds what was there before.
      APP_CONFIG_backend_database_connection: JSON.stringify({
        directory: databaseFolder,
      }),
      ...environment.backendEnv({
        kubernetes: `http://127.0.0.1:${backendsClusterPort}`,
        prometheus:
          prometheusPort === undefined
            ? undefined
            : `http://127.0.0.1:${prometheusPort}`,
      }),
    },
    logFile: backendLogFile,
    adminToken: ADMIN_TOKEN,
  });
  killed.backend = backend;
  const control = new ControlServer({
    backend,
    publicModelsEnv: publicModelsEnv(environment.gatewayConfig),
    writes,
    cluster: backendsCluster,
    prometheus,
    restartGateway: environment.restartGateway,
    backendLogFile,
    databaseFolder,
  });
  const stop = async () => {
    await backend.stop();
    await environment.stop();
    [backendsCluster, adminsCluster, prometheus, control].forEach(server =>
      server?.close(),
    );
  };
  try {
    const adminsClusterPort = await adminsCluster.listen();
    const controlPort = await control.listen();
    await backend.start();
    return {
      description: {
        ...environment.description,
        portalUrl: backend.url,
        kubernetesUrl: `http://127.0.0.1:${adminsClusterPort}`,
        controlUrl: `http://127.0.0.1:${controlPort}`,
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
