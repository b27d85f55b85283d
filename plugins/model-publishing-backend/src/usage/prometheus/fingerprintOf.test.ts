import { fingerprintOf } from './fingerprintOf';

describe('fingerprintOf', () => {
  it('does not depend on the order of labels', () => {
    expect(fingerprintOf({ a: '1', b: '2' })).toBe(
      fingerprintOf({ b: '2', a: '1' }),
    );
  });

  it('tells labels apart whose texts run together', () => {
    const all: Array<Record<string, string>> = [
      {},
      { a: '' },
      { a: 'b' },
      { ab: '' },
      { a: 'b', c: 'd' },
      { a: 'b,c=d' },
      { a: 'b","c":"d' },
      { c: 'b', a: 'd' },
    ];
    expect(new Set(all.map(fingerprintOf)).size).toBe(all.length);
  });

  it('stays within the length of ids', () => {
    expect(fingerprintOf({ a: 'b'.repeat(5000) }).length).toBeLessThan(200);
  });
});
