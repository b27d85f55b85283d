/* eslint-disable jest/no-standalone-expect -- tests run these cases */
import { NotFoundError } from '@backstage/errors';
import { Backend } from '../resources/Backend';
import { ConfigMap } from '../resources/ConfigMap';
import { CONTRACT_LABEL, ContractCase } from './ContractPlace';

/** How every ClusterClient reads and watches: the one in memory and the one of a real cluster alike. */
export const contractOfReads: ContractCase[] = [
  [
    'reads what it has created',
    async (client, place) => {
      const created = await client.create(ConfigMap, place.aConfigMap('one'));

      expect(created.metadata.uid).toBeDefined();
      expect(await client.get(ConfigMap, place.nameOf('one'))).toEqual(created);
      expect(typeof created.metadata.creationTimestamp).toBe('string');
    },
  ],
  [
    'finds nothing where there is nothing',
    async (client, place) => {
      const name = place.nameOf('none');

      expect(await client.get(ConfigMap, name)).toBeUndefined();
      expect(await client.get(Backend, name)).toBeUndefined();
      expect(await client.mergePatch(ConfigMap, name, {})).toBeUndefined();
      expect(await client.delete(ConfigMap, name)).toBe(false);
      await expect(
        client.replace(ConfigMap, place.aConfigMap('none')),
      ).rejects.toThrow(NotFoundError);
    },
  ],
  [
    'lists by label, in pages, with kinds',
    async (client, place) => {
      for (const name of ['one', 'three', 'two']) {
        await client.create(ConfigMap, place.aConfigMap(name));
      }
      const { scope } = place;
      const first = await client.list(ConfigMap, { ...scope, limit: 2 });
      const rest = await client.list(ConfigMap, {
        ...scope,
        limit: 2,
        continue: first.continue,
      });
      const all = await client.listAll(ConfigMap, scope);

      expect(first.items).toHaveLength(2);
      expect(rest.items).toHaveLength(1);
      expect(rest.continue).toBeUndefined();
      expect([...first.items, ...rest.items]).toEqual(all.items);
      expect(all.items[0]).toMatchObject({
        apiVersion: 'v1',
        kind: 'ConfigMap',
      });
    },
  ],
  [
    'watches what is there, what comes, changes and goes',
    async (client, place) => {
      const stop = new AbortController();
      const changes: string[] = [];
      const watch = client.watch(ConfigMap, place.scope);
      const first = async (count: number) => {
        while (changes.length < count) {
          await new Promise(resolve => setImmediate(resolve));
        }
        return changes.slice(0, count);
      };
      watch.onChange(({ type, object }) =>
        changes.push(`${type} ${place.shortNameOf(object)}`),
      );
      try {
        await client.create(ConfigMap, place.aConfigMap('one'));
        watch.start(stop.signal);
        await watch.whenSynced();
        expect(await first(1)).toEqual(['added one']);

        await client.create(ConfigMap, place.aConfigMap('two'));
        await client.mergePatch(ConfigMap, place.nameOf('one'), {
          data: { b: '2' },
        });
        await client.mergePatch(ConfigMap, place.nameOf('two'), {
          metadata: { labels: { [CONTRACT_LABEL]: null } },
        });
        await client.delete(ConfigMap, place.nameOf('one'));

        expect((await first(5)).slice(1)).toEqual([
          'added two',
          'updated one',
          'deleted two',
          'deleted one',
        ]);
        expect(watch.list()).toEqual([]);
      } finally {
        stop.abort();
        await client.delete(ConfigMap, place.nameOf('two'));
      }
    },
  ],
];
