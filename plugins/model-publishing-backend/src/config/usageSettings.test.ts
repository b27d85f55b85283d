import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { readModelPublishingConfig } from './readModelPublishingConfig';

const HOUR_MS = 3_600_000;

function read(usage: JsonObject) {
  const config = new ConfigReader({
    modelPublishing: {
      gateways: [
        {
          name: 'models',
          cluster: 'one',
          namespace: 'model-gateway',
          gateway: 'models',
          hostnames: { default: 'a.example.org', allowed: ['a.example.org'] },
        },
      ],
      usage,
    },
  });
  return readModelPublishingConfig(config).usage;
}

/** The lines of the error, without what they all begin with. */
function problemsOf(usage: JsonObject): string[] {
  try {
    read(usage);
    return [];
  } catch (error) {
    return String(error).split('\n  modelPublishing.usage.').slice(1);
  }
}

describe('usage', () => {
  it.each<[JsonObject, number]>([
    [{ interval: '5s' }, 5000],
    [{ interval: { seconds: 15 } }, 15_000],
    [{ interval: 'PT1M' }, 60_000],
    [{ interval: '5m' }, 300_000],
  ])('reads %j', (given, intervalMs) => {
    expect(read(given).intervalMs).toBe(intervalMs);
  });

  it.each<[JsonObject, number[]]>([
    [{ minutes: '2h', hours: '2d', days: '30d' }, [2, 48, 720]],
    [{ minutes: '30d', hours: '30d', days: '30d' }, [720, 720, 720]],
    [{}, [48, 2160, 17_520]],
    [{ days: '10y' }, [48, 2160, 87_600]],
  ])('keeps amounts as long as %j', (retention, [minutes, hours, days]) => {
    expect(read({ retention }).retentionMs).toEqual({
      minute: Number(minutes) * HOUR_MS,
      hour: Number(hours) * HOUR_MS,
      day: Number(days) * HOUR_MS,
    });
  });

  it.each<[string, JsonObject]>([
    ['delay: must be a duration from 0s to 10m', { delay: '11m' }],
    ...['4s', '301s', 'often', 10].map((interval): [string, JsonObject] => [
      'interval: must be a duration from 5s to 5m',
      { interval },
    ]),
    ...(
      [
        ['minutes', '2h', '119m'],
        ['hours', '2d', '47h'],
        ['days', '30d', '29d'],
        ['days', '30d', '11y'],
      ] as const
    ).map(([span, least, wrong]): [string, JsonObject] => [
      `retention.${span}: must be a duration from ${least} to 10y`,
      { retention: { [span]: wrong } },
    ]),
    [
      'retention.minutes: must not be longer than hours',
      { retention: { minutes: '91d' } },
    ],
    [
      'retention.hours: must not be longer than days',
      { retention: { hours: '90d', days: '89d' } },
    ],
    ['retention.weeks: is not a known key', { retention: { weeks: '1d' } }],
    ['every: is not a known key', { every: '10s' }],
  ])('says "%s" of %j, and nothing else', (problem, given) => {
    expect(problemsOf(given)).toEqual([expect.stringContaining(problem)]);
  });
});
