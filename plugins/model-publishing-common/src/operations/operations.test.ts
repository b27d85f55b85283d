import * as common from '../index';
import { revokeKeysOperation, rotateKeyOperation } from './keyOperations';
import { listPublicationsOperation } from './listPublicationsOperation';
import { publishOperation, updateOperation } from './publicationOperations';

function problemsOf(body: unknown): string[] {
  const { error } = publishOperation.body.safeParse(body);
  return (error?.issues ?? []).flatMap(issue =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map(key => [...issue.path, key].join('.'))
      : [issue.path.join('.')],
  );
}

describe('the body of a publish request', () => {
  it("takes the guide's request", () => {
    const config = {
      tenantId: 'tenant-a',
      publicHostname: 'api.router.inference-in-a-box',
      externalPath: '/models/my-model',
      rateLimiting: {
        requestsPerMinute: 100,
        requestsPerHour: 5000,
        tokensPerHour: 100000,
        burstLimit: 10,
      },
      authentication: { requireApiKey: true, allowedTenants: ['tenant-a'] },
    };
    expect(publishOperation.body.parse({ config })).toEqual({ config });
  });

  it('reports every problem at once', () => {
    const problems = problemsOf({
      extra: 1,
      config: {
        tenantId: 'Tenant A',
        externalPath: 'x',
        publicHostname: '*.example.org',
        rateLimiting: {
          requestsPerMinute: -1,
          requestsPerHour: 1.5,
          burstLimit: '10',
          perDay: 1,
        },
        visibility: 'everybody',
      },
    });
    expect(problems.sort()).toEqual([
      'config.externalPath',
      'config.publicHostname',
      'config.rateLimiting.burstLimit',
      'config.rateLimiting.perDay',
      'config.rateLimiting.requestsPerHour',
      'config.rateLimiting.requestsPerMinute',
      'config.tenantId',
      'config.visibility',
      'extra',
    ]);
  });

  it.each([[undefined], [null], ['text'], [[]], [{}]])('refuses %j', body =>
    expect(problemsOf(body).length).toBeGreaterThan(0),
  );
});

describe('other requests', () => {
  it('have defaults', () => {
    // The platform decides about the grace period.
    expect(rotateKeyOperation.body.parse({})).toEqual({});
    expect(listPublicationsOperation.query.parse({ limit: '10' })).toEqual({
      limit: 10,
      sort: 'model',
      order: 'asc',
    });
    expect(
      listPublicationsOperation.query.safeParse({ limit: '1000' }).success,
    ).toBe(false);
  });
});

describe('permissions', () => {
  it('have names of their own', () => {
    const names = common.modelPublishingPermissions.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.every(name => name.startsWith('model-publishing.'))).toBe(
      true,
    );
  });
});

describe('the body of an update', () => {
  it('takes null for every field that has a default', () => {
    const config = {
      publicHostname: null,
      externalPath: null,
      rateLimiting: { requestsPerMinute: null, tokensPerHour: 5 },
      authentication: { allowedTenants: null },
      metadata: { team: null },
      visibility: null,
    };
    expect(updateOperation.body.parse({ config })).toEqual({ config });
  });

  it.each([
    ['an unknown field', { extra: 1 }],
    ['an unknown limit', { rateLimiting: { perDay: 1 } }],
    ['a limit of nothing', { rateLimiting: { burstLimit: 0 } }],
    ['no tenant at all', { authentication: { allowedTenants: [] } }],
    ['a path that is none', { externalPath: 'x' }],
    ['a tenant that is null', { tenantId: null }],
  ])('refuses %s', (_, config) => {
    expect(updateOperation.body.safeParse({ config }).success).toBe(false);
  });
});

describe('a bulk revocation', () => {
  it.each([
    ['nothing', {}, false],
    ['everything', { all: true }, true],
    ['everything and something', { all: true, tenantId: 'a' }, false],
    ['a tenant', { tenantId: 'a' }, true],
    ['a time', { createdBefore: '2026-01-01T00:00:00Z' }, true],
    ['no keys', { keyIds: [] }, false],
  ])('that names %s', (_, body, expected) => {
    expect(revokeKeysOperation.body.safeParse(body).success).toBe(expected);
  });
});
