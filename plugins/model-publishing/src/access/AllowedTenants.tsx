import Button from '@material-ui/core/Button';
import FormHelperText from '@material-ui/core/FormHelperText';
import List from '@material-ui/core/List';
import ListItem from '@material-ui/core/ListItem';
import ListItemText from '@material-ui/core/ListItemText';
import { useId } from 'react';
import { useTexts } from '../translation/useTexts';

export interface AllowedTenantsProps {
  tenants: string[];
  /** The publishing tenant. */
  publisher: string;
  onRemove(tenant: string): void;
}

/** The tenants that may use a model. The last one stays. */
export function AllowedTenants({
  tenants,
  publisher,
  onRemove,
}: AllowedTenantsProps) {
  const t = useTexts();
  const id = useId();
  const isLast = tenants.length === 1;
  return (
    <>
      <List dense>
        {tenants.map(tenant => (
          <ListItem key={tenant} disableGutters divider>
            <ListItemText
              primary={tenant}
              secondary={tenant === publisher && t('access.tenants.publisher')}
            />
            <Button
              size="small"
              variant="outlined"
              disabled={isLast}
              aria-label={t('access.tenants.removeTenant', { tenant })}
              aria-describedby={isLast ? id : undefined}
              onClick={() => onRemove(tenant)}
            >
              {t('access.tenants.remove')}
            </Button>
          </ListItem>
        ))}
      </List>
      {isLast && (
        <FormHelperText id={id}>{t('access.tenants.lastOne')}</FormHelperText>
      )}
    </>
  );
}
