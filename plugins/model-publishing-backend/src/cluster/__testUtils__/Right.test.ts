import { nameOfRight, rightsOf, withoutRight } from './Right';
import { rightsOfRequest } from './rightsOfRequest';

const role = {
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'Role',
  metadata: { name: 'portal', namespace: 'gateway' },
  rules: [
    { apiGroups: [''], resources: ['secrets'], verbs: ['get', 'list'] },
    { apiGroups: ['a.example'], resources: ['xs', 'ys'], verbs: ['watch'] },
  ],
};

const names = [
  'get secrets in gateway',
  'list secrets in gateway',
  'watch xs.a.example in gateway',
  'watch ys.a.example in gateway',
];

describe('rights', () => {
  it('are every verb of every resource of a role', () => {
    expect(rightsOf([role]).map(nameOfRight)).toEqual(names);
  });

  it('can be taken away one by one', () => {
    const left = rightsOf([role]).map(right =>
      rightsOf([withoutRight(role, right)]).map(nameOfRight),
    );
    expect(left).toEqual(names.map(name => names.filter(n => n !== name)));
  });

  it.each([
    ['GET', '/api/v1/namespaces/a/secrets', 200, 'list secrets in a'],
    [
      'GET',
      '/api/v1/namespaces/a/secrets?watch=true',
      200,
      'watch secrets in a',
    ],
    ['GET', '/api/v1/namespaces/a/secrets/s', 404, 'get secrets in a'],
    ['POST', '/api/v1/namespaces/a/secrets', 201, 'create secrets in a'],
    ['PUT', '/api/v1/namespaces/a/secrets/s', 200, 'update secrets in a'],
    ['DELETE', '/api/v1/namespaces/a/secrets/s', 200, 'delete secrets in a'],
    [
      'DELETE',
      '/api/v1/namespaces/a/secrets',
      200,
      'deletecollection secrets in a',
    ],
    [
      'PATCH',
      '/apis/b.example/v1/namespaces/a/xs/x/status',
      200,
      'patch xs/status.b.example in a',
    ],
    ['GET', '/api/v1/secrets', 200, 'list secrets in all namespaces'],
  ])('are needed for a request: %s %s', (method, url, status, right) => {
    const needed = rightsOfRequest(method, url, status).map(nameOfRight);
    expect(needed).toEqual([right]);
  });

  it('are two for an apply that makes an object', () => {
    const url = '/apis/b.example/v1/namespaces/a/xs/x';
    expect(rightsOfRequest('PATCH', url, 201).map(nameOfRight)).toEqual([
      'patch xs.b.example in a',
      'create xs.b.example in a',
    ]);
  });

  it('are not needed to ask which kinds there are', () => {
    expect(rightsOfRequest('GET', '/apis/b.example/v1', 200)).toEqual([]);
  });
});
