import { serveSeededModels } from './serveSeededModels';

const servers: Array<{ close: () => Promise<void> }> = [];
const serve = async (...names: string[]) => {
  const served = await serveSeededModels(names);
  servers.push(served);
  return served.models;
};
afterEach(async () => {
  await Promise.all(servers.splice(0).map(({ close }) => close()));
});

/** Of the kind that listens on a port which needs no rights. */
const MODEL = 'tenant-a/llm';

// Other systems have one loopback address only.
const onLinux = process.platform === 'linux' ? describe : describe.skip;

onLinux('models of the sandbox that are served by themselves', () => {
  it('answer at an address of their own, on the port of their Service', async () => {
    const [first, second] = [...(await serve(MODEL)), ...(await serve(MODEL))];
    expect(first?.address).not.toBe(second?.address);
    for (const served of [first, second]) {
      expect(served).toMatchObject({
        host: 'llm-kserve-workload-svc.tenant-a.svc.cluster.local',
        model: { kind: 'LLMInferenceService', metadata: { name: 'llm' } },
        service: { metadata: { name: 'llm-kserve-workload-svc' } },
      });
      const answer = await fetch(`http://${served?.address}:8000/v1/models`);
      expect(await answer.json()).toMatchObject({ data: [{ id: 'llm' }] });
    }
  });

  it('are language models only', async () => {
    await expect(serve('tenant-a/iris')).rejects.toThrow(
      'The sandbox has no language model tenant-a/iris',
    );
  });
});
