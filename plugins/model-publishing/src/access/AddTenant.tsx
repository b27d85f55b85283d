import { tenantIdSchema } from '@inference-portal/plugin-model-publishing-common';
import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { FormEvent, useId, useState } from 'react';
import { KnownPublication } from '../api/usePublication';
import { useTenants } from '../api/useTenants';
import { useTexts } from '../translation/useTexts';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: theme.spacing(1),
    marginTop: theme.spacing(2),
  },
  field: { flexGrow: 1, maxWidth: 400 },
  button: { marginTop: theme.spacing(0.25) },
}));

export interface AddTenantProps {
  publication: KnownPublication;
  disabled: boolean;
  /** @param onDone - clears the field */
  onAdd(tenant: string, onDone: () => void): void;
}

/** The field for one more tenant; it suggests those that the user knows. */
export function AddTenant({ publication, disabled, onAdd }: AddTenantProps) {
  const t = useTexts();
  const classes = useStyles();
  const id = useId();
  const [typed, setTyped] = useState('');
  const { cluster, authentication } = publication;
  const { allowedTenants } = authentication;
  const known = useTenants().data?.items ?? [];
  const suggested = known
    .filter(tenant => tenant.cluster === cluster)
    .map(({ tenantId }) => tenantId)
    .filter(tenant => !allowedTenants.includes(tenant));
  const tenant = typed.trim();
  const problem = problemOf(tenant, allowedTenants);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (tenant && !problem) {
      onAdd(tenant, () => setTyped(''));
    }
  };
  return (
    <form className={classes.root} onSubmit={submit}>
      <TextField
        id={id}
        className={classes.field}
        label={t('access.tenants.add')}
        value={typed}
        onChange={event => setTyped(event.target.value)}
        disabled={disabled}
        error={problem !== undefined}
        helperText={
          problem
            ? t(`access.tenants.${problem}`)
            : t('access.tenants.addHelp', { cluster })
        }
        variant="outlined"
        size="small"
        inputProps={{
          list: `${id}-known`,
          autoComplete: 'off',
          spellCheck: false,
          autoCapitalize: 'none',
        }}
      />
      <datalist id={`${id}-known`}>
        {suggested.map(one => (
          <option key={one} value={one} />
        ))}
      </datalist>
      <Button
        className={classes.button}
        type="submit"
        variant="outlined"
        disabled={disabled || !tenant || problem !== undefined}
      >
        {t('access.tenants.addButton')}
      </Button>
    </form>
  );
}

function problemOf(tenant: string, allowedTenants: string[]) {
  if (allowedTenants.includes(tenant)) {
    return 'thereAlready';
  }
  return tenant === '' || tenantIdSchema.safeParse(tenant).success
    ? undefined
    : 'notAnId';
}
