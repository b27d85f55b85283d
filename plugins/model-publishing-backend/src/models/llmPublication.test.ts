import { aMemberOf, aPortal } from '../__testUtils__/aPortal';
import { FakeCluster } from '../__testUtils__/FakeCluster';
import { KubernetesObject } from '../cluster/defineResource';
import { aModel, aServiceOf } from './aModel';

const owner = aMemberOf('a');
const selector = { model: 'llm', tenant: 'tenant-a' };

const llm: KubernetesObject = {
  ...aModel({ name: 'llm', kind: 'LLMInferenceService' }),
  apiVersion: 'serving.kserve.io/v1alpha2',
  spec: { model: { name: 'meta-llama/Llama-3.1-8B' } },
};

function aWorkloadService(): KubernetesObject {
  const service = aServiceOf(llm, 'kserve-workload-svc');
  return {
    ...service,
    spec: {
      type: 'ClusterIP',
      clusterIP: '10.0.0.2',
      selector: { app: 'llm' },
      ports: [{ port: 8000 }],
    },
  };
}

async function aPortalWithLlm(...others: KubernetesObject[]) {
  const cluster = new FakeCluster();
  [llm, aWorkloadService(), ...others].forEach(object => cluster.seed(object));
  const portal = await aPortal(cluster);
  return {
    cluster,
    ...portal,
    publish: (modelType?: 'openai' | 'traditional') =>
      portal.useCases.publish(owner, 'llm', {
        tenantId: 'tenant-a',
        modelType,
      }),
    specsOf: (kind: string) =>
      [...cluster.objects.values()]
        .filter(
          object =>
            object.kind === kind &&
            object.metadata.name.startsWith('published-'),
        )
        .map(({ spec }) => spec),
  };
}

describe('a published LLMInferenceService', () => {
  it('is asked for by its own name at its pods', async () => {
    const { publish, specsOf, fleet } = await aPortalWithLlm();
    await expect(publish()).resolves.toMatchObject({
      modelType: 'openai',
      openai: { model: 'llm' },
    });
    expect(specsOf('Backend')).toMatchObject([
      {
        endpoints: [
          {
            fqdn: {
              hostname: 'llm-kserve-workload-svc.tenant-a.svc.cluster.local',
              port: 8000,
            },
          },
        ],
      },
    ]);
    expect(specsOf('AIServiceBackend')).toMatchObject([
      { schema: { name: 'OpenAI', prefix: 'v1' } },
    ]);
    expect(specsOf('AIGatewayRoute')).toMatchObject([
      {
        rules: [
          { backendRefs: [{ modelNameOverride: 'meta-llama/Llama-3.1-8B' }] },
        ],
      },
    ]);
    fleet.stop();
  });

  it('is found, listed, and taken away by its name', async () => {
    const { publish, useCases, specsOf, fleet } = await aPortalWithLlm();
    const { id } = await publish();
    await expect(
      useCases.getPublication(owner, selector, { reveal: false }),
    ).resolves.toMatchObject({ id });
    await expect(useCases.getModel(owner, selector)).resolves.toMatchObject({
      kind: 'LLMInferenceService',
      openaiPrefix: 'v1',
      published: true,
      publication: { id },
    });
    const { items } = await useCases.listModels(owner, {
      limit: 10,
      type: 'openai',
    });
    expect(items).toMatchObject([
      { name: 'llm', kind: 'LLMInferenceService', published: true },
    ]);
    await useCases.unpublish(owner, selector);
    expect(specsOf('AIGatewayRoute')).toEqual([]);
    fleet.stop();
  });

  it('is not published as a traditional model', async () => {
    const { publish, fleet } = await aPortalWithLlm();
    await expect(publish('traditional')).rejects.toThrow(
      /always OpenAI-compatible/,
    );
    fleet.stop();
  });

  it('shares its name with no model of the other kind', async () => {
    const { publish, useCases, fleet } = await aPortalWithLlm(
      aModel({ name: 'llm' }),
    );
    const refusal = /InferenceService and an LLMInferenceService/;
    await expect(publish()).rejects.toThrow(refusal);
    await expect(useCases.getModel(owner, selector)).rejects.toThrow(refusal);
    const { items } = await useCases.listModels(owner, { limit: 10 });
    expect(items.map(({ kind }) => kind)).toEqual([
      'InferenceService',
      'LLMInferenceService',
    ]);
    fleet.stop();
  });

  it('goes on being served as itself when a model of the other kind takes its name', async () => {
    const { publish, cluster, specsOf, fleet } = await aPortalWithLlm();
    await publish();
    cluster.store('ADDED', aModel({ name: 'llm' }));
    await fleet.settle();
    expect(specsOf('Backend')).toMatchObject([
      { endpoints: [{ fqdn: { port: 8000 } }] },
    ]);
    cluster.store('DELETED', llm);
    await fleet.settle();
    expect(specsOf('AIGatewayRoute')).toEqual([]);
    fleet.stop();
  });
});
