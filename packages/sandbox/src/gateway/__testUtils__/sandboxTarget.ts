import { EmbeddedGateway } from '../EmbeddedGateway';
import { ModelServers } from '../../models/ModelServers';
import { MemoryObjects } from './MemoryObjects';
import { ParityTarget } from './ParityTarget';

export async function sandboxTarget(): Promise<ParityTarget> {
  const objects = new MemoryObjects();
  await objects.create({
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'GatewayClass',
    metadata: { name: 'envoy' },
    spec: { controllerName: 'gateway.envoyproxy.io/gatewayclass-controller' },
  });
  await objects.create({
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'Gateway',
    metadata: { name: 'models', namespace: 'model-gateway' },
    spec: {
      gatewayClassName: 'envoy',
      listeners: [
        {
          name: 'http',
          port: 80,
          protocol: 'HTTP',
          allowedRoutes: { namespaces: { from: 'Same' } },
        },
      ],
    },
  });
  const models = new ModelServers();
  await models.start(0);
  const gw = new EmbeddedGateway({
    source: objects,
    gateway: 'model-gateway/models',
    globalRateLimit: true,
    clock: Date.now,
    resolve: async ({ hostname }) =>
      hostname.startsWith('iris-')
        ? models.portOf({ namespace: 'tenant-a', name: 'iris' })
        : undefined,
  });
  const gatewayUrl = await gw.start(0);
  return {
    objects: objects as any,
    gatewayUrl,
    gateway: 'models',
    run: 'a',
    settleMs: 50,
    close: async () => {
      await gw.close();
      await models.close();
    },
  };
}
