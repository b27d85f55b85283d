import { PublicationAccess } from '@inference-portal/plugin-model-publishing-common';
import { aMemberOf } from '../__testUtils__/aPortal';
import { aState } from '../__testUtils__/builders';
import { FakeUsageStore } from '../__testUtils__/FakeUsageStore';
import { askUsageStore } from './askUsageStore';

const now = new Date('2026-03-04T12:00:00.000Z');
const caller = aMemberOf('b');
/** The team has a tenant of another name on each cluster. */
const access = {
  ownedTenants: () =>
    ['one', 'two'].map(cluster => ({
      cluster,
      namespace: `tenant-of-${cluster}`,
      owners: [],
      source: 'config' as const,
    })),
};

const aPublication = (
  uid: string,
  cluster: string,
  role: PublicationAccess,
) => ({ state: aState({ uid, cluster }), access: role });

describe('askUsageStore', () => {
  it('asks as often for many publications as for one of each kind', async () => {
    const questionsFor = async (copies: number) => {
      const usage = new FakeUsageStore();
      const publications = Array.from({ length: copies }, (_, index) =>
        (['publisher', 'consumer', 'viewer'] as const).map(role =>
          aPublication(`${role}-${index}`, 'one', role),
        ),
      ).flat();
      await askUsageStore({ usage, access }, caller, publications, now);
      return usage.questions;
    };
    expect(await questionsFor(1)).toEqual([
      'coverageOf',
      'totalsOf',
      'totalsOfTenants',
    ]);
    expect(await questionsFor(50)).toEqual(await questionsFor(1));
  });

  it('asks nothing about nothing', async () => {
    const usage = new FakeUsageStore();
    await askUsageStore({ usage, access }, caller, [], now);
    expect(usage.questions).toEqual([]);
  });

  it('takes a tenant of the same name on another cluster for somebody else', async () => {
    const usage = new FakeUsageStore();
    const counted = {
      calls: 1,
      callsToday: 1,
      tokens: undefined,
      lastAccessAt: undefined,
    };
    for (const uid of ['on-one', 'on-two']) {
      usage.tenants.set(
        uid,
        new Map([
          ['tenant-of-one', counted],
          ['tenant-of-two', { ...counted, calls: 2 }],
        ]),
      );
    }
    const { totalsOfTenants } = await askUsageStore(
      { usage, access },
      caller,
      [
        aPublication('on-one', 'one', 'consumer'),
        aPublication('on-two', 'two', 'consumer'),
      ],
      now,
    );
    expect(
      [...totalsOfTenants].map(([uid, { calls }]) => [uid, calls]),
    ).toEqual([
      ['on-one', 1],
      ['on-two', 2],
    ]);
  });
});
