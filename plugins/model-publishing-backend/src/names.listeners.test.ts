import { listenerGuardNameOf, listenerNameOf } from './names';

describe('names of listeners', () => {
  it.each([
    'a.example',
    '*.a.example',
    `${'a'.repeat(39)}.${'b'.repeat(63)}.example`,
    `*.${'a'.repeat(63)}.${'b'.repeat(63)}.${'c'.repeat(63)}.example`,
  ])('are DNS labels: of %s', hostname => {
    expect(listenerNameOf(hostname)).toMatch(
      /^mp-[a-z0-9]([-a-z0-9]*[a-z0-9])?$/,
    );
    expect(listenerNameOf(hostname).length).toBeLessThanOrEqual(63);
    expect(listenerGuardNameOf('models', hostname).length).toBeLessThan(253);
  });

  it.each([
    ['a.b-c.example', 'a-b.c.example'],
    ['*.a.example', 'wildcard.a.example'],
    [`${'a'.repeat(60)}.b.example`, `${'a'.repeat(60)}.c.example`],
  ])('tell %s and %s apart', (one, other) => {
    expect(listenerNameOf(one)).not.toBe(listenerNameOf(other));
  });
});
