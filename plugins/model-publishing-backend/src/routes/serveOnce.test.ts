import {
  listKeysOperation,
  revokeKeyOperation,
} from '@inference-portal/plugin-model-publishing-common';
import { aCaller } from '../__testUtils__/builders';
import { anIdempotency } from '../idempotency/__testUtils__/anIdempotency';
import { AnyRoute, RouteInput } from './route';
import { serveOnce } from './serveOnce';

const raw = (headers: Record<string, unknown>) => ({
  params: { model: 'iris' },
  query: {},
  body: {},
  headers,
});
const inputOf = (name: string) =>
  ({
    caller: aCaller({ kind: 'user', name, claims: [] }),
  } as RouteInput<AnyRoute['operation']>);
const ann = inputOf('user:default/ann');

function aRoute(operation: AnyRoute['operation']) {
  const requests: Array<RouteInput<AnyRoute['operation']>['request']> = [];
  const handler = async ({ request }: typeof ann) => {
    requests.push(request);
    return { body: {}, auditMeta: { keyId: 'key-1' } };
  };
  return { route: { operation, handler }, requests };
}

describe('serveOnce', () => {
  it('just serves what carries no key', async () => {
    const { route, requests } = aRoute(revokeKeyOperation);
    const idempotency = anIdempotency();
    await serveOnce(route, raw({}), ann, idempotency);
    await serveOnce(route, raw({}), ann, idempotency);
    expect(requests).toEqual([undefined, undefined]);
    expect(idempotency.store.outcomes.size).toBe(0);
  });

  it('takes no notice of a key, even of a bad one, where nothing is changed', async () => {
    const { route, requests } = aRoute(listKeysOperation);
    const idempotency = anIdempotency();
    await serveOnce(route, raw({ 'idempotency-key': '' }), ann, idempotency);
    expect(requests).toEqual([undefined]);
  });

  it('tells the handler, and the audit log, what comes again', async () => {
    const { route, requests } = aRoute(revokeKeyOperation);
    const idempotency = anIdempotency();
    const serve = () =>
      serveOnce(route, raw({ 'idempotency-key': 'k' }), ann, idempotency);
    const [first, second] = [await serve(), await serve()];
    expect(requests.map(request => request?.replay)).toEqual([false, true]);
    expect(first.auditMeta).toEqual({ keyId: 'key-1' });
    expect(second.auditMeta).toEqual({ keyId: 'key-1', repeated: true });
    expect([...idempotency.store.outcomes]).toEqual([
      [
        'user user:default/ann revokeKey k',
        { statusCode: 200, keyId: 'key-1' },
      ],
    ]);
  });

  it('keeps callers apart', async () => {
    const { route, requests } = aRoute(revokeKeyOperation);
    const idempotency = anIdempotency();
    const headers = { 'idempotency-key': 'k' };
    await serveOnce(route, raw(headers), ann, idempotency);
    await serveOnce(
      route,
      raw(headers),
      inputOf('user:default/bob'),
      idempotency,
    );
    expect(requests.map(request => request?.replay)).toEqual([false, false]);
  });
});
