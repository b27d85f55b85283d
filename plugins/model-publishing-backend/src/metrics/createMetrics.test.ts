import { NotFoundError } from '@backstage/errors';
import { aMetricsService } from './__testUtils__/aMetricsService';
import { createMetrics } from './createMetrics';

const cluster = 'main';

describe('the metrics of the plugin', () => {
  const { service, names, optionsOf, measurementsOf } = aMetricsService();
  let now = new Date('2026-01-01T12:00:00Z');
  const metrics = createMetrics(service, {
    clock: () => now,
    stopwatch: () => () => 1.5,
  });

  it('have names that say their units, for exporters that append none', () => {
    expect(names()).toHaveLength(8);
    for (const name of names()) {
      const { unit, description } = optionsOf(name) ?? {};
      expect(name).toMatch(/^model_publishing\.[a-z._]+$/);
      expect(name.endsWith('.seconds')).toBe(unit === 's');
      expect(description).toEqual(expect.stringMatching(/^[A-Z].+/));
    }
  });

  it.each([
    [
      'model_publishing.reconcile.duration.seconds',
      { gateway: 'models', subject: 'publication' },
      <T>(work: () => Promise<T>) =>
        metrics.reconcile.measure(
          { gateway: 'models', subject: 'publication' },
          work,
        ),
    ],
    [
      'model_publishing.operation.duration.seconds',
      { operation: 'publish' },
      <T>(work: () => Promise<T>) => metrics.useCases.measure('publish', work),
    ],
  ])('count in %s what works and what fails', async (name, labels, measure) => {
    await expect(measure(async () => 'done')).resolves.toBe('done');
    await expect(
      measure(async () => {
        throw new NotFoundError('none');
      }),
    ).rejects.toThrow('none');
    await expect(
      measure(async () => {
        throw new RangeError('too far');
      }),
    ).rejects.toThrow('too far');
    expect(measurementsOf(name)).toEqual([
      { value: 1.5, attributes: labels },
      { value: 1.5, attributes: { ...labels, 'error.type': 'NotFoundError' } },
      { value: 1.5, attributes: { ...labels, 'error.type': '_OTHER' } },
    ]);
  });

  it('know what waits in each queue when they are collected', () => {
    const name = 'model_publishing.reconcile.queue.depth';
    let waiting = 3;
    metrics.reconcile.watchQueue('models', {
      counts: () => ({ running: 1, waiting, retrying: 2 }),
    });
    const depths = () =>
      measurementsOf(name).map(({ value, attributes }) => [
        attributes.gateway,
        attributes.state,
        value,
      ]);
    expect(depths()).toEqual([
      ['models', 'running', 1],
      ['models', 'waiting', 3],
      ['models', 'retrying', 2],
    ]);
    waiting = 0;
    expect(depths()).toContainEqual(['models', 'waiting', 0]);
  });

  it('tell how long ago usage was collected, however often it has failed since', () => {
    const name = 'model_publishing.usage.collection.lag.seconds';
    const { collected } = metrics.usageCollection;
    expect(measurementsOf(name)).toEqual([]);
    collected({ cluster, seconds: 2, outcome: 'success' });
    now = new Date(now.getTime() + 25_000);
    collected({ cluster, seconds: 3, outcome: 'failure' });
    const attributes = { 'k8s.cluster.name': cluster };
    expect(measurementsOf(name)).toEqual([{ value: 25, attributes }]);
    collected({ cluster, seconds: 4, outcome: 'success' });
    expect(measurementsOf(name)).toEqual([{ value: 0, attributes }]);
    expect(
      measurementsOf('model_publishing.usage.collection.duration.seconds'),
    ).toEqual([
      { value: 2, attributes: { ...attributes, outcome: 'success' } },
      { value: 3, attributes: { ...attributes, outcome: 'failure' } },
      { value: 4, attributes: { ...attributes, outcome: 'success' } },
    ]);
  });
});
