import Accordion from '@material-ui/core/Accordion';
import AccordionDetails from '@material-ui/core/AccordionDetails';
import AccordionSummary from '@material-ui/core/AccordionSummary';
import Typography from '@material-ui/core/Typography';
import ExpandMore from '@material-ui/icons/ExpandMore';
import { PropsWithChildren, useId } from 'react';

/** What is shown on demand, and not even rendered before. */
export function Expandable({
  title,
  children,
}: PropsWithChildren<{ title: string }>) {
  const id = useId();
  return (
    <Accordion
      variant="outlined"
      square
      TransitionProps={{ unmountOnExit: true }}
    >
      <AccordionSummary
        id={`${id}-title`}
        aria-controls={`${id}-content`}
        expandIcon={<ExpandMore />}
      >
        <Typography variant="body2">{title}</Typography>
      </AccordionSummary>
      <AccordionDetails style={{ display: 'block', minWidth: 0 }}>
        {children}
      </AccordionDetails>
    </Accordion>
  );
}
