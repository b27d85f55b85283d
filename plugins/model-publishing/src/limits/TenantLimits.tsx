import { Limits } from '@inference-portal/plugin-model-publishing-common';
import Typography from '@material-ui/core/Typography';
import { useTexts } from '../translation/useTexts';
import { LimitsText } from './LimitsText';

/** The limits of single tenants, one on each line. */
export function TenantLimits({
  perTenant = {},
}: {
  perTenant?: Record<string, Limits>;
}) {
  const t = useTexts();
  return (
    <>
      {Object.entries(perTenant).map(([tenant, limits]) => (
        <Typography key={tenant} variant="body2">
          {t('limits.ofTenant', { tenant })} <LimitsText limits={limits} />
        </Typography>
      ))}
    </>
  );
}
