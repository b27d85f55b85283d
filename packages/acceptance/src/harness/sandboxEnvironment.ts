import { hasAiGateway } from './aiGatewayOfTarget';
import { hasGlobalRateLimit, limiterEnv } from './limiterOfTarget';
import { startSandbox } from './startSandbox';
import { INSTANCE_ID, TargetEnvironment } from './TargetEnvironment';
import { TEST_HOSTNAMES, withTestHostnames } from './testHostnames';

/** Of the sandbox's own administrator. */
const ADMIN_TOKEN = 'sandbox-admin-token';

/** A fresh sandbox. */
export async function sandboxEnvironment(
  logFolder: string,
): Promise<TargetEnvironment> {
  const sandbox = await startSandbox(logFolder);
  const gatewayUrl = sandbox.gatewayUrl.origin;
  const port = Number(sandbox.gatewayUrl.port);
  const gateway = { namespace: 'model-gateway', name: 'models' };
  const hostnames = ['localhost', 'api.router.inference-in-a-box'];
  // As in app-config.sandbox.yaml, with more hostnames.
  const gatewayConfig = {
    name: gateway.name,
    cluster: 'sandbox',
    namespace: gateway.namespace,
    gateway: gateway.name,
    baseUrl: { scheme: 'http', port },
    hostnames: withTestHostnames(
      { default: 'localhost', allowed: hostnames },
      { port, probeUrl: gatewayUrl },
      undefined,
    ),
    keyMode: 'gateway',
    probeUrl: gatewayUrl,
  };
  return {
    description: {
      kind: 'sandbox',
      gatewayUrl,
      prometheusUrl: sandbox.prometheusUrl.origin,
      countsAccessLogs: true,
      gateway,
      hostnames,
      testHostnames: TEST_HOSTNAMES,
      instanceId: INSTANCE_ID,
      hasGlobalRateLimit,
      hasAiGateway,
      hasExtraModels: true,
    },
    gatewayConfig,
    cluster: {
      url: sandbox.apiUrl,
      admin: { headers: { Authorization: `Bearer ${ADMIN_TOKEN}` } },
    },
    transport: {},
    configs: [
      'app-config.yaml',
      'app-config.identities.yaml',
      'app-config.sandbox.yaml',
    ],
    backendEnv: ({ kubernetes, prometheus }) => ({
      SANDBOX_PORT: new URL(kubernetes).port,
      ...(prometheus && { PROMETHEUS_PORT: new URL(prometheus).port }),
      GATEWAY_PORT: String(port),
      APP_CONFIG_modelPublishing_instanceId: INSTANCE_ID,
      APP_CONFIG_modelPublishing_gateways: JSON.stringify([gatewayConfig]),
      ...limiterEnv,
    }),
    restartGateway: () => restartGateway(sandbox.metricsUrl),
    stop: () => sandbox.process.stop('SIGTERM'),
  };
}

/** A Pod of the gateway holds Envoy and the AI Gateway's processor. */
async function restartGateway(metricsUrl: URL): Promise<void> {
  const pod = new URL('?job=envoy&job=ai-gateway-extproc', metricsUrl);
  const { ok, status } = await fetch(pod, { method: 'DELETE' });
  if (!ok) {
    throw new Error(`The sandbox answered ${status} instead of a restart`);
  }
}
