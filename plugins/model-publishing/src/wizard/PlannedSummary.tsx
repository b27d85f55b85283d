import { Planned } from '@inference-portal/plugin-model-publishing-common';
import Grid from '@material-ui/core/Grid';
import Typography from '@material-ui/core/Typography';
import { ReactNode } from 'react';
import { AddressFields } from '../addresses/AddressFields';
import { Labelled } from '../feedback/Labelled';
import { LimitsText } from '../limits/LimitsText';
import { TenantLimits } from '../limits/TenantLimits';
import { useTexts } from '../translation/useTexts';

/** A publication that is to be, in words. */
export function PlannedSummary({
  planned: { publication, modelTypeRule },
}: {
  planned: Planned;
}) {
  const t = useTexts();
  const { modelType, rateLimiting, authentication, visibility, metadata } =
    publication;
  const entries: Array<[label: string, content: ReactNode]> = [
    [
      t('modelType.label'),
      <>
        <Typography>{t(`modelType.${modelType}`)}</Typography>
        {modelTypeRule && (
          <Typography variant="body2" color="textSecondary">
            {t('wizard.address.detectedBecause', { rule: modelTypeRule })}
          </Typography>
        )}
      </>,
    ],
    [
      t('wizard.address.gateway'),
      <Typography>{publication.gateway}</Typography>,
    ],
    [
      t('wizard.limits.totals'),
      <Typography>
        <LimitsText limits={rateLimiting} />
      </Typography>,
    ],
    [
      t('wizard.limits.tenants'),
      <>
        <Typography>
          {authentication.requireApiKey
            ? authentication.allowedTenants.join(', ')
            : t('wizard.review.everybody')}
        </Typography>
        <TenantLimits perTenant={rateLimiting.perTenant} />
      </>,
    ],
    [
      t('wizard.limits.visibility'),
      <>
        <Typography>{t(`wizard.visibility.${visibility}.label`)}</Typography>
        <Typography variant="body2" color="textSecondary">
          {t(`wizard.visibility.${visibility}.explanation`)}
        </Typography>
      </>,
    ],
    [
      t('card.key'),
      <Typography>
        {t(
          authentication.requireApiKey
            ? 'wizard.review.keyIssued'
            : 'wizard.review.noKey',
        )}
      </Typography>,
    ],
    ...Object.entries(metadata).map(([name, value]): [string, ReactNode] => [
      t('wizard.review.metadata', { name }),
      <Typography>{value}</Typography>,
    ]),
  ];
  return (
    <>
      <AddressFields publication={publication} />
      <Grid container spacing={2}>
        {entries.map(([label, content]) => (
          <Grid item xs={12} sm={6} key={label}>
            <Labelled label={label}>{content}</Labelled>
          </Grid>
        ))}
      </Grid>
    </>
  );
}
