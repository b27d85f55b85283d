import { useSvgId } from './useSvgId';
import { SeriesPattern } from './SeriesPattern';
import { LookNumber } from './usageTable';

/** Side of a swatch, in pixels: two tiles of a pattern. */
const SIZE = 12;

/** How a series is drawn, beside its name. */
export function SeriesSwatch({ look }: { look: LookNumber }) {
  const id = useSvgId();
  return (
    <svg width={SIZE} height={SIZE} aria-hidden="true" focusable="false">
      <defs>
        <SeriesPattern id={id} look={look} />
      </defs>
      <rect width={SIZE} height={SIZE} fill={`url(#${id})`} />
    </svg>
  );
}
