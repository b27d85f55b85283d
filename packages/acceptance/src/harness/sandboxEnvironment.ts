import { startSandbox } from './startSandbox';
import { INSTANCE_ID, TargetEnvironment } from './TargetEnvironment';

/** A fresh sandbox. */
export async function sandboxEnvironment(
  logFolder: string,
): Promise<TargetEnvironment> {
  const sandbox = await startSandbox(logFolder);
  const apiUrl = `http://127.0.0.1:${sandbox.apiPort}`;
  return {
    description: {
      kind: 'sandbox',
      gatewayUrl: `http://127.0.0.1:${sandbox.gatewayPort}`,
      gateway: { namespace: 'model-gateway', name: 'models' },
      hostnames: ['localhost', 'api.router.inference-in-a-box'],
      instanceId: INSTANCE_ID,
      hasGlobalRateLimit: true,
    },
    cluster: { url: new URL(apiUrl), admin: {} },
    transport: {},
    configs: [
      'app-config.yaml',
      'app-config.identities.yaml',
      'app-config.sandbox.yaml',
    ],
    backendEnv: proxyUrl => ({
      SANDBOX_PORT: new URL(proxyUrl).port,
      GATEWAY_PORT: String(sandbox.gatewayPort),
      APP_CONFIG_modelPublishing_instanceId: INSTANCE_ID,
      // Beside this suite a developer's portal may use the sandbox's database folder.
      APP_CONFIG_backend_database_connection: '":memory:"',
    }),
    stop: () => sandbox.process.stop('SIGTERM'),
  };
}
