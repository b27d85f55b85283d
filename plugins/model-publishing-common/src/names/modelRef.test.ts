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
    ['/tenant-a/iris', undefined],
    ['tenant-a//iris', undefined],
    ['', undefined],
    ['tenant-a/Iris', undefined],
    ['tenant-a/iris ', undefined],
    [
      `tenant-a/${'a'.repeat(63)}`,
      { namespace: 'tenant-a', name: 'a'.repeat(63) },
    ],
    [`tenant-a/${'a'.repeat(64)}`, undefined],
    ['Tenant/iris', undefined],
    ['tenant-a/../iris', undefined],
  ])('reads %s', (value, expected) =>
    expect(parseModelRef(value)).toEqual(expected),
  );
});
