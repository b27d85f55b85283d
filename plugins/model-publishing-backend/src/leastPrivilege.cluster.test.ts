import { KubeConfig } from '@kubernetes/client-node';
import { randomUUID } from 'node:crypto';
import {
  Administrator,
  openAdministrator,
} from './cluster/__testUtils__/Administrator';
import { nameOfRight, Right } from './cluster/__testUtils__/Right';
import { ShippedAccount } from './cluster/__testUtils__/ShippedAccount';
import { Rehearsal } from './__testUtils__/Rehearsal';

const { PARITY_KUBECONFIG, REMOVE_EACH_RIGHT } = process.env;
const describeOnCluster = PARITY_KUBECONFIG ? describe : describe.skip;
const describeRemovals = REMOVE_EACH_RIGHT ? describe : describe.skip;

const kubeConfig = new KubeConfig();
const prefix = `rights-${randomUUID().slice(0, 8)}-`;
const standInFor = (namespace: string) => prefix + namespace;
const portal = new ShippedAccount(kubeConfig, 'rbac.yaml', standInFor);
const viewer = new ShippedAccount(
  kubeConfig,
  'kubernetes-tab.yaml',
  standInFor,
);

/** Needed on Gateway API's experimental channel only, where HTTPRoutes have a field that applying does not remove. */
const isExperimental = ({ verb, resource }: Right) =>
  verb === 'update' && resource === 'httproutes';
const rights = portal.rights.filter(right => !isExperimental(right));
const byName = rights.map(right => [shownName(right), right] as const);

/** As the manifest says it. */
function shownName(right: Right): string {
  return nameOfRight(right).replace(prefix, '');
}

describeOnCluster(
  'the shipped rights (on PARITY_KUBECONFIG; the sandbox has no RBAC)',
  () => {
    let admin: Administrator;
    let rehearsal: Rehearsal;

    beforeAll(async () => {
      kubeConfig.loadFromFile(PARITY_KUBECONFIG ?? '');
      admin = await openAdministrator(kubeConfig);
      rehearsal = await Rehearsal.prepare(admin, standInFor);
      await portal.apply();
      await viewer.apply();
    }, 60_000);
    afterAll(async () => {
      await rehearsal.close();
      admin.close();
    }, 60_000);

    it('are enough for everything that the portal does, and it uses each of them', async () => {
      expect(await rehearsal.perform(portal)).toBeUndefined();
      const unused = rights.filter(
        right => !rehearsal.used.has(nameOfRight(right)),
      );
      expect(unused.map(shownName)).toEqual([]);
    }, 60_000);

    it.each([
      ['portal', portal],
      ['viewer', viewer],
    ])('are those of Roles in namespaces: %s', (_, account) => {
      expect([...new Set(account.kinds)].sort()).toEqual([
        'Role',
        'RoleBinding',
        'ServiceAccount',
      ]);
    });

    it.each([
      ['the portal', portal, ['model-gateway']],
      ['the viewer', viewer, []],
    ])(
      'let %s read Secrets in %s %j and nowhere else',
      async (_, account, places) => {
        const all = [
          '',
          'default',
          'kube-system',
          ...['model-gateway', 'tenant-a', 'tenant-b'].map(standInFor),
        ];
        const readable: string[] = [];
        for (const namespace of all) {
          for (const verb of ['get', 'list', 'watch']) {
            if (
              await account.may({
                namespace,
                group: '',
                resource: 'secrets',
                verb,
              })
            ) {
              readable.push(namespace);
            }
          }
        }
        expect([...new Set(readable)]).toEqual(places.map(standInFor));
      },
    );

    describeRemovals('are missed one by one (with REMOVE_EACH_RIGHT)', () => {
      it.each(byName)(
        '%s',
        async (_, right) => {
          await portal.apply({ without: right });
          const { verb, resource, namespace } = right;
          expect(await rehearsal.perform(portal)).toMatchObject({
            complaint: expect.stringContaining(
              `The portal's account may not ${verb} ${resource} in namespace "${namespace}" of cluster "real"; apply examples/kubernetes/rbac.yaml`,
            ),
          });
        },
        60_000,
      );
    });
  },
);
