import { eventually } from '../client/eventually';
import { predict } from '../client/gateway';
import { keylessTraffic } from '../client/keylessTraffic';
import { kubernetes, Plural } from '../client/kubernetes';
import { publishIris } from '../client/publishIris';
import { target } from '../client/target';
import { expectWhole, REPAIR_MS } from './expectWhole';

describe('the guard of the gateway', () => {
  const guard = `model-publishing-guard-${target.gateway.name}`;

  it.each<[Plural, string]>([
    ['securitypolicies', guard],
    ['clienttrafficpolicies', guard],
    ['secrets', `${guard}-credentials`],
  ])('comes back when it is deleted: %s/%s', async (plural, name) => {
    const iris = await publishIris();
    const before = await kubernetes.get(plural, name);
    const traffic = keylessTraffic(iris);
    await kubernetes.delete(plural, name);
    await eventually(
      async () => {
        const { spec, data = {} } = await kubernetes.get(plural, name);
        expect(spec).toEqual(before.spec);
        expect(Object.keys(data)).toEqual(Object.keys(before.data ?? {}));
      },
      { withinMs: REPAIR_MS },
    );
    await expectWhole(iris, traffic);
  });

  it('is put back when it is opened', async () => {
    const iris = await publishIris();
    const { spec } = await kubernetes.get('securitypolicies', guard);
    await kubernetes.patch('securitypolicies', guard, {
      spec: { authorization: { defaultAction: 'Allow' } },
    });
    await eventually(
      async () =>
        expect((await kubernetes.get('securitypolicies', guard)).spec).toEqual(
          spec,
        ),
      { withinMs: REPAIR_MS },
    );
    expect((await predict(iris, {})).status).toBe(401);
  });
});
