import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import { ReactNode } from 'react';

export interface EmptyViewProps {
  title: string;
  description: ReactNode;
  /** The next step. */
  action?: ReactNode;
  /** What the title is among the headings of the page. */
  heading?: 'h2' | 'h3';
}

/** In the place of what is not there: why, and what to do next. */
export function EmptyView({
  title,
  description,
  action,
  heading = 'h2',
}: EmptyViewProps) {
  return (
    <Box maxWidth={640} mx="auto" py={6} textAlign="center">
      <Typography variant="h5" component={heading} gutterBottom>
        {title}
      </Typography>
      <Typography paragraph>{description}</Typography>
      {action}
    </Box>
  );
}
