import { Visibility } from '@inference-portal/plugin-model-publishing-common';
import { FakeTenantRegistry } from '../__testUtils__/FakeTenantRegistry';
import { Principal } from './Principal';
import { PublicationAccess, publicationAccessOf } from './publicationAccess';
import { createTenantAccess } from './TenantAccess';

const aTenant = (cluster: string, namespace: string, owner: string) => ({
  cluster,
  namespace,
  owners: [`group:default/${owner}`],
});

const access = createTenantAccess({
  registry: new FakeTenantRegistry([
    aTenant('one', 'publisher', 'publishers'),
    aTenant('one', 'consumer', 'consumers'),
    aTenant('one', 'other', 'others'),
    aTenant('two', 'publisher', 'publishers-elsewhere'),
    aTenant('two', 'consumer', 'consumers-elsewhere'),
  ]),
  admins: ['group:default/platform'],
});

const aUser = (...groups: string[]): Principal => ({
  kind: 'user',
  name: 'user:default/ann',
  claims: ['user:default/ann', ...groups.map(name => `group:default/${name}`)],
});

const aService = (...groups: string[]): Principal => ({
  kind: 'service',
  name: 'external:ci',
  claims: groups.map(name => `group:default/${name}`),
});

const aPublication = (visibility: Visibility) => ({
  cluster: 'one',
  tenant: 'publisher',
  configuration: {
    visibility,
    authentication: { allowedTenants: ['consumer'] },
  },
});

type Cell = PublicationAccess | undefined;

describe('publicationAccessOf', () => {
  const table: Array<[string, Principal, Record<Visibility, Cell>]> = [
    [
      'the publisher',
      aUser('publishers'),
      { private: 'publisher', consumers: 'publisher', portal: 'publisher' },
    ],
    [
      'a publisher that is a consumer too',
      aUser('consumers', 'publishers'),
      { private: 'publisher', consumers: 'publisher', portal: 'publisher' },
    ],
    [
      'an admin',
      aUser('platform'),
      { private: 'publisher', consumers: 'publisher', portal: 'publisher' },
    ],
    [
      'a consumer',
      aUser('consumers'),
      { private: undefined, consumers: 'consumer', portal: 'consumer' },
    ],
    [
      'the owner of another tenant',
      aUser('others'),
      { private: undefined, consumers: undefined, portal: 'viewer' },
    ],
    [
      'a user without a tenant',
      aUser(),
      { private: undefined, consumers: undefined, portal: 'viewer' },
    ],
    [
      "the owner of the publisher's namesake in another cluster",
      aUser('publishers-elsewhere'),
      { private: undefined, consumers: undefined, portal: 'viewer' },
    ],
    [
      "the owner of the consumer's namesake in another cluster",
      aUser('consumers-elsewhere'),
      { private: undefined, consumers: undefined, portal: 'viewer' },
    ],
    [
      'a service of the publisher',
      aService('publishers'),
      { private: 'publisher', consumers: 'publisher', portal: 'publisher' },
    ],
    [
      'a service of the admins',
      aService('platform'),
      { private: 'publisher', consumers: 'publisher', portal: 'publisher' },
    ],
    [
      'a service of a consumer',
      aService('consumers'),
      { private: undefined, consumers: 'consumer', portal: 'consumer' },
    ],
    [
      'a service of another tenant',
      aService('others'),
      { private: undefined, consumers: undefined, portal: 'viewer' },
    ],
    [
      'a service without a tenant',
      aService('nobody'),
      { private: undefined, consumers: undefined, portal: undefined },
    ],
  ];
  const cells = table.flatMap(([who, principal, row]) =>
    (['private', 'consumers', 'portal'] as const).map(
      visibility =>
        [who, visibility, row[visibility] ?? 'nothing', principal] as const,
    ),
  );

  it.each(cells)(
    'makes %s of a publication with visibility %s: %s',
    (_, visibility, expected, principal) => {
      const found = publicationAccessOf(
        principal,
        aPublication(visibility),
        access,
      );
      expect(found ?? 'nothing').toBe(expected);
    },
  );

  it('knows a publisher whose own tenant may not call the model, and no consumer who was removed', () => {
    const { configuration, ...publication } = aPublication('consumers');
    const closed = {
      ...publication,
      configuration: {
        ...configuration,
        authentication: { allowedTenants: [] },
      },
    };
    expect(publicationAccessOf(aUser('publishers'), closed, access)).toBe(
      'publisher',
    );
    expect(
      publicationAccessOf(aUser('consumers'), closed, access),
    ).toBeUndefined();
  });
});
