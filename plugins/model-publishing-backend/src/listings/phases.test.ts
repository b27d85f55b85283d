import { FakeCluster } from '../__testUtils__/FakeCluster';
import { aMemberOf, aPortal, seedModel } from '../__testUtils__/aPortal';
import { acceptEverything } from '../__testUtils__/acceptEverything';
import { phaseOf } from '../conditions/phaseOf';

type KubernetesObject = ReturnType<FakeCluster['store']>;

const admin = aMemberOf('platform');
const MODELS = ['digits', 'iris', 'wine'];

/** Numbers that look random and are the same in every run. */
function* numbers(seed: number): Generator<number> {
  for (let value = seed; ; value = (value * 48271) % 2147483647) {
    yield value;
  }
}

describe('phases in lists', () => {
  let cluster: FakeCluster;
  let portal: Awaited<ReturnType<typeof aPortal>>;

  beforeEach(async () => {
    cluster = new FakeCluster();
    MODELS.forEach(model => seedModel(cluster, 'tenant-a', model));
    portal = await aPortal(cluster);
    for (const model of MODELS) {
      await portal.useCases.publish(admin, model, { tenantId: 'tenant-a' });
    }
    acceptEverything(cluster);
  });
  afterEach(() => portal.fleet.stop());

  const list = async (request: object = {}) =>
    (
      await portal.useCases.listPublications(admin, { limit: 50, ...request })
    ).items.map(({ modelName, phase }) => `${modelName} ${phase}`);

  /** What a look at everything would say, by phase and name. */
  const seenAnew = () =>
    portal.fleet.gateways
      .flatMap(runtime =>
        runtime.states.list().map(state => ({
          model: state.model,
          phase: phaseOf(state.intent, runtime.conditionsOf(state)),
        })),
      )
      .map(({ model, phase }) => `${phase} ${model}`)
      .sort()
      .map(text => text.split(' ').reverse().join(' '));

  const change = (
    find: (object: KubernetesObject) => boolean,
    type: 'MODIFIED' | 'DELETED',
    changes: Partial<KubernetesObject> = {},
  ) => {
    const object = [...cluster.objects.values()].find(find);
    cluster.store(type, { ...(object ?? failed()), ...changes });
  };
  const isOf = (kind: string, name: string) => (object: KubernetesObject) =>
    object.kind === kind && object.metadata.name.includes(name);

  it('are those of the gateway', async () => {
    expect(await list({ phase: 'Published' })).toEqual([
      'digits Published',
      'iris Published',
      'wine Published',
    ]);
  });

  it.each<[string, () => void, string[]]>([
    [
      'the model',
      () =>
        change(isOf('InferenceService', 'iris'), 'MODIFIED', { status: {} }),
      ['iris'],
    ],
    [
      "the model's Service",
      () => change(isOf('Service', 'iris'), 'DELETED'),
      ['iris'],
    ],
    [
      'the status of a policy',
      () =>
        change(isOf('SecurityPolicy', '-iris-'), 'MODIFIED', { status: {} }),
      ['iris'],
    ],
    [
      'the Gateway',
      () => change(isOf('Gateway', ''), 'MODIFIED', { status: {} }),
      MODELS,
    ],
  ])('change with %s, without a reconciliation', async (_, happen, hit) => {
    await list({ phase: 'Published' });
    happen();
    const left = await list({ phase: 'Published' });
    expect(left).toEqual(
      MODELS.filter(model => !hit.includes(model)).map(
        model => `${model} Published`,
      ),
    );
  });

  it('are what a look at everything would say, whatever happens in between', async () => {
    const random = numbers(7);
    const pick = <T>(values: T[]): T =>
      values[(random.next().value ?? 0) % values.length] ?? failed();
    for (let step = 0; step < 150; step++) {
      const object = pick([...cluster.objects.values()]);
      const happening = pick(['forget', 'forget', 'accept', 'label', 'delete']);
      if (happening === 'accept') {
        acceptEverything(cluster);
      } else if (happening === 'delete' && object.kind !== 'InferenceService') {
        cluster.store('DELETED', object);
      } else if (happening === 'label') {
        const metadata = { ...object.metadata, labels: undefined };
        cluster.store('MODIFIED', { ...object, metadata });
      } else {
        cluster.store('MODIFIED', { ...object, status: {} });
      }
      if (step % 3 === 0) {
        // In between, the reconciler puts things right.
        await portal.fleet.settle();
      }
      const sorted = await list({ sort: 'phase' });
      const page = await list();
      expect({ step, list: sorted }).toEqual({ step, list: seenAnew() });
      expect({ step, list: [...page].sort() }).toEqual({
        step,
        list: seenAnew().sort(),
      });
    }
  });
});

function failed(): never {
  throw new Error('There is no such thing');
}
