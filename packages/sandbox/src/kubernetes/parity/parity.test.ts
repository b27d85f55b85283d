import { randomUUID } from 'node:crypto';
import { KubeConfig } from '@kubernetes/client-node';
import { ApiFixture, startApi } from '../__testUtils__/startApi';
import { ParityClient } from '../__testUtils__/ParityClient';
import { coreParityCases } from './coreParityCases';
import { gatewayParityCases } from './gatewayParityCases';

const kubeconfig = process.env.PARITY_KUBECONFIG;
const parityCases = [...coreParityCases, ...gatewayParityCases];
const run = `parity-${randomUUID().slice(0, 8)}`;

describe(`the sandbox's API server (compared with a real one: ${
  kubeconfig ? 'yes' : 'no, PARITY_KUBECONFIG is not set'
})`, () => {
  let sandbox: ApiFixture;

  beforeAll(async () => {
    sandbox = await startApi();
  });
  afterAll(() => sandbox.close());

  it.each(parityCases.map((each, index) => ({ ...each, index })))(
    '$name',
    async ({ steps, index }) => {
      const name = `${run}-${index}`;
      const emulated = new ParityClient(sandbox.config, name);
      const real = kubeconfig
        ? new ParityClient(configFrom(kubeconfig), name)
        : undefined;
      try {
        for (const step of steps) {
          const answer = await emulated.send(step);
          expect({ step, ...answer }).toMatchObject({
            step,
            status: step.status,
            ...(step.answer && { body: step.answer }),
          });
          const expected = (await real?.send(step)) ?? answer;
          expect({ step, ...answer }).toEqual({ step, ...expected });
        }
      } finally {
        await real?.clean(steps);
      }
    },
  );
});

function configFrom(file: string): KubeConfig {
  const config = new KubeConfig();
  config.loadFromFile(file);
  return config;
}
