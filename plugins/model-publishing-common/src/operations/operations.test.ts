import * as common from '../index';
import { rotateKeyOperation } from './keyOperations';
import { listPublicationsOperation } from './listPublicationsOperation';
import { publishOperation } from './publicationOperations';

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
    expect(rotateKeyOperation.body.parse({})).toEqual({ grace: 'now' });
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
