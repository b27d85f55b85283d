import { requestHash } from './requestHash';

const content = {
  method: 'post',
  path: '/models/:model/publish',
  params: { model: 'iris' },
  query: {},
  body: { config: { tenantId: 'tenant-a', modelType: 'traditional' } },
};

describe('requestHash', () => {
  it('is the same in whatever order the fields come', () => {
    const { tenantId, modelType } = content.body.config;
    const body = { config: { modelType, tenantId } };
    expect(requestHash({ ...content, body })).toBe(requestHash(content));
    expect(requestHash(content)).toMatch(/^[0-9a-f]{64}$/);
  });

  it('takes no body and an empty one for the same', () => {
    expect(requestHash({ ...content, body: undefined })).toBe(
      requestHash({ ...content, body: {} }),
    );
  });

  it.each([
    ['method', { method: 'delete' }],
    ['path', { path: '/models/:model/publish/keys' }],
    ['path parameter', { params: { model: 'wine' } }],
    ['query', { query: { dryRun: 'true' } }],
    ['body', { body: { config: { tenantId: 'tenant-b' } } }],
    ['order of a list', { body: { keyIds: ['b', 'a'] } }],
    ['another order of a list', { body: { keyIds: ['a', 'b'] } }],
  ])('differs for another %s', (_, change) => {
    const others = [content, { ...content, body: { keyIds: ['a'] } }];
    expect(others.map(requestHash)).not.toContain(
      requestHash({ ...content, ...change }),
    );
  });
});
