import Typography from '@material-ui/core/Typography';
import { PublicationTabProps } from '../publication/PublicationTab';
import { useTexts } from '../translation/useTexts';
import { usageLines } from '../usage/usageLines';
import { Section } from '../feedback/Section';

/** How much a publication was used; nothing for those who have no part in it. */
export function UsageSection({
  publication: { access, usage },
}: PublicationTabProps) {
  const t = useTexts();
  if (!usage || access === 'viewer') {
    return null;
  }
  return (
    <Section
      title={t(usage.scope === 'tenants' ? 'usage.ofTenants' : 'usage.label')}
    >
      {usageLines(t, usage).map(line => (
        <Typography key={line} variant="body2">
          {line}
        </Typography>
      ))}
    </Section>
  );
}
