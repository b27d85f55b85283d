import { request } from 'node:http';
import { ModelServers } from './models/ModelServers';
import { componentService, localGatewayService } from './seed/services';
import { upstreamOfService } from './upstreamOfService';

const serverless = {
  namespace: 'tenant-a',
  name: 'flowers',
  mode: 'Knative',
  storageUri: '',
} as const;
const transformed = {
  namespace: 'tenant-b',
  name: 'flowers-mm',
  transformed: true,
  storageUri: '',
} as const;

const elsewhere = {
  ...componentService({ ...serverless, name: 'away' }, 'predictor', 'uid'),
  spec: {
    type: 'ExternalName',
    externalName: 'away.example.org',
    ports: [{ port: 80 }],
  },
};

const services = [
  localGatewayService(),
  componentService(serverless, 'predictor', 'uid'),
  componentService(transformed, 'predictor', 'uid'),
  componentService(transformed, 'transformer', 'uid'),
  elsewhere,
];

const GATEWAY = 'knative-local-gateway.istio-system.svc.cluster.local';
const FLOWERS = 'flowers-predictor.tenant-a.svc.cluster.local';
const inTenantB = (service: string) => `${service}.tenant-b.svc.cluster.local`;

describe('what answers at a name in the cluster', () => {
  const models = new ModelServers();
  const resolve = upstreamOfService(
    {
      service: (namespace, name) =>
        services.find(
          ({ metadata }) =>
            metadata.namespace === namespace && metadata.name === name,
        ),
      inferenceService: () => undefined,
    },
    models,
  );
  afterAll(() => models.close());

  /** Status of a prediction, and the class that the model sees in these measures. */
  async function predict(
    hostname: string,
    {
      host = hostname,
      model,
      row,
    }: Record<'model', string> & {
      host?: string;
      row: number[];
    },
  ): Promise<[number, number?]> {
    const port = await resolve({ hostname, port: 80 });
    const { status, text } = await send(port, host, model, row);
    return text ? [status, JSON.parse(text).predictions[0]] : [status];
  }

  const centimetres = [5.1, 3.5, 1.4, 0.2];
  const millimetres = [51, 35, 14, 2];

  it.each([
    ['the predictor', 'flowers-mm-predictor', centimetres],
    ['the transformer', 'flowers-mm-transformer', millimetres],
  ])('is %s at its own Service', async (_, service, row) => {
    expect(
      await predict(inTenantB(service), { model: 'flowers-mm', row }),
    ).toEqual([200, 0]);
  });

  it('is not the predictor at the Service of the transformer', async () => {
    expect(
      await predict(inTenantB('flowers-mm-predictor'), {
        model: 'flowers-mm',
        row: millimetres,
      }),
    ).not.toEqual([200, 0]);
  });

  it.each<[string, string, string, [number, number?]]>([
    ['by its host', GATEWAY, FLOWERS, [200, 0]],
    ["through its Service's name", FLOWERS, FLOWERS, [200, 0]],
    ['not by a public name', GATEWAY, 'models.example.org', [404]],
    [
      'not if its Service stands for nothing',
      GATEWAY,
      inTenantB('flowers-mm-predictor'),
      [404],
    ],
    [
      'not if its Service stands for another name',
      GATEWAY,
      'away-predictor.tenant-a.svc.cluster.local',
      [404],
    ],
  ])('is a model in Knative mode %s', async (_, hostname, host, expected) => {
    expect(
      await predict(hostname, { host, model: 'flowers', row: centimetres }),
    ).toEqual(expected);
  });

  it.each([
    ['of a port that is not open', FLOWERS, 8080],
    ['out of the cluster', 'away-predictor.tenant-a.svc.cluster.local', 80],
    ['of no Service', 'none.tenant-a.svc.cluster.local', 80],
    ['of another form', 'localhost', 80],
  ])('is nothing at a name %s', async (_, hostname, port) => {
    expect(await resolve({ hostname, port })).toBeUndefined();
  });
});

function send(
  port: number | undefined,
  host: string,
  model: string,
  row: number[],
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port,
        method: 'POST',
        path: `/v1/models/${model}:predict`,
        headers: { host },
      },
      response => {
        let text = '';
        response.on('data', chunk => {
          text += chunk;
        });
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, text }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(JSON.stringify({ instances: [row] }));
  });
}
