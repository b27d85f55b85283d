import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import { PropsWithChildren, useId } from 'react';

/** One value with its name above it; screen readers know them as a group. */
export function Labelled({
  label,
  children,
}: PropsWithChildren<{ label: string }>) {
  const id = useId();
  return (
    <Box role="group" aria-labelledby={id} mb={2}>
      <Typography
        id={id}
        variant="caption"
        color="textSecondary"
        component="div"
      >
        {label}
      </Typography>
      {children}
    </Box>
  );
}
