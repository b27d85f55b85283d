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
  return {
    description: {
      kind: 'sandbox',
      gatewayUrl: sandbox.gatewayUrl.origin,
      gateway: { namespace: 'model-gateway', name: 'models' },
      hostnames: ['localhost', 'api.router.inference-in-a-box'],
      instanceId: INSTANCE_ID,
      hasGlobalRateLimit,
      hasAiGateway: true,
      hasExtraModels: true,
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
      GATEWAY_PORT: sandbox.gatewayUrl.port,
      APP_CONFIG_modelPublishing_instanceId: INSTANCE_ID,
      ...limiterEnv,
    }),
    stop: () => sandbox.process.stop('SIGTERM'),
  };
}
