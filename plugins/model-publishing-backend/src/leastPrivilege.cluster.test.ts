import { KubeConfig } from '@kubernetes/client-node';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
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

// eslint-disable-next-line no-restricted-syntax
const APP_CONFIG = resolve(__dirname, '../../../app-config.yaml');

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

/** What app-config.yaml has the Kubernetes plugin look for: it only ever lists. */
const tabSchema = z.object({
  kubernetes: z.object({
    objectTypes: z.array(z.string()),
    customResources: z.array(
      z.object({ group: z.string(), plural: z.string() }),
    ),
  }),
});

/** As the manifest says it. */
function shownName(right: Right): string {
  return nameOfRight(right).replace(prefix, '');
}

describe('the rights of the Kubernetes tab', () => {
  it('are to list what it is configured to show', () => {
    const { kubernetes } = tabSchema.parse(
      parse(readFileSync(APP_CONFIG, 'utf8')),
    );
    const shown = [
      ...kubernetes.objectTypes.map(plural => ({ group: '', plural })),
      ...kubernetes.customResources,
    ].map(({ group, plural: resource }) =>
      shownName({
        verb: 'list',
        resource,
        group,
        namespace: standInFor('model-gateway'),
      }),
    );
    expect(viewer.rights.map(shownName).sort()).toEqual(shown.sort());
  });
});

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
      { who: 'the portal', account: portal, places: ['model-gateway'] },
      { who: 'the viewer', account: viewer, places: [] },
    ])(
      'let $who read Secrets in $places and nowhere else, and nothing cluster-wide',
      async ({ account, places }) => {
        expect([...new Set(account.kinds)].sort()).toEqual([
          'Role',
          'RoleBinding',
          'ServiceAccount',
        ]);
        const ours = ['model-gateway', 'tenant-a', 'tenant-b', 'tenant-c'].map(
          standInFor,
        );
        const readable = new Set<string>();
        for (const namespace of ['', 'default', 'kube-system', ...ours]) {
          for (const verb of ['get', 'list', 'watch']) {
            const right = { namespace, group: '', resource: 'secrets', verb };
            if (await account.may(right)) {
              readable.add(namespace);
            }
          }
        }
        expect([...readable]).toEqual(places.map(standInFor));
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
