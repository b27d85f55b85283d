import Typography from '@material-ui/core/Typography';
import { usePublication } from '../api/usePublication';
import { usePublishingOptions } from '../api/usePublishingOptions';
import { ConditionList } from '../conditions/ConditionList';
import { RequestFailed } from '../feedback/RequestFailed';
import { Warnings } from '../feedback/Warnings';
import { PublicationTabProps } from '../publication/PublicationTab';
import { useTexts } from '../translation/useTexts';
import { EditLimits } from './EditLimits';
import { LimitsInForce } from './LimitsInForce';

/** The limits of a publication: what is enforced, and for its publisher the way to change it. */
export function LimitsTab(props: PublicationTabProps) {
  const { access } = props.publication;
  return access === 'publisher' ? (
    <PublisherLimits {...props} />
  ) : (
    <LimitsInForce publication={props.publication} />
  );
}

function PublisherLimits({ publication }: PublicationTabProps) {
  const t = useTexts();
  const { cluster, tenantId, modelName, gateway } = publication;
  const place = { cluster, tenant: tenantId };
  usePublication({ ...place, model: modelName }, { untilSettled: true });
  const options = usePublishingOptions(place);
  const precision = options.data?.gateways.find(
    ({ name }) => name === gateway,
  )?.limits;
  const limits = publication.conditions.filter(
    ({ type }) => type === 'LimitsEnforced',
  );
  return (
    <>
      <LimitsInForce publication={publication} precision={precision}>
        <ConditionList conditions={limits} />
        <Warnings
          warnings={publication.warnings.filter(({ field }) =>
            field.startsWith('rateLimiting'),
          )}
        />
      </LimitsInForce>
      {options.isError && (
        <RequestFailed
          title={t('limitsForm.optionsError')}
          error={options.error}
          onRetry={options.refetch}
        />
      )}
      {options.isPending && (
        <Typography role="status">{t('table.loading')}</Typography>
      )}
      {options.data && (
        <EditLimits
          publication={publication}
          limits={options.data.limits}
          precision={precision}
        />
      )}
    </>
  );
}
