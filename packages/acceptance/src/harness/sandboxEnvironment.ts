import { hasAiGateway } from './aiGatewayOfTarget';
import { hasGlobalRateLimit, limiterEnv } from './limiterOfTarget';
import { startSandbox } from './startSandbox';
import { INSTANCE_ID, TargetEnvironment } from './TargetEnvironment';

/** Of the sandbox's own administrator. */
const ADMIN_TOKEN = 'sandbox-admin-token';

/** A fresh sandbox. */
export async function sandboxEnvironment(
  logFolder: string,
): Promise<TargetEnvironment> {
  const sandbox = await startSandbox(logFolder);
  const { origin: gatewayUrl, port } = sandbox.gatewayUrl;
  const gateway = { namespace: 'model-gateway', name: 'models' };
  const hostnames = ['localhost', 'api.router.inference-in-a-box'];
  return {
    description: {
      kind: 'sandbox',
      gatewayUrl,
      gateway,
      hostnames,
      instanceId: INSTANCE_ID,
      hasGlobalRateLimit,
      hasAiGateway,
      hasExtraModels: true,
    },
    // As in app-config.sandbox.yaml.
    gatewayConfig: {
      name: gateway.name,
      cluster: 'sandbox',
      namespace: gateway.namespace,
      gateway: gateway.name,
      baseUrl: { scheme: 'http', port: Number(port) },
      hostnames: { default: hostnames[0], allowed: hostnames },
      keyMode: 'gateway',
      probeUrl: gatewayUrl,
    },
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
    backendEnv: proxyUrl => ({
      SANDBOX_PORT: new URL(proxyUrl).port,
      GATEWAY_PORT: port,
      APP_CONFIG_modelPublishing_instanceId: INSTANCE_ID,
      ...limiterEnv,
    }),
    stop: () => sandbox.process.stop('SIGTERM'),
  };
}
