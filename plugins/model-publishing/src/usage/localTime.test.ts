import { fromLocalTime, toLocalTime } from './localTime';

describe('a time in an input', () => {
  it('comes back as it was, to the minute', () => {
    const time = new Date(2026, 2, 4, 12, 34);
    expect(toLocalTime(time)).toBe('2026-03-04T12:34');
    expect(fromLocalTime(toLocalTime(time))).toEqual(time);
  });

  it.each(['', '2026-13-01T00:00'])('is none while it is %j', value => {
    expect(fromLocalTime(value)).toBeUndefined();
  });
});
