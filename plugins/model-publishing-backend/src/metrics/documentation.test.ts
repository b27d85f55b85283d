import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { aMetricsService } from './__testUtils__/aMetricsService';
import { createMetrics } from './createMetrics';

const guide = readFileSync(
  resolve(__dirname, '../../../../docs/observability.md'),
  'utf8',
);

describe('docs/observability.md', () => {
  it('lists all metrics of the portal by their names and kinds in Prometheus', () => {
    const [, ofPortal = ''] = guide.split('## Series of the portal');
    const listed = ofPortal
      .split('\n')
      .filter(line => line.startsWith('| `'))
      .map(line => line.split('|').map(cell => cell.trim().replaceAll('`', '')))
      .map(([, name, kind]) => `${kind} ${name}`);
    const { service, names, kindOf } = aMetricsService();
    createMetrics(service, { clock: () => new Date() });
    const actual = names().map(name => {
      const suffix = kindOf(name) === 'counter' ? '_total' : '';
      return `${kindOf(name)} ${name.replaceAll('.', '_')}${suffix}`;
    });
    expect(listed.sort()).toEqual(actual.sort());
  });
});
