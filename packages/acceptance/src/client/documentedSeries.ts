import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../harness/ServiceProcess';

const FILE = path.join(ROOT, 'docs/observability.md');

/** Names of all series in the tables of docs/observability.md; of a histogram these are three. */
export function documentedSeries(): string[] {
  return readFileSync(FILE, 'utf8')
    .split('\n')
    .filter(line => line.startsWith('| `'))
    .flatMap(line => {
      const [, names = '', kind = ''] = line.split('|');
      const series = [...names.matchAll(/`([a-z_]+)`/g)].map(
        ([, name = '']) => name,
      );
      return kind.trim() === 'histogram'
        ? series.flatMap(name =>
            ['bucket', 'count', 'sum'].map(suffix => `${name}_${suffix}`),
          )
        : series;
    });
}
