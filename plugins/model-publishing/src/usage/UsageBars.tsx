import { useTheme } from '@material-ui/core/styles';
import {
  Bar,
  BarChart,
  CartesianGrid,
  ReferenceArea,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { useFormats } from '../formats/useFormats';
import { SeriesPattern } from './SeriesPattern';
import { spanTexts } from './spanTexts';
import { UnknownPattern } from './UnknownPattern';
import { unknownRanges } from './unknownRanges';
import { UsageTable } from './usageTable';
import { UsageTooltip } from './UsageTooltip';
import { useSvgId } from './useSvgId';

/** Until the real size is known, in pixels. */
const FIRST_SIZE = { width: 600, height: 200 };

export interface UsageBarsProps {
  table: UsageTable;
  /** What the chart shows, for those who do not see it. */
  label: string;
  /** In pixels. */
  height: number;
  /** Without axes, for where it is beside other things. */
  plain?: boolean;
}

/**
 * Stacked bars, one for each span. The only module that imports the chart library, so that it is loaded with the first
 * chart; arrow keys move from bar to bar.
 */
export function UsageBars({ table, label, height, plain }: UsageBarsProps) {
  const { palette, typography } = useTheme();
  const formats = useFormats();
  const id = useSvgId();
  const { columns, rows } = table;
  const texts = spanTexts(formats, table);
  const axis = {
    stroke: palette.text.secondary,
    tick: {
      fill: palette.text.secondary,
      fontFamily: typography.fontFamily,
      fontSize: 12,
    },
    tickLine: false,
  };
  return (
    <ResponsiveContainer
      width="100%"
      height={height}
      initialDimension={FIRST_SIZE}
    >
      <BarChart
        data={rows}
        accessibilityLayer
        aria-label={label}
        barCategoryGap={rows.length > 60 ? 0 : '10%'}
        margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
      >
        <defs>
          <UnknownPattern id={`${id}-unknown`} />
          {columns.map(({ look }) => (
            <SeriesPattern key={look} id={`${id}-${look}`} look={look} />
          ))}
        </defs>
        {!plain && <CartesianGrid vertical={false} stroke={palette.divider} />}
        <XAxis
          {...axis}
          dataKey="start"
          hide={plain}
          tickFormatter={texts.short}
          minTickGap={24}
        />
        <YAxis
          {...axis}
          hide={plain}
          width="auto"
          axisLine={false}
          allowDecimals={false}
          tickFormatter={formats.compact}
        />
        {unknownRanges(rows).map(({ first, last }) => (
          <ReferenceArea
            key={first}
            x1={first}
            x2={last}
            // The outermost spans end where the chart does, give or take a rounding.
            ifOverflow="hidden"
            fill={`url(#${id}-unknown)`}
          />
        ))}
        <Tooltip
          // Spans that are not known have something to say too.
          filterNull={false}
          isAnimationActive={false}
          cursor={{ fill: palette.action.hover }}
          wrapperStyle={{ zIndex: 1 }}
          content={({ active, label: start }) => {
            const row = rows.find(one => one.start === start);
            return active && row ? (
              <UsageTooltip
                title={texts.full(row.start)}
                row={row}
                columns={columns}
              />
            ) : null;
          }}
        />
        {columns.map(column => (
          <Bar
            key={column.id}
            name={column.label}
            dataKey={row => row.values[column.id]}
            stackId="all"
            fill={`url(#${id}-${column.look})`}
            isAnimationActive={false}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}
