import { UsageSummary } from '@inference-portal/plugin-model-publishing-common';
import Typography from '@material-ui/core/Typography';
import { Labelled } from '../feedback/Labelled';
import { useTexts } from '../translation/useTexts';
import { usageLines } from './usageLines';

/** How much a publication was used, or why that is not known. */
export function PublicationUsage({ usage }: { usage: UsageSummary }) {
  const t = useTexts();
  return (
    <Labelled
      label={t(usage.scope === 'tenants' ? 'usage.ofTenants' : 'usage.label')}
    >
      {usageLines(t, usage).map(line => (
        <Typography key={line} variant="body2">
          {line}
        </Typography>
      ))}
    </Labelled>
  );
}
