import Typography from '@material-ui/core/Typography';
import { AddressFields } from '../addresses/AddressFields';
import { KnownPublication } from '../api/usePublication';
import { ConditionList } from '../conditions/ConditionList';
import { PhaseChip } from '../conditions/PhaseChip';
import { Labelled } from '../feedback/Labelled';
import { Notice } from '../feedback/Notice';
import { Warnings } from '../feedback/Warnings';
import { useFormats } from '../formats/useFormats';
import { LimitsText } from '../limits/LimitsText';
import { TenantLimits } from '../limits/TenantLimits';
import { TypeChips } from '../models/TypeChips';
import { useTexts } from '../translation/useTexts';
import { KeyHint } from './KeyHint';

/** What everybody who sees a publication wants to know of it at a glance. */
export function PublicationSummary({
  publication,
}: {
  publication: KnownPublication;
}) {
  const t = useTexts();
  const formats = useFormats();
  const { modelType, phase, rateLimiting, warnings, freshness } = publication;
  const { requireApiKey } = publication.authentication;
  return (
    <>
      {freshness.state === 'stale' && (
        <Notice severity="warning" title={t('entity.stale.title')}>
          {t('entity.stale.description', {
            time: formats.time(freshness.asOf),
          })}
        </Notice>
      )}
      <Labelled label={t('modelType.label')}>
        <TypeChips modelType={modelType} requireApiKey={requireApiKey} />
      </Labelled>
      <AddressFields publication={publication} />
      <Labelled label={t('card.phase')}>
        <PhaseChip phase={phase} />
        <Conditions publication={publication} />
      </Labelled>
      <Labelled label={t('card.limits')}>
        <Typography variant="body2">
          <LimitsText limits={rateLimiting} />
        </Typography>
        <TenantLimits perTenant={rateLimiting.perTenant} />
      </Labelled>
      <Warnings warnings={warnings} />
      <KeyHint publication={publication} />
    </>
  );
}

/** How many conditions are good, and those that are not; only publishers know of any. */
function Conditions({
  publication: { conditions },
}: {
  publication: KnownPublication;
}) {
  const t = useTexts();
  const wanting = conditions.filter(({ status }) => status !== 'True');
  if (conditions.length === 0) {
    return null;
  }
  return (
    <>
      <Typography variant="body2">
        {t('conditions.summary', {
          good: String(conditions.length - wanting.length),
          all: String(conditions.length),
        })}
      </Typography>
      {wanting.length > 0 && <ConditionList conditions={wanting} />}
    </>
  );
}
