import { useTheme } from '@material-ui/core/styles';
import { seriesColors } from './seriesColors';
import { LookNumber } from './usageTable';

/** Side of one tile, in pixels. */
const TILE = 6;

/** What is drawn over the colour, so that series are told apart without it. */
const STROKES: Record<LookNumber, string | undefined> = {
  0: undefined,
  1: 'M-1 1 1 -1M0 6 6 0M5 7 7 5',
  2: 'M2 3H4',
  3: 'M0 3H6',
  4: 'M3 0V6',
  5: 'M0 3H6M3 0V6',
  6: 'M-1 5 1 7M0 0 6 6M5 -1 7 1',
};

export interface SeriesPatternProps {
  /** Unique in the page; shapes are filled with `url(#id)`. */
  id: string;
  look: LookNumber;
}

/** The fill of one series: a colour and a pattern. */
export function SeriesPattern({ id, look }: SeriesPatternProps) {
  const theme = useTheme();
  return (
    <pattern id={id} width={TILE} height={TILE} patternUnits="userSpaceOnUse">
      <rect width={TILE} height={TILE} fill={seriesColors(theme)[look]} />
      {STROKES[look] && (
        <path
          d={STROKES[look]}
          stroke={theme.palette.background.paper}
          strokeWidth={1.5}
          strokeOpacity={0.75}
        />
      )}
    </pattern>
  );
}
