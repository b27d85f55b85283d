import { snippetOf } from '@inference-portal/plugin-model-publishing-common';
import Typography from '@material-ui/core/Typography';
import { PublicNotice } from '../access/PublicNotice';
import { AddressFields } from '../addresses/AddressFields';
import { KnownPublication } from '../api/usePublication';
import { ConditionList } from '../conditions/ConditionList';
import { PhaseChip } from '../conditions/PhaseChip';
import { CopyableText } from '../feedback/CopyableText';
import { Labelled } from '../feedback/Labelled';
import { Warnings } from '../feedback/Warnings';
import { LimitsText } from '../limits/LimitsText';
import { TenantLimits } from '../limits/TenantLimits';
import { TypeChips } from '../models/TypeChips';

import { PublicationUsage } from '../usage/PublicationUsage';
import { useTexts } from '../translation/useTexts';

/** What an owner wants to know of a publication at a glance. */
export function PublicationSummary({
  publication,
}: {
  publication: KnownPublication;
}) {
  const t = useTexts();
  const {
    modelType,
    phase,
    conditions,
    rateLimiting,
    apiKeyHint,
    warnings,
    usage,
    access,
  } = publication;
  const { requireApiKey } = publication.authentication;
  const wanting = conditions.filter(({ status }) => status !== 'True');
  return (
    <>
      <Labelled label={t('modelType.label')}>
        <TypeChips modelType={modelType} requireApiKey={requireApiKey} />
      </Labelled>
      <AddressFields publication={publication} />
      <Labelled label={t('card.phase')}>
        <PhaseChip phase={phase} />
        <Typography variant="body2">
          {t('conditions.summary', {
            good: String(conditions.length - wanting.length),
            all: String(conditions.length),
          })}
        </Typography>
        {wanting.length > 0 && <ConditionList conditions={wanting} />}
      </Labelled>
      <Labelled label={t('card.limits')}>
        <Typography variant="body2">
          <LimitsText limits={rateLimiting} />
        </Typography>
        <TenantLimits perTenant={rateLimiting.perTenant} />
      </Labelled>
      {usage && access !== 'viewer' && <PublicationUsage usage={usage} />}
      <Warnings warnings={warnings} />
      {requireApiKey ? (
        <Labelled label={t('card.key')}>
          <Typography variant="body2">
            {apiKeyHint ? <code>{apiKeyHint}</code> : t('card.noKey')}
          </Typography>
        </Labelled>
      ) : (
        <PublicNotice />
      )}
      <Labelled label={t('card.example')}>
        <CopyableText
          text={snippetOf('curl', {
            source: { ...publication, requireApiKey },
          })}
          copyLabel={t('copy.command')}
          block
        />
      </Labelled>
    </>
  );
}
