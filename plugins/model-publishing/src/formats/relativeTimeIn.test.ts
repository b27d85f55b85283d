import { relativeTimeIn } from './relativeTimeIn';

describe('relativeTimeIn', () => {
  const now = new Date('2026-03-04T12:00:00.000Z');

  it.each([
    ['2026-03-04T11:59:30.000Z', 'now'],
    ['2026-03-04T12:00:30.000Z', 'now'],
    ['2026-03-04T11:55:00.000Z', '5 minutes ago'],
    ['2026-03-04T10:20:00.000Z', '1 hour ago'],
    ['2026-03-03T12:00:00.000Z', 'yesterday'],
    ['2026-03-02T11:00:00.000Z', '2 days ago'],
    ['2026-01-02T12:00:00.000Z', '2 months ago'],
    ['2024-01-02T12:00:00.000Z', '2 years ago'],
    ['2026-03-07T13:00:00.000Z', 'in 3 days'],
  ])('says of %s: %s', (time, words) => {
    expect(relativeTimeIn('en')(time, now)).toBe(words);
  });

  it('speaks the language of the locale', () => {
    expect(relativeTimeIn('de')('2026-03-04T11:55:00.000Z', now)).toBe(
      'vor 5 Minuten',
    );
  });
});
