import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { clusterEnvironment } from './clusterEnvironment';
import { ControlServer } from './ControlServer';
import { freePort } from './freePort';
import { PortalBackend } from './PortalBackend';
import { publicModelsEnv } from './publicModelsEnv';
import { Replicas } from './Replicas';
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
  const newPrometheus = () =>
    prometheusUrl
      ? new ServerProxy({ upstream: new URL(prometheusUrl) })
      : undefined;
  const prometheus = newPrometheus();
  const backendsClusterPort = await backendsCluster.listen();
  /** A backend on this target, with a port of its own. */
  const newBackend = async (
    env: Record<string, string>,
    { source, logFile }: { source: ServerProxy | undefined; logFile: string },
  ) => {
    const port = await freePort();
    const prometheusPort = await source?.listen();
    return new PortalBackend({
      port,
      configs: environment.configs,
      env: {
        NODE_ENV: 'development',
        NO_COLOR: '1',
        BACKEND_PORT: String(port),
        // Where the backend serves the frontend, if that has been built.
        PORTAL_PORT: String(port),
        ...environment.backendEnv({
          kubernetes: `http://127.0.0.1:${backendsClusterPort}`,
          prometheus:
            prometheusPort === undefined
              ? undefined
              : `http://127.0.0.1:${prometheusPort}`,
        }),
        // Tests wait for collections.
        APP_CONFIG_modelPublishing_usage_interval: '5s',
        ...env,
      },
      logFile,
      adminToken: ADMIN_TOKEN,
    });
  };
  const backend = await newBackend(
    {
      // Files, so that tests can look into them, and that a restart finds what was there before.
      APP_CONFIG_backend_database_connection: JSON.stringify({
        directory: databaseFolder,
      }),
    },
    { source: prometheus, logFile: backendLogFile },
  );
  const replicas = new Replicas({
    create: async postgresUrl => {
      const source = newPrometheus();
      if (!source) {
        throw new Error('The target has no Prometheus');
      }
      const env = {
        APP_CONFIG_backend_database_client: 'pg',
        APP_CONFIG_backend_database_connection: postgresUrl,
      };
      const logFile = path.join(logFolder, 'replicas.log');
      return {
        backend: await newBackend(env, { source, logFile }),
        prometheus: source,
      };
    },
  });
  killed.backend = backend;
  const control = new ControlServer({
    backend,
    publicModelsEnv: publicModelsEnv(environment.gatewayConfig),
    writes,
    cluster: backendsCluster,
    prometheus,
    restartGateway: environment.restartGateway,
    replicas,
    backendLogFile,
    databaseFolder,
  });
  const stop = async () => {
    await replicas.stop();
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
        mayRestartGateway: environment.restartGateway !== undefined,
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
