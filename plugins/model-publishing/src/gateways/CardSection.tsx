import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import { createContext, ReactNode, useContext, useId } from 'react';

/** Id of the heading with the name of the gateway that a section is about. */
export const GatewayTitleId = createContext('');

export interface CardSectionProps {
  title: string;
  /** @param labelIds - ids of what names the content: gateways have sections of the same titles */
  children(labelIds: string): ReactNode;
}

/** A part of the card of a gateway, with its heading. */
export function CardSection({ title, children }: CardSectionProps) {
  const id = useId();
  const gatewayTitleId = useContext(GatewayTitleId);
  return (
    <Box mb={3}>
      <Typography id={id} variant="h6" component="h3" gutterBottom>
        {title}
      </Typography>
      {children(`${gatewayTitleId} ${id}`)}
    </Box>
  );
}
