import { formatsFor } from './formatsFor';

describe('formatsFor', () => {
  it.each([
    ['en-US', '1,234,567', '1.2M'],
    ['de-DE', '1.234.567', '1,2\u00a0Mio.'],
  ])('writes numbers as people of %s do', (locale, inFull, short) => {
    const formats = formatsFor(locale);
    expect(formats.number(1_234_567)).toBe(inFull);
    expect(formats.compact(1_234_567)).toBe(short);
  });
});
