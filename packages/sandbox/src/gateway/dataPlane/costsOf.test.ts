import { costsOf } from './costsOf';

const usage = { input: 3, output: 5, total: 8, model: 'chat' };

describe('costsOf', () => {
  it.each([
    ['InputToken', 3],
    ['OutputToken', 5],
    ['TotalToken', 8],
    ['CEL', 0],
  ])('counts %s as %d', (type, amount) => {
    const costs = [{ metadataKey: 'key', type }];
    expect(costsOf({ costs }, usage)).toEqual({ key: amount });
  });

  it('counts no output where there is none', () => {
    const costs = [
      { metadataKey: 'in', type: 'InputToken' },
      { metadataKey: 'out', type: 'OutputToken' },
    ];
    const embedded = { ...usage, output: undefined };
    expect(costsOf({ costs }, embedded)).toEqual({ in: 3, out: 0 });
  });
});
