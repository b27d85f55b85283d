import {
  canaryNameOf,
  clientIdOf,
  clientIdPrefixOf,
  closingRouteNameOf,
  credentialsNameOf,
  entranceNameOf,
  guardNameOf,
  isNameOfHostname,
  listenerGuardNameOf,
  objectNameOf,
  publicationIdInName,
  publicationIdOf,
} from './names';

const id = publicationIdOf({
  namespace: 'tenant-a',
  kind: 'InferenceService',
  model: 'iris',
});

describe('names', () => {
  it('stay as they are: everything that is published hangs on them', () => {
    expect(id).toBe('da64130fd8efb6a39fca45ec0496a1be');
    expect(objectNameOf(id, 'iris')).toBe(`published-model-iris-${id}`);
  });

  it('give each model of each namespace and kind an id of its own', () => {
    const ids = ['a', 'a-b', 'b'].flatMap(namespace =>
      ['a', 'b', 'b-a'].flatMap(model =>
        (['InferenceService', 'LLMInferenceService'] as const).map(kind =>
          publicationIdOf({ namespace, kind, model }),
        ),
      ),
    );
    expect(new Set(ids).size).toBe(18);
    expect(ids.every(one => /^[0-9a-f]{32}$/.test(one))).toBe(true);
  });

  it.each(['iris', 'a'.repeat(63), `${'a'.repeat(29)}-b`, 'a.b'])(
    'are names that Kubernetes takes, and lead back to the publication: %s',
    model => {
      const name = objectNameOf(id, model);
      expect(name).toMatch(/^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/);
      expect(name.length).toBeLessThanOrEqual(253);
      expect(publicationIdInName(name)).toBe(id);
      expect(publicationIdInName(credentialsNameOf(id, model))).toBe(id);
    },
  );

  it.each([
    'model-publishing-guard-models',
    'published-model-iris',
    `iris-${id}`,
  ])('of others lead nowhere: %s', name =>
    expect(publicationIdInName(name)).toBeUndefined(),
  );

  it.each([
    [closingRouteNameOf('models', 'a.example.org'), true],
    [entranceNameOf('models', 'a.example.org'), true],
    [guardNameOf('models'), false],
    [canaryNameOf('models'), false],
    [listenerGuardNameOf('models', 'a.example.org'), false],
    // A Gateway may be called like that.
    [guardNameOf('models-0123456789abcdef'), true],
  ])('of the guard tell what is there for one hostname: %s, %s', (name, is) =>
    expect(isNameOfHostname('models', name)).toBe(is),
  );

  it('of the guard are for one hostname, whatever somebody finds below a wildcard', () => {
    // Two names whose SHA-256 begins with the same 32 bits.
    const names = ['x0w.x.test', '2vku.x.test'];
    for (const nameOf of [closingRouteNameOf, entranceNameOf]) {
      expect(new Set(names.map(name => nameOf('models', name))).size).toBe(2);
    }
  });

  it('of clients begin with the publication, which routes admit by', () => {
    const clientId = clientIdOf(id, { tenant: 'tenant-a', id: 'key' });
    expect(clientId).toBe(`${id}.tenant-a.key`);
    expect(clientId.startsWith(clientIdPrefixOf(id))).toBe(true);
  });
});
