import { UsageStep } from '@inference-portal/plugin-model-publishing-common';
import { usageRangeOf } from './usageRangeOf';

const now = new Date('2026-03-04T12:34:56.000Z');

const rangeOf = (asked: { from?: string; to?: string; step: UsageStep }) => {
  const { from, to } = usageRangeOf(asked, now);
  return [from.toISOString(), to.toISOString()];
};

describe('usageRangeOf', () => {
  it.each<[string, { from?: string; to?: string; step: UsageStep }, string[]]>([
    [
      'is the last 24 hours by default, widened to whole hours',
      { step: 'hour' },
      ['2026-03-03T12:00:00.000Z', '2026-03-04T13:00:00.000Z'],
    ],
    [
      'is widened to whole minutes',
      { step: 'minute' },
      ['2026-03-03T12:34:00.000Z', '2026-03-04T12:35:00.000Z'],
    ],
    [
      'is widened to whole days of UTC, whatever the offset it is asked in',
      {
        from: '2026-03-02T00:30:00+02:00',
        to: '2026-03-03T23:30:00-02:00',
        step: 'day',
      },
      ['2026-03-01T00:00:00.000Z', '2026-03-05T00:00:00.000Z'],
    ],
    [
      'begins 24 hours before an end that is given',
      { to: '2026-01-01T00:00:00Z', step: 'hour' },
      ['2025-12-31T00:00:00.000Z', '2026-01-01T00:00:00.000Z'],
    ],
    [
      'ends now where only a beginning is given',
      { from: '2026-03-04T12:00:00Z', step: 'hour' },
      ['2026-03-04T12:00:00.000Z', '2026-03-04T13:00:00.000Z'],
    ],
    [
      'may have no span at all',
      {
        from: '2026-03-04T12:00:00Z',
        to: '2026-03-04T12:00:00Z',
        step: 'hour',
      },
      ['2026-03-04T12:00:00.000Z', '2026-03-04T12:00:00.000Z'],
    ],
    [
      'may have 1,500 spans',
      { from: '2026-03-03T11:35:00Z', step: 'minute' },
      ['2026-03-03T11:35:00.000Z', '2026-03-04T12:35:00.000Z'],
    ],
  ])('%s', (_, asked, expected) => {
    expect(rangeOf(asked)).toEqual(expected);
  });

  it.each([
    [
      'an end before its beginning',
      { from: '2026-03-04T12:00:00Z', to: '2026-03-04T11:59:59Z' },
      'query.to',
    ],
    [
      'a beginning in the future',
      { from: '2026-03-04T13:00:00Z' },
      'query.from',
    ],
    ['1,501 spans', { from: '2026-03-03T11:34:59Z' }, 'query.from'],
  ])('refuses %s, naming the field', (_, asked, field) => {
    expect(() => rangeOf({ ...asked, step: 'minute' })).toThrow(
      expect.objectContaining({
        statusCode: 422,
        details: [expect.objectContaining({ field })],
      }),
    );
  });
});
