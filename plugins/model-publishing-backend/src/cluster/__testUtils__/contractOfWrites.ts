/* eslint-disable jest/no-standalone-expect -- tests run these cases */
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import { Backend } from '../resources/Backend';
import { ConfigMap } from '../resources/ConfigMap';
import { CONTRACT_LABEL, ContractCase } from './ContractPlace';

/** How every ClusterClient writes: the one in memory and the one of a real cluster alike. */
export const contractOfWrites: ContractCase[] = [
  [
    'creates an object once',
    async (client, place) => {
      await client.create(ConfigMap, place.aConfigMap('one'));

      await expect(
        client.create(ConfigMap, place.aConfigMap('one')),
      ).rejects.toThrow(ConflictError);
    },
  ],
  [
    'replaces only the newest version',
    async (client, place) => {
      const first = await client.create(ConfigMap, place.aConfigMap('one'));
      const second = await client.replace(ConfigMap, {
        ...first,
        data: { b: '2' },
      });

      expect(second.data).toEqual({ b: '2' });
      await expect(client.replace(ConfigMap, first)).rejects.toThrow(
        ConflictError,
      );
      await expect(client.replace(Backend, place.aBackend(80))).rejects.toThrow(
        NotFoundError,
      );
    },
  ],
  [
    'does not replace a custom resource blindly',
    async (client, place) => {
      await client.create(Backend, place.aBackend(80));

      await expect(client.replace(Backend, place.aBackend(81))).rejects.toThrow(
        InputError,
      );
    },
  ],
  [
    'changes nothing by applying the same again',
    async (client, place) => {
      const first = await client.apply(Backend, place.aBackend(80));
      const second = await client.apply(Backend, place.aBackend(80));
      const third = await client.apply(Backend, place.aBackend(81));

      expect(second.metadata.resourceVersion).toBe(
        first.metadata.resourceVersion,
      );
      expect(first.metadata.generation).toBe(1);
      expect(third.metadata.generation).toBe(2);
      expect(third.spec).toMatchObject(place.aBackend(81).spec ?? {});
    },
  ],
  [
    'drops by apply what it applied before, and nothing of others',
    async (client, place) => {
      await client.apply(
        ConfigMap,
        place.aConfigMap('one', { ours: '1', left: '1' }),
      );
      await client.mergePatch(ConfigMap, place.nameOf('one'), {
        data: { its: '2' },
      });
      const applied = await client.apply(
        ConfigMap,
        place.aConfigMap('one', { ours: '3' }),
      );

      expect(applied.data).toMatchObject({ ours: '3' });
      expect(applied.data).not.toHaveProperty('left');
      expect(applied.data).toHaveProperty('its');
    },
  ],
  [
    'notes which fields it holds by apply',
    async (client, place) => {
      const { metadata } = await client.apply(Backend, place.aBackend(80));

      expect(metadata.managedFields).toContainEqual(
        expect.objectContaining({
          manager: 'model-publishing',
          operation: 'Apply',
          fieldsV1: {
            'f:metadata': { 'f:labels': { [`f:${CONTRACT_LABEL}`]: {} } },
            'f:spec': { 'f:endpoints': {} },
          },
        }),
      );
    },
  ],
  [
    'answers a dry run and stores nothing',
    async (client, place) => {
      const answer = await client.apply(Backend, place.aBackend(80), {
        dryRun: true,
      });

      expect(answer.spec).toMatchObject(place.aBackend(80).spec ?? {});
      expect(
        await client.get(Backend, place.nameOf('backend')),
      ).toBeUndefined();
    },
  ],
  [
    'patches and removes single entries',
    async (client, place) => {
      await client.create(
        ConfigMap,
        place.aConfigMap('one', { a: '1', b: '2' }),
      );
      const patched = await client.mergePatch(ConfigMap, place.nameOf('one'), {
        metadata: { annotations: { note: 'yes' } },
        data: { a: null, c: '3' },
      });

      expect(patched?.data).toEqual({ b: '2', c: '3' });
      expect(patched?.metadata).toMatchObject({
        annotations: { note: 'yes' },
        labels: place.aConfigMap('one').metadata.labels,
      });
    },
  ],
  [
    'loses no patch of two at a time',
    async (client, place) => {
      await client.create(ConfigMap, place.aConfigMap('one', {}));
      const names = ['a', 'b', 'c', 'd', 'e', 'f'];
      await Promise.all(
        names.map(name =>
          client.mergePatch(ConfigMap, place.nameOf('one'), {
            data: { [name]: '1' },
          }),
        ),
      );

      const { data = {} } =
        (await client.get(ConfigMap, place.nameOf('one'))) ?? {};
      expect(Object.keys(data).sort()).toEqual(names);
    },
  ],
  [
    'deletes only what meets the preconditions',
    async (client, place) => {
      const { metadata } = await client.create(
        ConfigMap,
        place.aConfigMap('one'),
      );
      const name = place.nameOf('one');

      for (const stale of [{ uid: 'another' }, { resourceVersion: '1' }]) {
        await expect(client.delete(ConfigMap, name, stale)).rejects.toThrow(
          ConflictError,
        );
      }
      expect(await client.delete(ConfigMap, name, { uid: metadata.uid })).toBe(
        true,
      );
      expect(await client.get(ConfigMap, name)).toBeUndefined();
    },
  ],
];
