import Typography from '@material-ui/core/Typography';
import { LimitsText } from '../limits/LimitsText';
import { TenantLimits } from '../limits/TenantLimits';
import { PublicationTabProps } from '../publication/PublicationTab';
import { useTexts } from '../translation/useTexts';
import { Section } from '../feedback/Section';

/** How much a publication may be used. */
export function LimitsSection({
  publication: { rateLimiting },
}: PublicationTabProps) {
  const t = useTexts();
  return (
    <Section title={t('overview.limits')}>
      <Typography>
        <LimitsText limits={rateLimiting} />
      </Typography>
      <TenantLimits perTenant={rateLimiting.perTenant} />
      <Typography variant="body2" color="textSecondary">
        {t('overview.limitsHelp')}
      </Typography>
    </Section>
  );
}
