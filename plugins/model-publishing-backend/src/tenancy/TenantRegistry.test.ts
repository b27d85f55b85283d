import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { aGateway } from '../__testUtils__/builders';
import { CatalogTenantRegistry } from './TenantRegistry';

const location = 'url:https://git.example.org/org/groups.yaml';

const aGroup = (name: string, tenants?: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: {
    name,
    annotations: {
      'backstage.io/managed-by-origin-location': location,
      ...(tenants && { 'inference-portal.io/tenants': tenants }),
    },
  },
});

const configured = {
  cluster: 'one',
  namespace: 'configured',
  owners: ['group:default/a'],
};
const blue = {
  cluster: 'one',
  namespace: 'blue',
  owners: ['group:default/team'],
  source: 'group',
};

function aRegistry(entities: Entity[], trustedLocations = [location]) {
  let now = 1_000_000;
  const catalog = catalogServiceMock({ entities });
  const read = jest.spyOn(catalog, 'getEntities');
  const logger = mockServices.logger.mock();
  const registry = new CatalogTenantRegistry({
    config: {
      clusters: { default: 'one', known: ['one'] },
      gateways: [aGateway({ cluster: 'one' })],
      tenancy: { membership: 'catalog', groupAnnotation: { trustedLocations } },
      tenants: [configured],
    },
    catalog,
    auth: mockServices.auth(),
    clock: () => new Date(now),
    logger,
  });
  return { registry, read, logger, pass: (ms: number) => (now += ms) };
}

const names = (tenants: Array<{ namespace: string }>) =>
  tenants.map(({ namespace }) => namespace);

describe('CatalogTenantRegistry', () => {
  it('knows the tenants of the configuration and those of Groups', async () => {
    const { registry, read } = aRegistry([
      aGroup('team', 'blue'),
      aGroup('other'),
      { ...aGroup('api', 'red'), kind: 'API' },
    ]);
    await registry.read();
    expect(registry.current()).toEqual([
      { ...configured, source: 'config' },
      blue,
    ]);
    expect(read.mock.calls[0]?.[1]).toEqual({
      credentials: mockCredentials.service('plugin:test'),
    });
  });

  it('asks no catalog when no location is trusted', async () => {
    const { registry, read, pass } = aRegistry([aGroup('team', 'blue')], []);
    await registry.start(new AbortController().signal);
    pass(3_600_000);
    expect(read).not.toHaveBeenCalled();
    expect(names(registry.current())).toEqual(['configured']);
  });

  it('decides nothing before the first reading', async () => {
    const { registry } = aRegistry([]);
    expect(() => registry.current()).toThrow(/cannot be read from the catalog/);
    expect(names(registry.known())).toEqual(['configured']);
    await registry.read();
    expect(names(registry.current())).toEqual(['configured']);
  });

  it('is believed for 30 seconds while the catalog is away; who is served stays known', async () => {
    const { registry, read, logger, pass } = aRegistry([
      aGroup('team', 'blue'),
    ]);
    await registry.read();
    read.mockRejectedValue(new Error('connection refused'));
    pass(29_999);
    await registry.read();
    expect(names(registry.current())).toEqual(['configured', 'blue']);
    pass(1);
    await registry.read();
    expect(() => registry.current()).toThrow(
      expect.objectContaining({ name: 'ServiceUnavailableError' }),
    );
    expect(names(registry.known())).toEqual(['configured', 'blue']);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('connection refused'),
    );

    read.mockResolvedValue({ items: [aGroup('team', 'blue')] });
    await registry.read();
    expect(names(registry.current())).toEqual(['configured', 'blue']);
  });

  it('counts the age of an answer from the question', async () => {
    const { registry, pass } = aRegistry([aGroup('team', 'blue')]);
    const reading = registry.read();
    pass(30_000);
    await reading;
    expect(() => registry.current()).toThrow(/cannot be read/);
  });

  it('believes nothing that is older than the clock', async () => {
    const { registry, pass } = aRegistry([aGroup('team', 'blue')]);
    await registry.read();
    pass(-1);
    expect(() => registry.current()).toThrow(/cannot be read/);
    await registry.read();
    expect(names(registry.current())).toEqual(['configured', 'blue']);
  });

  it('does not let a late answer undo a newer one', async () => {
    const { registry, read } = aRegistry([]);
    let answer: (result: { items: Entity[] }) => void = () => {};
    read.mockReturnValueOnce(new Promise(resolve => (answer = resolve)));
    const late = registry.read();
    await registry.read();
    answer({ items: [aGroup('team', 'blue')] });
    await late;
    expect(names(registry.current())).toEqual(['configured']);
  });

  it('takes a tenant from a Group that names it no more', async () => {
    const { registry, read } = aRegistry([aGroup('team', 'blue')]);
    await registry.read();
    read.mockResolvedValueOnce({ items: [] });
    await registry.read();
    expect(names(registry.current())).toEqual(['configured']);
  });

  it('keeps a tenant without owners as long as models of it are published', async () => {
    const { registry, read } = aRegistry([aGroup('team', 'blue')]);
    const place = { cluster: 'one', namespace: 'blue' };
    registry.retain(() => [place, { ...place }, configured]);
    await registry.read();
    expect(registry.known()).toContainEqual(blue);
    read.mockResolvedValueOnce({ items: [] });
    await registry.read();
    expect(registry.known()).toEqual([
      { ...configured, source: 'config' },
      { ...place, owners: [], source: 'published' },
    ]);
    expect(names(registry.current())).toEqual(['configured']);
  });

  it('reports a conflict when it appears, once, with both places', async () => {
    const { registry, read, logger } = aRegistry([aGroup('team', 'blue')]);
    await registry.read();
    expect(logger.warn).not.toHaveBeenCalled();
    const conflict = { items: [aGroup('team', 'configured')] };
    read.mockResolvedValueOnce(conflict).mockResolvedValueOnce(conflict);
    await registry.read();
    await registry.read();
    expect(logger.warn.mock.calls).toEqual([
      [
        expect.stringMatching(
          /group:default\/team \(from url:.*groups\.yaml\).*modelPublishing\.tenants\[0\]/,
        ),
      ],
    ]);
    expect(registry.current()).toEqual([{ ...configured, source: 'config' }]);
    await registry.read();
    read.mockResolvedValueOnce(conflict);
    await registry.read();
    expect(logger.warn).toHaveBeenCalledTimes(2);
  });

  it('tells of each reading, and goes on until it is stopped', async () => {
    const { registry, read } = aRegistry([]);
    const stopped = new AbortController();
    const heard = jest.fn();
    registry.onRead(heard);
    const running = registry.start(stopped.signal);
    await nextTurn();
    expect(heard).toHaveBeenCalledTimes(1);
    stopped.abort();
    await running;
    expect(read).toHaveBeenCalledTimes(1);
  });
});
