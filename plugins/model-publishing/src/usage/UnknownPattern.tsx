import { useTheme } from '@material-ui/core/styles';

/** The fill of spans of which nothing is known: thin lines without a colour of their own. */
export function UnknownPattern({ id }: { id: string }) {
  const { palette } = useTheme();
  return (
    <pattern id={id} width={8} height={8} patternUnits="userSpaceOnUse">
      <path
        d="M-2 2 2 -2M0 8 8 0M6 10 10 6"
        stroke={palette.text.secondary}
        strokeOpacity={0.5}
        strokeWidth={1}
      />
    </pattern>
  );
}
