import {
  askFor,
  decide,
  listRequests,
  requestIn,
} from '../client/accessRequests';
import { admin, tenantA, tenantB } from '../client/callers';
import { eventually } from '../client/eventually';
import { predict } from '../client/gateway';
import { errorOf, PortalClient } from '../client/PortalClient';
import { publishIris, withKey } from '../client/publishIris';
import { signedIn } from '../client/users';

const NO_REQUEST = '6c84fb90-12c4-11e1-840d-7b25c5ee775a';

describe('a tenant that asks for a model of another', () => {
  it('may use it once the publisher has approved', async () => {
    const iris = await publishIris({ visibility: 'portal' });
    const asked = await askFor(tenantB, 'iris', { reason: 'for a forecast' });
    expect(asked.status).toBe(201);
    const { id } = requestIn(asked);
    const tooEarly = await tenantB.send(
      'POST',
      '/models/iris/publish/keys?tenant=tenant-a',
      {},
    );
    expect(tooEarly.status).toBe(403);

    expect(await listRequests(tenantA, 'publisher')).toMatchObject([
      {
        id,
        modelName: 'iris',
        publisherTenantId: 'tenant-a',
        tenantId: 'tenant-b',
        reason: 'for a forecast',
        state: 'pending',
      },
    ]);
    const approved = await decide(tenantA, id, { decision: 'approve' });
    expect(approved.status).toBe(200);
    expect(requestIn(approved).state).toBe('approved');

    expect(await listRequests(tenantB, 'requester')).toMatchObject([
      { id, state: 'approved', decidedBy: null },
    ]);
    const { apiKey } = await tenantB.createKey('iris', 'tenant-a');
    expect((await predict(iris, withKey(String(apiKey)))).status).toBe(200);
    const again = await askFor(tenantB, 'iris');
    expect(again.status).toBe(409);
    expect(errorOf(again).message).toContain('already');
  });

  it('loses it again when the publisher puts it out, at once', async () => {
    const iris = await publishIris({ visibility: 'portal' });
    const { id } = requestIn(await askFor(tenantB, 'iris'));
    await decide(tenantA, id, { decision: 'approve' });
    const { apiKey } = await tenantB.createKey('iris', 'tenant-a');
    await tenantA.send('PUT', '/models/iris/publish', {
      config: { authentication: { allowedTenants: ['tenant-a'] } },
    });
    await eventually(async () =>
      expect((await predict(iris, withKey(String(apiKey)))).status).toBe(403),
    );
    expect((await predict(iris, withKey(iris.apiKey))).status).toBe(200);
    // The old approval does not bring it back.
    await decide(tenantA, id, { decision: 'approve' });
    expect((await predict(iris, withKey(String(apiKey)))).status).toBe(403);
    expect((await askFor(tenantB, 'iris')).status).toBe(201);
  });

  it('learns why it was declined, and may ask again', async () => {
    await publishIris({ visibility: 'portal' });
    const { id } = requestIn(await askFor(tenantB, 'iris'));
    const wordless = await tenantA.send(
      'POST',
      `/access-requests/${id}/decision`,
      { decision: 'decline' },
    );
    expect(wordless.status).toBe(400);
    const reason = 'Use wine instead';
    const declined = await decide(tenantA, id, { decision: 'decline', reason });
    expect(declined.status).toBe(200);
    expect(await listRequests(tenantB, 'requester')).toMatchObject([
      { id, state: 'declined', decisionReason: reason },
    ]);
    expect((await tenantB.get('iris', 'tenant-a')).access).toBe('viewer');
    expect((await askFor(tenantB, 'iris')).status).toBe(201);
  });

  it('has one open request, however often it asks, and can take it back', async () => {
    await publishIris({ visibility: 'portal' });
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => askFor(tenantB, 'iris')),
    );
    const ids = new Set(answers.map(answer => requestIn(answer).id));
    expect(ids.size).toBe(1);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const [id] = ids;
    const withdrawn = await tenantB.send('DELETE', `/access-requests/${id}`);
    expect(requestIn(withdrawn).state).toBe('withdrawn');
    const late = await decide(tenantA, String(id), { decision: 'approve' });
    expect(late.status).toBe(409);
    expect(
      (await tenantA.get('iris', 'tenant-a')).authentication.allowedTenants,
    ).toEqual(['tenant-a']);
  });
});

describe('a request for access', () => {
  it('is nobody else’s business', async () => {
    await publishIris({ visibility: 'portal' });
    const { id } = requestIn(
      await askFor(admin, 'iris', { tenantId: 'tenant-b' }),
    );
    const stranger = await signedIn('tenant-c-user');
    const about = (requestId: string) => [
      stranger.send('POST', `/access-requests/${requestId}/decision`, {
        decision: 'approve',
      }),
      stranger.send('DELETE', `/access-requests/${requestId}`),
    ];
    const [foreign, missing] = await Promise.all([
      Promise.all(about(id)),
      Promise.all(about(NO_REQUEST)),
    ]);
    expect(foreign.map(({ status }) => status)).toEqual([404, 404]);
    expect(foreign.map(answer => errorOf(answer).message)).toEqual(
      missing.map(answer => errorOf(answer).message.replace(NO_REQUEST, id)),
    );
    for (const role of ['publisher', 'requester'] as const) {
      expect(await listRequests(stranger, role)).toEqual([]);
    }
    expect(await statusesOf(tenantB, id)).toEqual([403, 200]);
  });

  it('for what is not shown to all looks like one for nothing', async () => {
    await publishIris({ visibility: 'consumers' });
    const [foreign, missing] = await Promise.all([
      askFor(tenantB, 'iris'),
      askFor(tenantB, 'none'),
    ]);
    expect([foreign.status, missing.status]).toEqual([404, 404]);
    expect(errorOf(missing).message.replace('none', 'iris')).toBe(
      errorOf(foreign).message,
    );
  });
});

/** What a tenant that has asked hears when it decides itself, and when it withdraws. */
async function statusesOf(caller: PortalClient, id: string) {
  const decided = await decide(caller, id, { decision: 'approve' });
  const withdrawn = await caller.send('DELETE', `/access-requests/${id}`);
  return [decided.status, withdrawn.status];
}
