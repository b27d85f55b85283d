import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';

export interface ModelCellProps {
  name: string;
  /** Tenant, and cluster where there are several. */
  place: string;
  /** Where more about it is found. */
  to?: string;
}

/** What a row is about: a model, and below it where that is. */
export function ModelCell({ name, place, to }: ModelCellProps) {
  return (
    <>
      <Typography variant="subtitle2" component="div">
        {to === undefined ? name : <Link to={to}>{name}</Link>}
      </Typography>
      <Typography variant="body2" color="textSecondary" component="div">
        {place}
      </Typography>
    </>
  );
}
