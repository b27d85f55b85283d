import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { AiController } from './gateway/aiController/AiController';
import { aiGroup } from './gateway/aiController/aiKinds';
import { EmbeddedGateway } from './gateway/EmbeddedGateway';
import { storeObjectSource } from './gateway/storeObjectSource';
import { kubeconfigOf } from './kubeconfigOf';
import {
  createKubernetesApi,
  KubernetesApiOptions,
} from './kubernetes/createKubernetesApi';
import { ObjectStore } from './kubernetes/ObjectStore';
import { closeServer, listenOnLoopback } from './listenOnLoopback';
import { GatewayMetrics } from './metrics/GatewayMetrics';
import { MetricsServer } from './metrics/MetricsServer';
import { ModelServers } from './models/ModelServers';
import { Prometheus } from './prometheus/Prometheus';
import { accounts, adminToken, mayAccess, portalToken } from './portalAccounts';
import { seedCluster } from './seed/seedCluster';
import { gatewayName, gatewayNamespace } from './seed/seedObjects';
import { tokenInPath } from './tokenInPath';
import { upstreamOfService } from './upstreamOfService';

/** How a sandbox is started; everything has a default that suits tests: free ports, nothing on disk. */
export interface SandboxOptions {
  readonly apiPort?: number;
  readonly gatewayPort?: number;
  readonly modelsPort?: number;
  readonly metricsPort?: number;
  readonly prometheusPort?: number;
  /** How often the sandbox's Prometheus reads what the gateway has counted, in milliseconds. */
  readonly scrapeIntervalMs?: number;
  /** Where objects are kept between two starts, and the kubeconfig is written. */
  readonly stateDirectory?: string;
  /** Forget what the state directory holds. */
  readonly reset?: boolean;
  /** False: like an Envoy Gateway without a rate limit service. */
  readonly globalRateLimit?: boolean;
  /** False: like an Envoy Gateway without Envoy AI Gateway beside it. */
  readonly aiGateway?: boolean;
  /** How long the AI Gateway's external processor may go on with an old configuration, in milliseconds. */
  readonly processorIntervalMs?: number;
  /** Told of each request to the Kubernetes API as it was answered. */
  readonly onRequest?: KubernetesApiOptions['onRequest'];
  /** Unix milliseconds, for creation times, conditions and limits. */
  readonly clock?: () => number;
}

/** A running sandbox. */
export interface Sandbox {
  readonly apiUrl: string;
  readonly gatewayUrl: string;
  /** Answers `GET /requests?model=<namespace>/<name>`: what the models received. */
  readonly modelsUrl: string;
  /** Answers what the gateway has counted, for Prometheus. */
  readonly metricsUrl: string;
  /** Base URL of an HTTP API like Prometheus', with what the gateway had counted in the last 2 hours. */
  readonly prometheusUrl: string;
  /** Bearer token of the portal for the Kubernetes API. */
  readonly token: string;
  readonly store: ObjectStore;
  close(): Promise<void>;
}

/**
 * Starts a cluster in this process: Kubernetes API, gateway and models, on 127.0.0.1 only.
 *
 * @throws PortTakenError when a port is in use; nothing is left running then.
 */
export async function startSandbox({
  apiPort = 0,
  gatewayPort = 0,
  modelsPort = 0,
  metricsPort = 0,
  prometheusPort = 0,
  scrapeIntervalMs = 2000,
  stateDirectory,
  reset = false,
  globalRateLimit = true,
  aiGateway = true,
  processorIntervalMs = 5000,
  onRequest,
  clock = Date.now,
}: SandboxOptions = {}): Promise<Sandbox> {
  if (stateDirectory && reset) {
    await rm(stateDirectory, { recursive: true, force: true });
  }
  const api = createKubernetesApi({
    tokens: accounts,
    authorize: mayAccess,
    persistDirectory: stateDirectory,
    onRequest,
    clock,
    hiddenGroups: aiGateway ? [] : [aiGroup],
  });
  const { store } = api;
  seedCluster(store, { globalRateLimit });

  const metrics = new GatewayMetrics({ clock, aiGateway });
  const metricsServer = new MetricsServer(metrics);
  const prometheus = new Prometheus({
    targets: metrics.targets,
    intervalMs: scrapeIntervalMs,
    clock,
  });
  const models = new ModelServers();
  const apiServer = createServer(tokenInPath(api.handler));
  const aiController = new AiController({ store, clock });
  const gateway = new EmbeddedGateway({
    models: () => aiController.models(),
    source: storeObjectSource(store),
    gateway: `${gatewayNamespace}/${gatewayName}`,
    globalRateLimit,
    processorIntervalMs,
    metrics,
    clock,
    resolve: upstreamOfService(
      {
        service: (namespace, name) =>
          store.get('services', '', namespace, name),
        inferenceService: (namespace, name) =>
          store.get('inferenceservices', 'serving.kserve.io', namespace, name),
      },
      models,
    ),
  });
  const close = async () => {
    aiController.close();
    await Promise.all([
      gateway.close(),
      closeServer(apiServer),
      models.close(),
      metricsServer.close(),
      prometheus.close(),
    ]);
    api.close();
  };

  try {
    const modelsUrl = await models.start(modelsPort);
    const metricsUrl = await metricsServer.start(metricsPort);
    const prometheusUrl = await prometheus.start(prometheusPort);
    if (aiGateway) {
      aiController.start();
    }
    const gatewayUrl = await gateway.start(gatewayPort);
    const used = await listenOnLoopback(apiServer, apiPort, 'Kubernetes API');
    const apiUrl = `http://127.0.0.1:${used}`;
    if (stateDirectory) {
      await writeKubeconfig(stateDirectory, apiUrl);
    }
    const counts = { metricsUrl, prometheusUrl };
    const urls = { apiUrl, gatewayUrl, modelsUrl, ...counts };
    return { ...urls, token: portalToken, store, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function writeKubeconfig(directory: string, apiUrl: string) {
  await mkdir(directory, { recursive: true });
  await writeFile(
    path.join(directory, 'kubeconfig'),
    kubeconfigOf(apiUrl, adminToken),
    { mode: 0o600 },
  );
}
