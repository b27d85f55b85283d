import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { useChangeAccess } from '../api/useChangeAccess';
import { useToast } from '../feedback/useToast';
import { PublicationTabProps } from '../publication/PublicationTab';
import { useFocusAfter } from '../requests/useFocusAfter';
import { useTexts } from '../translation/useTexts';
import { Section } from '../feedback/Section';
import { AddTenant } from './AddTenant';
import { AllowedTenants } from './AllowedTenants';
import { ChangeOutcome } from './ChangeOutcome';
import { RemoveTenantDialog } from './RemoveTenantDialog';

/** Which tenants may use the model; each of them can be removed, and others added. */
export function TenantsSection({ publication }: PublicationTabProps) {
  const t = useTexts();
  const toast = useToast();
  const change = useChangeAccess(publication);
  const [removed, setRemoved] = useState<string>();
  const region = useFocusAfter(removed !== undefined);
  const { allowedTenants } = publication.authentication;
  const add = (tenant: string, onDone: () => void) =>
    change.mutate(
      { authentication: { allowedTenants: [...allowedTenants, tenant] } },
      {
        onSuccess: () => {
          toast(t('access.tenants.added', { tenant }));
          onDone();
        },
      },
    );
  return (
    <Section title={t('access.tenants.title')}>
      <Typography variant="body2">{t('access.tenants.explanation')}</Typography>
      <div
        ref={region}
        role="group"
        aria-label={t('access.tenants.title')}
        tabIndex={-1}
      >
        <AllowedTenants
          tenants={allowedTenants}
          publisher={publication.tenantId}
          onRemove={setRemoved}
        />
      </div>
      <AddTenant
        publication={publication}
        disabled={change.isPending}
        onAdd={add}
      />
      <ChangeOutcome {...change} />
      {removed !== undefined && (
        <RemoveTenantDialog
          publication={publication}
          tenant={removed}
          onClose={() => setRemoved(undefined)}
        />
      )}
    </Section>
  );
}
