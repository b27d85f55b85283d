import { KubernetesObject } from './defineResource';
import { ObjectCache } from './ObjectCache';

const anObject = (name: string, resourceVersion: string): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, namespace: 'here', resourceVersion },
});
const nameOf = (name: string) => ({ namespace: 'here', name });

function aCache() {
  const cache = new ObjectCache<KubernetesObject>();
  const changes: string[] = [];
  cache.onChange(({ type, object }) =>
    changes.push(`${type} ${object.metadata.name}`),
  );
  return { cache, changes };
}

describe('ObjectCache', () => {
  it('tells of what is new, changed and gone', () => {
    const { cache, changes } = aCache();
    cache.put(anObject('a', '1'));
    cache.put(anObject('a', '2'));
    cache.remove(nameOf('a'));
    cache.remove(nameOf('a'));
    expect(changes).toEqual(['added a', 'updated a', 'deleted a']);
  });

  it('never takes an older version for a newer one, and compares them as numbers', () => {
    const { cache, changes } = aCache();
    cache.put(anObject('a', '10'));
    cache.put(anObject('a', '9'));
    cache.put(anObject('a', '10'));
    expect(cache.get(nameOf('a'))?.metadata.resourceVersion).toBe('10');
    expect(changes).toEqual(['added a']);
  });

  it('does not let a late deletion remove an object that was made anew', () => {
    const { cache } = aCache();
    cache.put(anObject('a', '5'));
    cache.removeVersion(anObject('a', '3'));
    expect(cache.get(nameOf('a'))).toBeDefined();
    cache.removeVersion(anObject('a', '6'));
    expect(cache.get(nameOf('a'))).toBeUndefined();
  });

  it('takes a complete list as the truth up to its version', () => {
    const { cache, changes } = aCache();
    cache.put(anObject('gone', '1'));
    cache.put(anObject('stays', '2'));
    cache.put(anObject('written-later', '9'));
    changes.length = 0;
    cache.replaceAll([anObject('stays', '2'), anObject('new', '4')], '5');
    expect(
      cache
        .list()
        .map(({ metadata }) => metadata.name)
        .sort(),
    ).toEqual(['new', 'stays', 'written-later']);
    expect(changes).toEqual(['deleted gone', 'added new']);
  });
});
