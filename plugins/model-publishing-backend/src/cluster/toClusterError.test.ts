import { toClusterError } from './toClusterError';
import { HttpRoute } from './resources/HttpRoute';

const call = {
  clusterName: 'production',
  verb: 'patch' as const,
  resource: HttpRoute,
  namespace: 'model-gateway',
  name: 'published-model-iris',
};

/** As @kubernetes/client-node throws it: the body is text, and the message holds everything. */
function apiException(code: number, status: object) {
  return Object.assign(
    new Error('HTTP-Code: and the whole body and all headers'),
    {
      code,
      body: JSON.stringify({ kind: 'Status', ...status }),
      headers: { 'x-internal': 'secret-header' },
    },
  );
}

describe('toClusterError', () => {
  it.each([
    [
      401,
      {},
      'ServiceUnavailableError',
      /may not patch httproutes in namespace "model-gateway".*rbac\.yaml/,
    ],
    [
      403,
      {},
      'ServiceUnavailableError',
      /may not patch httproutes in namespace "model-gateway".*rbac\.yaml/,
    ],
    [
      404,
      { reason: 'NotFound', details: { name: 'x' } },
      'NotFoundError',
      /is not in cluster/,
    ],
    [
      404,
      { reason: 'NotFound' },
      'NotImplementedError',
      /has no HTTPRoute .*install its CRD/,
    ],
    [404, {}, 'NotImplementedError', /has no HTTPRoute/],
    [409, {}, 'ConflictError', /changed or created by somebody else/],
    [
      400,
      { message: 'spec.x: bad' },
      'InputError',
      /was refused .*: spec\.x: bad/,
    ],
    [
      422,
      { message: 'spec.x: bad' },
      'InputError',
      /was refused .*: spec\.x: bad/,
    ],
    [429, {}, 'ServiceUnavailableError', /answered 429/],
    [500, {}, 'ServiceUnavailableError', /answered 500/],
    [504, {}, 'ServiceUnavailableError', /answered 504/],
  ])('turns %s %j into %s', (code, status, name, message) => {
    const error = toClusterError(apiException(code, status), call);
    expect(error.name).toBe(name);
    expect(error.message).toMatch(message);
  });

  it.each([
    [
      Object.assign(new Error('connect ECONNREFUSED 10.0.0.1:6443'), {
        code: 'ECONNREFUSED',
      }),
      /ECONNREFUSED/,
    ],
    [{ code: 'ETIMEDOUT' }, /ETIMEDOUT/],
    [new Error('getaddrinfo ENOTFOUND internal.example'), /cannot be reached/],
  ])('says that the cluster cannot be reached: %s', (failure, message) => {
    const error = toClusterError(failure, call);
    expect(error.name).toBe('ServiceUnavailableError');
    expect(error.message).toMatch(/cluster "production"/);
    expect(error.message).toMatch(message);
    expect(error.message).not.toMatch(/10\.0\.0\.1|internal\.example/);
  });

  it('names a kind that discovery does not know', () => {
    const error = toClusterError(
      new Error('Unrecognized API version and kind: a b'),
      call,
    );
    expect(error.name).toBe('NotImplementedError');
  });

  it("lets nothing of the API server's answer out but a complaint about our object", () => {
    const secret = {
      message: 'secrets "x" is forbidden: User "system:sa" cannot',
    };
    for (const code of [401, 403, 404, 409, 429, 500, 503]) {
      const error = toClusterError(apiException(code, secret), call);
      expect(JSON.stringify({ ...error, message: error.message })).not.toMatch(
        /system:sa|secret-header|HTTP-Code/,
      );
      expect(error.cause).toBeUndefined();
    }
  });

  it.each([undefined, null, 'text', 42, {}])(
    'survives a failure of any form: %s',
    failure => {
      expect(toClusterError(failure, call).name).toBe(
        'ServiceUnavailableError',
      );
    },
  );
});
