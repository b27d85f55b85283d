import { parseModelRef } from './modelRef';

describe('parseModelRef', () => {
  it.each([
    ['tenant-a/iris', { namespace: 'tenant-a', name: 'iris' }],
    [
      'production/tenant-a/iris',
      { cluster: 'production', namespace: 'tenant-a', name: 'iris' },
    ],
    ['iris', undefined],
    ['a/b/c/d', undefined],
    ['tenant-a/', undefined],
    ['/iris', undefined],
    ['Tenant/iris', undefined],
    ['tenant-a/../iris', undefined],
  ])('reads %s', (value, expected) =>
    expect(parseModelRef(value)).toEqual(expected),
  );
});
