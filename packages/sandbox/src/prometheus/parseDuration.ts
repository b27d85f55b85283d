const durationPattern =
  /^(?:(\d+)y)?(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?(?:(\d+)ms)?$/;

const secondMs = 1000;
const hourMs = 3600 * secondMs;
const dayMs = 24 * hourMs;
/** Of each part, in its order above. */
const unitsMs = [
  ...[365 * dayMs, 7 * dayMs, dayMs],
  ...[hourMs, 60 * secondMs, secondMs, 1],
];

/** A duration of Prometheus, such as `1h30m`, in milliseconds; undefined: it is none, or nothing. */
export function parseDuration(text: string): number | undefined {
  const [, ...amounts] = durationPattern.exec(text) ?? [];
  const total = unitsMs.reduce(
    (sum, unitMs, index) => sum + Number(amounts[index] ?? 0) * unitMs,
    0,
  );
  return total > 0 ? total : undefined;
}
