import { cpus } from 'node:os';

/** What was measured with a number of publications. */
export interface Figures {
  count: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  bytes: number;
}

/** @param share - from 0 to 1 */
export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? NaN;
}

const BATCHES = 8;

/**
 * The p99 of each of some batches, and of these the median: what else the machine does for a moment spoils one batch.
 *
 * @param values - in the order in which they were measured
 */
export function steadyP99(values: number[]): number {
  const size = Math.ceil(values.length / BATCHES);
  const batches = Array.from({ length: BATCHES }, (_, index) =>
    values.slice(index * size, (index + 1) * size),
  );
  return percentile(
    batches.map(batch => percentile(batch, 0.99)),
    0.5,
  );
}

/** The slope of log p50 over log count, by least squares: 0 is independent of the count, 1 is proportional to it. */
export function growthExponent(figures: Figures[]): number {
  const points = figures.map(({ count, p50 }) => [
    Math.log(count),
    Math.log(p50),
  ]);
  const mean = (index: 0 | 1) =>
    points.reduce((sum, point) => sum + (point[index] ?? 0), 0) / points.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  const covariance = points.reduce(
    (sum, [x = 0, y = 0]) => sum + (x - meanX) * (y - meanY),
    0,
  );
  const variance = points.reduce((sum, [x = 0]) => sum + (x - meanX) ** 2, 0);
  return covariance / variance;
}

/** Prints ratios to the smallest count; absolute times say more about the machine than about the product. */
export function printTable(
  name: string,
  figures: Figures[],
  exponent: number,
): void {
  const [least] = figures;
  const ratio = (value: number, base = NaN) => (value / base).toFixed(2);
  const processors = cpus();
  const rows = figures.map(({ count, p50, p99, bytes }) =>
    [
      String(count).padStart(8),
      ratio(p50, least?.p50).padStart(8),
      ratio(p99, least?.p99).padStart(8),
      `${(bytes / 1000).toFixed(1)} kB`.padStart(9),
    ].join(' '),
  );
  process.stdout.write(
    [
      '',
      `${name} (${processors.length} x ${processors[0]?.model}, Node ${process.version})`,
      '       N      p50      p99      body',
      ...rows,
      `growth exponent ${exponent.toFixed(3)}`,
      '',
    ].join('\n'),
  );
}
