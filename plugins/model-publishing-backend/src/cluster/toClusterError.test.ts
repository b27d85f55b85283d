import { ServiceUnavailableError } from '@backstage/errors';
import { HttpRoute } from './resources/HttpRoute';
import { toClusterError } from './toClusterError';

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
  it.each<[number, object, string, string]>([
    [
      400,
      { message: 'spec.x: bad' },
      'InputError',
      'HTTPRoute "published-model-iris" was refused by the API server of cluster "production": spec.x: bad',
    ],
    [
      422,
      { message: 'spec.x: bad' },
      'InputError',
      'HTTPRoute "published-model-iris" was refused by the API server of cluster "production": spec.x: bad',
    ],
    [
      401,
      { message: 'Unauthorized' },
      'ServiceUnavailableError',
      'Kubernetes cluster "production" does not know the portal\'s account; renew its token in modelPublishing.clusters.production',
    ],
    [
      403,
      { message: 'x is forbidden: User "y" cannot patch resource "z" in' },
      'ServiceUnavailableError',
      'The portal\'s account may not patch httproutes in namespace "model-gateway" of cluster "production"; apply examples/kubernetes/rbac.yaml',
    ],
    [
      403,
      { message: 'x is forbidden: User "y" cannot create resource "z" in' },
      'ServiceUnavailableError',
      'The portal\'s account may not create httproutes in namespace "model-gateway" of cluster "production"; apply examples/kubernetes/rbac.yaml',
    ],
    [
      403,
      {},
      'ServiceUnavailableError',
      'The portal\'s account may not patch httproutes in namespace "model-gateway" of cluster "production"; apply examples/kubernetes/rbac.yaml',
    ],
    [
      403,
      { message: 'x is forbidden: exceeded quota: y' },
      'ServiceUnavailableError',
      'A quota or an admission policy of cluster "production" does not allow to patch httproutes in namespace "model-gateway"; ask who runs the cluster',
    ],
    [
      403,
      { details: { causes: [{ reason: 'NamespaceTerminating' }] } },
      'ServiceUnavailableError',
      'Namespace "model-gateway" of cluster "production" is being deleted',
    ],
    [
      404,
      { reason: 'NotFound', details: { name: 'x', kind: 'httproutes' } },
      'NotFoundError',
      'HTTPRoute "published-model-iris" is not in cluster "production"',
    ],
    [
      404,
      { reason: 'NotFound', details: { name: 'gone', kind: 'namespaces' } },
      'ServiceUnavailableError',
      'Cluster "production" has no namespace "gone"',
    ],
    [
      404,
      {
        message: 'the server could not find the requested resource',
        reason: 'NotFound',
        details: {},
      },
      'NotImplementedError',
      'Kubernetes cluster "production" has no HTTPRoute (gateway.networking.k8s.io/v1); install its CRD',
    ],
    [
      409,
      { reason: 'AlreadyExists' },
      'ConflictError',
      'HTTPRoute "published-model-iris" exists already in cluster "production"',
    ],
    [
      409,
      { reason: 'Conflict' },
      'ConflictError',
      'HTTPRoute "published-model-iris" was changed by somebody else meanwhile',
    ],
    [
      429,
      { details: { retryAfterSeconds: 3 } },
      'ServiceUnavailableError',
      'Kubernetes cluster "production" is busy; try again in 3 seconds',
    ],
    ...[500, 503, 504, 418].map((code): [number, object, string, string] => [
      code,
      {},
      'ServiceUnavailableError',
      `Kubernetes cluster "production" answered ${code} to patch httproutes; try again in a moment`,
    ]),
  ])('turns %s %j into %s', (code, status, name, message) => {
    const error = toClusterError(apiException(code, status), call);

    expect(error.name).toBe(name);
    expect(error.message).toBe(message);
  });

  it('knows a missing CRD by the answer of an address that does not exist', () => {
    const failure = { code: 404, body: '404 page not found\n' };

    expect(toClusterError(failure, call).name).toBe('NotImplementedError');
  });

  it('reads a body that is an object already', () => {
    const body = { message: 'spec.x: bad' };

    expect(toClusterError({ code: 422, body }, call).message).toMatch(
      /spec\.x: bad$/,
    );
  });

  it('leaves errors of this product as they are', () => {
    const failure = new ServiceUnavailableError('There is no token');

    expect(toClusterError(failure, call)).toBe(failure);
  });

  it.each([
    [
      Object.assign(new Error('connect ECONNREFUSED 10.0.0.1:6443'), {
        code: 'ECONNREFUSED',
      }),
      /ECONNREFUSED/,
    ],
    [{ code: 'ETIMEDOUT' }, /ETIMEDOUT/],
    [
      AbortSignal.abort(new DOMException('late', 'TimeoutError')).reason,
      /did not answer in time$/,
    ],
    [
      Object.assign(new Error('aborted'), { name: 'AbortError' }),
      /did not answer in time$/,
    ],
    [
      Object.assign(new Error('x'), { code: 'SELF_SIGNED_CERT_IN_CHAIN' }),
      /^The certificate of .* cannot be verified .*caData or caFile/,
    ],
    [new SyntaxError('Unexpected token <'), /did not answer as an API server/],
    [new Error('getaddrinfo ENOTFOUND internal.example'), /cannot be reached/],
  ])('says that the cluster cannot be reached: %s', (failure, message) => {
    const error = toClusterError(failure, call);
    expect(error.name).toBe('ServiceUnavailableError');
    expect(error.message).toMatch(/cluster "production"/);
    expect(error.message).toMatch(message);
    expect(error.message).not.toMatch(/10\.0\.0\.1|internal\.example/);
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
