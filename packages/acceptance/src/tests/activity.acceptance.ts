import { Activity } from '@inference-portal/plugin-model-publishing-common';
import { backend } from '../client/backend';
import { admin, tenantA, tenantB } from '../client/callers';
import { eventually } from '../client/eventually';
import { kubernetes } from '../client/kubernetes';
import { nameOf } from '../client/objects';
import { publishIris } from '../client/publishIris';
import { signedIn } from '../client/users';
import { REPAIR_MS } from './expectWhole';

/** Oldest first, without the phases, which come when they have lasted. */
async function activities(): Promise<Activity[]> {
  const { items } = await tenantA.activity('iris', 'tenant-a', '&limit=200');
  return items.filter(({ action }) => action !== 'publication-phase').reverse();
}

const forB = {
  authentication: { allowedTenants: ['tenant-a', 'tenant-b'] },
};

describe('the activity of a publication', () => {
  it('tells the publisher who has done what, and holds no key', async () => {
    const iris = await publishIris(forB);
    const etag = { 'If-Match': '"of another configuration"' };
    const config = { metadata: { team: 'a' } };
    const path = '/models/iris/publish?tenant=tenant-a';
    const refused = await tenantA.send('PUT', path, { config }, etag);
    expect(refused.status).toBe(412);
    await admin.update('iris', 'tenant-a', config);
    const person = await signedIn('tenant-a-user');
    const rotated = await person.rotateKey('iris', 'tenant-a', '1h');
    const ofB = await tenantB.createKey('iris', 'tenant-a');
    await tenantB.revokeKey('iris', 'tenant-a', ofB.key.id);

    const service = { kind: 'service' };
    const keyIds = [ofB.key.id];
    const told = await activities();
    expect(told).toMatchObject([
      { action: 'publication-create', outcome: 'success', actor: service },
      {
        action: 'publication-update',
        outcome: 'failure',
        details: { problem: 'PreconditionFailedError' },
      },
      {
        action: 'publication-update',
        outcome: 'success',
        details: { changed: ['metadata'], actingAs: 'admin' },
      },
      {
        action: 'key-rotate',
        actor: { kind: 'user', name: 'user:default/tenant-a-user' },
        details: { keyIds: [rotated.key.id], keyTenant: 'tenant-a' },
      },
      { action: 'key-create', details: { keyIds, keyTenant: 'tenant-b' } },
      { action: 'key-revoke', actor: service, details: { keyIds } },
    ]);
    const text = JSON.stringify(told);
    for (const key of [iris.apiKey, rotated.apiKey, ofB.apiKey]) {
      // Its secret is what follows prefix and id.
      expect(text).not.toContain(String(key).slice(22));
    }
  });

  it('is on pages, and narrowed to one kind', async () => {
    await publishIris();
    for (const visibility of ['private', 'portal', 'consumers'] as const) {
      await tenantA.update('iris', 'tenant-a', { visibility });
    }
    const query = '&action=publication-update&limit=2';
    const first = await tenantA.activity('iris', 'tenant-a', query);
    expect(first).toMatchObject({ totalItems: 3, items: [{}, {}] });
    const second = await tenantA.activity(
      'iris',
      'tenant-a',
      `${query}&cursor=${first.nextCursor}`,
    );
    expect(second.items).toHaveLength(1);
    expect(second.nextCursor).toBeUndefined();
  });

  it('tells of what was deleted by hand and put back', async () => {
    const iris = await publishIris();
    await backend.untilItWritesNothing();
    const name = await nameOf('httproutes', iris);
    await kubernetes.delete('httproutes', name);
    await eventually(
      async () =>
        expect(await activities()).toContainEqual(
          expect.objectContaining({
            action: 'publication-repair',
            actor: { kind: 'system', name: 'system' },
            details: { objects: [`HTTPRoute/${name}`] },
          }),
        ),
      { withinMs: REPAIR_MS },
    );
  });

  it('tells when the model is served, once, also after a restart', async () => {
    await publishIris();
    const phases = async () =>
      (
        await tenantA.activity('iris', 'tenant-a', '&action=publication-phase')
      ).items.map(({ details }) => details.phase);
    await eventually(
      async () => expect(await phases()).toEqual(['Published']),
      {
        withinMs: 30_000,
      },
    );
    await backend.kill();
    await backend.start();
    await eventually(async () =>
      expect((await tenantA.get('iris', 'tenant-a')).phase).toBe('Published'),
    );
    expect(await phases()).toEqual(['Published']);
  });

  it('is not for consumers, and begins anew when the model is published again', async () => {
    await publishIris(forB);
    const path = '/models/iris/publish/activity?tenant=tenant-a';
    expect((await tenantB.send('GET', path)).status).toBe(403);
    await tenantA.unpublish('iris', 'tenant-a');
    expect((await tenantA.send('GET', path)).status).toBe(404);
    await publishIris();
    expect(await activities()).toMatchObject([
      { action: 'publication-create' },
    ]);
  });
});
