import { MAX_USAGE_SPANS } from '@inference-portal/plugin-model-publishing-common';
import { askedRangeOf, PRESET_NAMES, spansOf, UsageRange } from './usageRange';

const now = new Date('2026-03-04T12:34:56.000Z');

describe('the range of usage', () => {
  it.each<[UsageRange, string, string, number]>([
    [{ preset: '1h' }, '2026-03-04T11:35:00.000Z', 'minute', 60],
    [{ preset: '24h' }, '2026-03-03T13:00:00.000Z', 'hour', 24],
    [{ preset: '7d' }, '2026-02-25T13:00:00.000Z', 'hour', 168],
    [{ preset: '30d' }, '2026-02-03T00:00:00.000Z', 'day', 30],
    [{ preset: '90d' }, '2025-12-05T00:00:00.000Z', 'day', 90],
    [{ days: 7 }, '2026-02-26T00:00:00.000Z', 'day', 7],
  ])(
    '%j begins with a whole step, so that it has so many spans',
    (range, from, step, spans) => {
      const asked = askedRangeOf(range, now);
      expect(asked).toEqual({ from, step });
      expect(spansOf({ ...asked, to: now.toISOString() })).toHaveLength(spans);
    },
  );

  it.each([
    ['of some hours', '2026-03-04T08:00:00Z', '2026-03-04T10:00:00Z', 'minute'],
    ['of days', '2026-02-27T00:00:00Z', '2026-03-04T00:00:00Z', 'hour'],
    ['of months', '2025-10-01T00:00:00Z', '2026-03-01T00:00:00Z', 'day'],
    [
      'of hours whose minutes are gone',
      '2026-03-01T08:00:00Z',
      '2026-03-01T10:00:00Z',
      'hour',
    ],
    [
      'of days whose hours are gone',
      '2025-10-01T08:00:00Z',
      '2025-10-02T10:00:00Z',
      'day',
    ],
  ])(
    'between two times %s takes the finest step that is kept',
    (_, from, to, step) => {
      expect(askedRangeOf({ from, to }, now)).toEqual({ from, to, step });
    },
  );

  it('never asks for more than the backend gives', () => {
    for (const preset of PRESET_NAMES) {
      const asked = askedRangeOf({ preset }, now);
      expect(
        spansOf({ ...asked, to: now.toISOString() }).length,
      ).toBeLessThanOrEqual(MAX_USAGE_SPANS);
    }
  });
});
