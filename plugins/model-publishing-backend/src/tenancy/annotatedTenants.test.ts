import { Entity } from '@backstage/catalog-model';
import { aGateway } from '../__testUtils__/builders';
import { annotatedTenants, TenantRules } from './annotatedTenants';

const location = 'url:https://git.example.org/platform/org/groups.yaml';

const rules: TenantRules = {
  clusters: { default: 'one', known: ['one', 'two'] },
  gateways: [aGateway({ cluster: 'one', namespace: 'model-gateway' })],
  tenancy: {
    membership: 'catalog',
    groupAnnotation: { trustedLocations: [location] },
  },
  tenants: [
    { cluster: 'one', namespace: 'configured', owners: ['group:default/a'] },
  ],
};

const aGroup = (name: string, tenants: string, from = location): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: {
    name,
    annotations: {
      'inference-portal.io/tenants': tenants,
      'backstage.io/managed-by-origin-location': from,
    },
  },
});

const aTenant = (cluster: string, namespace: string, ...owners: string[]) => ({
  cluster,
  namespace,
  owners: owners.map(name => `group:default/${name}`),
  source: 'group',
});

describe('annotatedTenants', () => {
  it.each<[string, object[]]>([
    ['blue', [aTenant('one', 'blue', 'team')]],
    ['two/blue', [aTenant('two', 'blue', 'team')]],
    [
      ' blue , two/blue,, red ',
      [
        aTenant('one', 'blue', 'team'),
        aTenant('two', 'blue', 'team'),
        aTenant('one', 'red', 'team'),
      ],
    ],
    ['blue, one/blue', [aTenant('one', 'blue', 'team')]],
    ['', []],
  ])('reads "%s"', (value, tenants) => {
    expect(annotatedTenants([aGroup('Team', value)], rules)).toEqual({
      tenants,
      problems: [],
    });
  });

  it('lets two Groups own the same tenant', () => {
    const groups = [aGroup('b', 'blue'), aGroup('a', 'one/blue')];
    expect(annotatedTenants(groups, rules).tenants).toEqual([
      aTenant('one', 'blue', 'a', 'b'),
    ]);
  });

  it.each<[string, RegExp]>([
    ['configured', /"configured" is a tenant at modelPublishing\.tenants\[0\]/],
    ['one/configured', /modelPublishing\.tenants\[0\]/],
    ['model-gateway', /is the namespace of gateway "models"/],
    ['three/blue', /not configured \(known: one, two\)/],
    ['/blue', /not of the form/],
    ['one/', /not of the form/],
    ['one/Blue', /not of the form/],
    ['one/two/blue', /not configured/],
    ['../blue', /not configured/],
    ['b lue', /not of the form/],
    ['*', /not of the form/],
  ])('refuses "%s" and says where it stands', (name, problem) => {
    const { tenants, problems } = annotatedTenants(
      [aGroup('team', `${name}, green`)],
      rules,
    );
    expect(tenants).toEqual([aTenant('one', 'green', 'team')]);
    expect(problems).toEqual([expect.stringMatching(problem)]);
    expect(problems[0]).toContain(`of group:default/team (from ${location})`);
  });

  it.each([
    ['another location', 'url:https://git.example.org/stranger/groups.yaml'],
    ['no location', ''],
  ])('believes no Group from %s', (_, from) => {
    const { tenants, problems } = annotatedTenants(
      [aGroup('team', 'blue', from)],
      rules,
    );
    expect(tenants).toEqual([]);
    expect(problems).toEqual([expect.stringMatching(/trustedLocations$/)]);
  });

  it('lets a namesake of a configured tenant in another cluster be', () => {
    expect(
      annotatedTenants(
        [aGroup('team', 'two/configured, two/model-gateway')],
        rules,
      ),
    ).toEqual({
      tenants: [
        aTenant('two', 'configured', 'team'),
        aTenant('two', 'model-gateway', 'team'),
      ],
      problems: [],
    });
  });
});
