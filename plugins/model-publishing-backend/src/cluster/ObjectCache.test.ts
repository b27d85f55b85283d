import { KubernetesObject } from './defineResource';
import { ObjectCache } from './ObjectCache';

const anObject = (name: string, resourceVersion: string): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, namespace: 'here', resourceVersion },
});
const nameOf = (name: string) => ({ namespace: 'here', name });

function aCache() {
  const failures: unknown[] = [];
  const cache = new ObjectCache<KubernetesObject>(error =>
    failures.push(error),
  );
  const changes: string[] = [];
  cache.onChange(({ type, object }) =>
    changes.push(`${type} ${object.metadata.name}`),
  );
  return { cache, changes, failures };
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
    cache.remember(anObject('written-later', '9'));
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

  it('remembers what was written, unless it is known to be gone again', () => {
    const { cache, changes } = aCache();
    cache.remember(anObject('a', '5'));
    cache.removeVersion(anObject('a', '6'));
    // The answer to the write comes after the event of the deletion.
    cache.remember(anObject('a', '5'));
    cache.advance(anObject('', '20'));
    cache.remember(anObject('b', '19'));
    cache.remember(anObject('c', '21'));

    expect(changes).toEqual(['added a', 'deleted a', 'added c']);
  });

  it('believes the list when versions have gone back, as in a restored cluster', () => {
    const { cache, changes } = aCache();
    cache.put(anObject('stays', '500'));
    cache.put(anObject('gone', '501'));
    changes.length = 0;
    cache.replaceAll([anObject('stays', '3')], '7');
    cache.put(anObject('new', '8'));

    expect(cache.get(nameOf('stays'))?.metadata.resourceVersion).toBe('3');
    expect(changes).toEqual(['deleted gone', 'updated stays', 'added new']);
  });

  it('tells all listeners, whatever one of them throws', () => {
    const { cache, changes, failures } = aCache();
    const defect = new Error('defect');
    const failing = new ObjectCache<KubernetesObject>(error =>
      failures.push(error),
    );
    failing.onChange(() => {
      throw defect;
    });
    failing.onChange(({ object }) => cache.put(object));
    failing.put(anObject('a', '1'));

    expect(failures).toEqual([defect]);
    expect(changes).toEqual(['added a']);
  });

  it('stops telling a listener that has left', () => {
    const { cache } = aCache();
    const heard: string[] = [];
    const leave = cache.onChange(({ type }) => heard.push(type));
    cache.put(anObject('a', '1'));
    leave();
    cache.put(anObject('a', '2'));

    expect(heard).toEqual(['added']);
  });
});
